import { Readable } from 'node:stream';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { emptyDraft } from '#domain/submission-fields';
import type { Storage } from '#server/storage/storage';
import { zipSubmission } from '#server/submissions/copy/zip-submission';
import type { Draft } from '#server/submissions/queries/draft';
import type { SubmissionFile } from '#server/submissions/queries/files';

const draft: Draft = {
  ...{ id: 'draft00001', reference: 'IC-2026-0042', state: 'submitted', version: 3, writable: false },
  fields: { ...emptyDraft, title: 'Café', purpose: '# Aim\n\nTo meet.', topics: ['education'] },
  ...{ updatedAt: new Date(0), submittedAt: new Date(0), files: 2, revised: null, conflicts: [], talk: [] },
};

const described = { alt: '', decorative: true, credit: '', consent: 'nobody', title: '', language: '' };
const picture: SubmissionFile = {
  ...{
    ...described,
    id: 'file000001',
    kind: 'image',
    name: '../../Mårket "1".jpeg',
    mediaType: 'image/jpeg',
  },
  ...{ bytes: 4, width: 2_000, height: 1_000, storageKey: 'aa/one' },
};
const report: SubmissionFile = {
  ...{ ...described, id: 'file000002', kind: 'document', name: '–', mediaType: 'application/pdf' },
  ...{ bytes: 4, width: null, height: null, storageKey: 'aa/two' },
};

function storing(objects: Record<string, () => Readable>): Storage {
  return {
    put: () => Promise.reject(new Error('nothing is written')),
    get: (key) => Promise.resolve(objects[key] ? { size: 0, stream: objects[key]() } : null),
    head: () => Promise.resolve(null),
    delete: () => Promise.reject(new Error('nothing is deleted')),
  };
}

const nameOf = (_: string, id: string) => (id === 'education' ? 'Education and training' : id);

async function unzip(files: readonly SubmissionFile[], storage: Storage) {
  const body = await new Response(zipSubmission({ draft, files, storage, locale: 'en', nameOf })).bytes();
  return unzipSync(body);
}
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test('holds the text twice and each file in its largest size, under names any system can store', async () => {
  const stored = {
    'aa/one/picture.jpg': () => Readable.from([Buffer.from('jp'), Buffer.from('eg')]),
    'aa/two/document.pdf': () => Readable.from([Buffer.from('%PDF')]),
  };
  const zip = await unzip([picture, report], storing(stored));
  expect(Object.keys(zip)).toEqual([
    ...['submission.json', 'submission.md'],
    ...['files/01-Mårket 1.jpg', 'files/02.pdf'],
  ]);
  expect(text(zip['files/01-Mårket 1.jpg'])).toBe('jpeg');
  expect(text(zip['files/02.pdf'])).toBe('%PDF');
  expect(text(zip['submission.md'])).toBe(
    '# Café\n\n## Purpose\n\n### Aim\n\nTo meet.\n\n## Topics\n\n- Education and training\n',
  );
  const json = JSON.parse(text(zip['submission.json']));
  expect(json).toMatchObject({ reference: 'IC-2026-0042', fields: { title: 'Café' } });
  expect(json.files[0]).toMatchObject({ inThisZip: 'files/01-Mårket 1.jpg', alt: '' });
  expect(JSON.stringify(json)).not.toContain('aa/one');
});

test('a file whose bytes are gone is left out', async () => {
  expect(Object.keys(await unzip([picture], storing({})))).toEqual(['submission.json', 'submission.md']);
});

test('a reader who goes away ends the reading, and large files are not held whole', async () => {
  let read = 0;
  async function* endless() {
    for (let i = 0; i < 10_000; i += 1) {
      read += 1;
      yield Buffer.alloc(64_000);
    }
  }
  const stream = Readable.from(endless());
  const storage = storing({ 'aa/one/picture.jpg': () => stream });
  const reader = zipSubmission({ draft, files: [picture], storage, locale: 'en', nameOf }).getReader();
  for (let i = 0; i < 20; i += 1) await reader.read();
  await reader.cancel();
  expect(read).toBeLessThan(60);
  expect(stream.destroyed).toBe(true);
});
