import 'server-only';
import { createHash } from 'node:crypto';
import { type ServedContent, servedContent, textsOf } from '#server/pages/content-folder';

const stamps = new WeakMap<ServedContent, string>();

/**
 * A text that changes whenever a text of `content/` does that is read while serving. Looked after once a second: who is
 * given a page with the stamp of a second ago finds at the next request that it has changed.
 */
export async function contentStamp(): Promise<string> {
  const content = await servedContent();
  const stamp = stamps.get(content) ?? createHash('sha256').update(textsOf(content)).digest('base64url');
  stamps.set(content, stamp);
  return stamp;
}
