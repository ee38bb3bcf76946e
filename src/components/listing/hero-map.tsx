import { mapFrame, projectToMap } from '#lib/map-projection';

export type MapPlace = { id: string; latitude: number; longitude: number; count: number };

/** Where the examples come from: one dot a place, larger for more. Decorative; the same places are in the filters. */
export function HeroMap({ places }: { places: readonly MapPlace[] }) {
  const dots = places.flatMap((place) => {
    const point = projectToMap(place.longitude, place.latitude);
    return point ? [{ ...place, ...point }] : [];
  });
  return (
    <div className="hero-map">
      <svg viewBox={`0 0 ${mapFrame.width} ${mapFrame.height}`} aria-hidden="true" focusable="false">
        {dots.map(({ id, x, y, count }) => (
          <circle
            key={id}
            cx={x.toFixed(1)}
            cy={y.toFixed(1)}
            r={(4.5 + 1.5 * Math.sqrt(count)).toFixed(1)}
          />
        ))}
      </svg>
    </div>
  );
}
