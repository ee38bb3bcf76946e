import { createHash } from 'node:crypto';

/** A weak tag of all that decides how a text reads: the same parts, the same tag, on every instance. */
export function makeEntityTag(parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return `W/"${hash.slice(0, 24)}"`;
}

/** Whether a reader who sends this `If-None-Match` has the text already (weak comparison, RFC 9110, 13.1.2). */
export function hasEntity(ifNoneMatch: string | null, tag: string): boolean {
  const asked = (ifNoneMatch ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return asked.includes(tag.replace(/^W\//, ''));
}
