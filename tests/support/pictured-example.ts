import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { queryDatabase } from '#scripts/query-database';
import { filledFields } from '#tests/support/filled-draft';

const onSite = (sql: string, values: readonly unknown[]) =>
  queryDatabase(process.env.TEST_DATABASE_URL ?? '', sql, values);

/** An example under review on the site under test, as its author sent it, with one picture; returns the ids of both. */
export async function addPicturedExample(authorId: string): Promise<{ id: string; file: string }> {
  const [id, file] = [randomBytes(5).toString('hex'), randomBytes(5).toString('hex')];
  const fields = JSON.stringify({ ...filledFields, topics: ['anti-discrimination-and-equality'] });
  const picture = {
    ...{
      id: file,
      kind: 'image',
      name: 'cafe.jpg',
      mediaType: 'image/jpeg',
      bytes: 1,
      width: 480,
      height: 320,
    },
    ...{
      storageKey: `test/${file}`,
      alt: 'Neighbours at a table',
      decorative: false,
      credit: 'City of Cork',
    },
    ...{ consent: 'nobody', title: '', language: '' },
  };
  await onSite(
    `insert into submission (id, state, fields, reference, submitted_at) values ($1, 'in_review', $2, $3, now())`,
    [id, fields, `IC-TEST-${id}`],
  );
  await onSite('insert into submission_member (submission_id, account_id, is_author) values ($1, $2, true)', [
    ...[id, authorId],
  ]);
  await onSite(
    `insert into submission_sent (submission_id, number, sent_by, fields, files) values ($1, 1, $2, $3, $4)`,
    [id, authorId, fields, JSON.stringify([picture])],
  );
  await storePicture(picture.storageKey);
  return { id, file };
}

/** Where the site under test keeps files: beside its mails. */
async function storePicture(key: string): Promise<void> {
  const folder = path.join(path.dirname(process.env.TEST_MAIL_FOLDER ?? ''), 'files', key);
  await mkdir(folder, { recursive: true });
  const background = { r: 27, g: 127, b: 121 };
  const drawn = sharp({ create: { width: 480, height: 320, channels: 3, background } });
  await writeFile(path.join(folder, '480.webp'), await drawn.webp().toBuffer());
}
