import 'server-only';
import { createHash } from 'node:crypto';
import { type ContentArea, listFolders, readFolder } from '#server/pages/content-folder';

const areas: readonly ContentArea[] = ['pages', 'collections'];
const freshMs = 1_000;

let kept: { stamp: Promise<string>; until: number } | undefined;

/**
 * A text that changes whenever a text of `content/` does that is read while serving. Looked after once a second: who is
 * given a page with the stamp of a second ago finds at the next request that it has changed.
 */
export function contentStamp(now: Date): Promise<string> {
  if (!kept || now.getTime() >= kept.until) {
    kept = { stamp: readStamp(), until: now.getTime() + freshMs };
    kept.stamp.catch(() => {
      kept = undefined;
    });
  }
  return kept.stamp;
}

async function readStamp(): Promise<string> {
  const folders = await Promise.all(areas.map(async (area) => ({ area, names: await listFolders(area) })));
  const files = await Promise.all(
    folders.flatMap(({ area, names }) => names.map((name) => readFolder(area, name))),
  );
  const texts = files.flat().map(({ parts, text }) => [...parts, text]);
  return createHash('sha256').update(JSON.stringify(texts.sort())).digest('base64url');
}
