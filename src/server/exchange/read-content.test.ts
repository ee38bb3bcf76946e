import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContent } from '#server/exchange/read-content';
import { contentFiles, originalFile } from '#tests/support/content-files';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'content-'));
  for (const { parts, text } of contentFiles({})) await write(parts.join('/'), text);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, text: string | Uint8Array): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

test('a byte order mark, other line ends and composed letters make no difference; hidden files and guides are no content', async () => {
  const text = originalFile({ title: '"Cafe\u0301"' }).replaceAll('\n', '\r\n');
  await write('practices/cafe/en.md', `\ufeff${text}`);
  await write('practices/cafe/.DS_Store', new Uint8Array([0]));
  await write('README.md', 'How to write');
  const read = await readContent(folder);
  expect(read).toMatchObject({ ok: true, fileCount: 6 });
  expect(read.content.practices).toMatchObject([{ slug: 'cafe', texts: [{ title: 'Caf\u00e9' }] }]);
});

test('a file that is not UTF-8 is refused', async () => {
  await write('practices/latin/en.md', new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xe9]));
  expect(await readContent(folder)).toMatchObject({
    ok: false,
    problems: [
      { file: path.join(folder, 'practices/latin/en.md'), line: 1, reason: 'is not written in UTF-8' },
    ],
  });
});
