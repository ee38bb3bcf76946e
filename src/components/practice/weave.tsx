'use client';

import { type WeaveRect, weavePitch, weaveRects, weaveThread } from '#domain/weave';

const shapes = {
  /** Listing. */
  square: { columns: 6, rows: 6 },
  /** Head of a record. */
  band: { columns: 45, rows: 4 },
  /** Related examples. */
  strip: { columns: 14, rows: 4 },
} as const;

type WeaveProps = {
  /** Identifier of the practice: the same one is always woven the same way. */
  id: string;
  /** Thread colours of its topics, 1 to 7, in their order. */
  threads: readonly number[];
  shape: keyof typeof shapes;
};

/**
 * The woven cover of a practice. A client component so that it travels as its id, not as its threads once more.
 * Decorative: one path per colour, coloured by the classes `thread-1` to `thread-7`.
 */
export function Weave({ id, threads, shape }: WeaveProps) {
  const { columns, rows } = shapes[shape];
  return (
    <svg
      className="weave"
      viewBox={`0 0 ${columns * weavePitch} ${rows * weavePitch}`}
      preserveAspectRatio={shape === 'square' ? undefined : 'xMidYMid slice'}
      aria-hidden="true"
    >
      {weaveRects({ id, threads, columns, rows }).map(({ thread, rects }) => (
        <path key={thread} className={`thread-${thread}`} d={rects.map(drawThread).join('')} />
      ))}
    </svg>
  );
}

/** A piece of thread along its middle; the style sheet gives it its width. */
function drawThread([x, y, width, height]: WeaveRect): string {
  return width === weaveThread ? `M${x + width / 2} ${y}v${height}` : `M${x} ${y + height / 2}h${width}`;
}
