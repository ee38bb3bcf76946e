import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawVariants } from '#server/submissions/files/draw-variants';
import { judgeFile } from '#server/submissions/files/judge-file';
import { overfullPngs, refusedFiles } from '#tests/support/hostile-files';
import { makePdf, packObjects } from '#tests/support/pdf';
import { corners } from '#tests/support/pictures';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'judge-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What becomes of a file: the reason it is refused for, or what it is kept as. */
async function judge(bytes: Buffer): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, bytes.subarray(0, 25_000_000));
  const size = Math.min(bytes.length, 25_000_000);
  const isCut = bytes.length > size;
  const judged = await judgeFile({ name: 'x', path, size, digest: new Uint8Array(), isCut });
  if (!judged.ok) return judged.reason;
  if (judged.kind === 'document') return judged.mediaType;
  const drawn = await drawVariants(path, { mediaType: judged.mediaType, folder });
  return drawn.ok ? judged.mediaType : drawn.reason;
}

test('every hostile file is refused, for the reason that is told', async () => {
  const told: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const { name, bytes, reason } of await refusedFiles()) {
    told[name] = await judge(bytes);
    expected[name] = reason;
  }
  expect(told).toEqual(expected);
}, 60_000);

test('memory stays bounded while bombs are looked at', async () => {
  const named = (await refusedFiles()).filter(({ name }) => name.includes('bomb'));
  const bombs = [...named.map(({ bytes }) => bytes), ...overfullPngs()];
  expect(bombs.length).toBeGreaterThan(4);
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  for (const bytes of bombs) await judge(bytes);
  clearInterval(watch);
  expect((most - before) / 1e6).toBeLessThan(200);
});

test('ordinary pictures and documents are taken, whatever they are called', async () => {
  const picture = corners(700, 500);
  expect(await judge(await picture.clone().jpeg().toBuffer())).toBe('image/jpeg');
  expect(await judge(await picture.clone().jpeg({ progressive: true }).toBuffer())).toBe('image/jpeg');
  expect(await judge(await picture.clone().png({ palette: true }).toBuffer())).toBe('image/png');
  expect(await judge(await picture.clone().webp().toBuffer())).toBe('image/webp');
  expect(await judge(await picture.clone().avif({ effort: 0 }).toBuffer())).toBe('image/avif');
  expect(await judge(makePdf())).toBe('application/pdf');
  const packed = packObjects('<< /Type /Pages /Note (/JS and Java are islands) >>');
  expect(await judge(makePdf({ extra: packed }))).toBe('application/pdf');
  const outline = '<< /Type /Catalog /Pages 2 0 R /Outlines << /First 3 0 R /Count 1 >> >>';
  expect(await judge(makePdf({ catalog: outline }))).toBe('application/pdf');
});

test('noise in a document is no script', async () => {
  const noise = Buffer.alloc(20_000_000);
  let state = 1;
  for (let at = 0; at < noise.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    noise[at] = state >>> 16;
  }
  const head = Buffer.from(`9 0 obj\n<< /Length ${noise.length} >>\nstream\n`);
  const extra = Buffer.concat([head, noise, Buffer.from('\nendstream\nendobj\n')]);
  expect(await judge(makePdf({ extra }))).toBe('application/pdf');
});
