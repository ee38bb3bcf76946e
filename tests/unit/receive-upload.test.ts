import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileLimits } from '#domain/submission-files';
import { shownFileName } from '#lib/file-name';
import { receiveUpload } from '#server/submissions/files/receive-upload';
import { hostileNames } from '#tests/support/hostile-files';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receive-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const send = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://site/en', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

const raw = (text: string, type = 'multipart/form-data; boundary=x') => send(text, { 'content-type': type });

test('texts and files come in, in order; a field without a file is none', async () => {
  const form = new FormData();
  form.append('alt-1', 'Łódź\r\nby night');
  form.append('files', new Blob(['first']), 'a.txt');
  form.append('files', new Blob(['second']), 'b.txt');
  form.append('empty', new Blob([]), '');
  const received = await receiveUpload(send(form), { folder });
  expect(received?.values.get('alt-1')).toEqual(['Łódź\r\nby night']);
  expect(received?.files.map(({ name, size, isCut }) => [name, size, isCut])).toEqual([
    ['a.txt', 5, false],
    ['b.txt', 6, false],
  ]);
});

test('names that lead elsewhere, end lines or turn the text around name nothing on the disk', async () => {
  const form = new FormData();
  for (const name of hostileNames.slice(0, fileLimits.files)) form.append('files', new Blob(['x']), name);
  const received = await receiveUpload(send(form), { folder });
  expect(received?.files).toHaveLength(fileLimits.files);
  expect((await readdir(folder)).every((name) => /^\d+$/.test(name))).toBe(true);
  for (const name of hostileNames) {
    const shown = shownFileName(name);
    expect(shown.length).toBeLessThanOrEqual(120);
    expect(shown).not.toMatch(/[\p{Cc}/\\\u202e\u200b]/u);
  }
});

test('more than fits is read past: files, their bytes, fields, and their text', async () => {
  const form = new FormData();
  for (let number = 0; number < 20; number += 1) form.append('files', new Blob(['x']), `${number}.txt`);
  form.append('long', 'y'.repeat(50_000));
  const received = await receiveUpload(send(form), { folder });
  expect(received?.files).toHaveLength(fileLimits.files + 1);
  expect(received?.values.get('long')?.[0]).toHaveLength(20_000);
  const large = new FormData();
  large.append('files', new Blob([new Uint8Array(fileLimits.documentBytes + 1)]), 'large.pdf');
  const other = await mkdtemp(join(folder, 'other-'));
  const cut = await receiveUpload(send(large), { folder: other });
  expect(cut?.files[0]).toMatchObject({ isCut: true, size: fileLimits.documentBytes });
});

test('what is no whole form is none', async () => {
  const part = '--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n';
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(`${part}beginning`));
      controller.error(new Error('the line went dead'));
    },
  });
  expect(await receiveUpload(raw(`${part}no end`), { folder })).toBeNull();
  expect(
    await receiveUpload(send(broken, { 'content-type': 'multipart/form-data; boundary=x' }), {
      folder: await mkdtemp(join(folder, 'b-')),
    }),
  ).toBeNull();
  expect(await receiveUpload(raw('x', 'multipart/form-data'), { folder })).toBeNull();
  expect(await receiveUpload(raw('x', 'text/plain'), { folder })).toBeNull();
  const pressed = { 'content-type': 'multipart/form-data; boundary=x', 'content-encoding': 'gzip' };
  expect(await receiveUpload(send('x', pressed), { folder })).toBeNull();
});

test('without a folder nothing is written', async () => {
  const form = new FormData();
  form.append('alt-1', 'kept');
  form.append('files', new Blob(['first']), 'a.txt');
  const received = await receiveUpload(send(form), { folder: null });
  expect(received?.values.get('alt-1')).toEqual(['kept']);
  expect(received?.files).toEqual([]);
});
