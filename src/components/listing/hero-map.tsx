import { gatherDots, type MapPlace } from '#lib/map-dots';
import { mapFrame } from '#lib/map-projection';

/** Where the examples come from, larger dots for more. Decorative; the same places are in the filters. */
export function HeroMap({ places }: { places: readonly MapPlace[] }) {
  const bySize = Map.groupBy(gatherDots(places), ({ radius }) => radius);
  return (
    <div className="hero-map">
      <svg viewBox={`0 0 ${mapFrame.width} ${mapFrame.height}`} aria-hidden="true" focusable="false">
        {[...bySize].map(([radius, dots]) => (
          // A line of no length with round ends is a dot: one path for all of a size.
          <path key={radius} strokeWidth={radius * 2} d={dots.map(({ x, y }) => `M${x} ${y}h0`).join('')} />
        ))}
      </svg>
    </div>
  );
}
