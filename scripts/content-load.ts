import { findEmbeddedDatabase } from './find-embedded-database.ts';
import { readSettings } from './settings.ts';

/** Loads the content folder into DATABASE_URL, or else into the embedded database that a running `npm start` serves. */
const { databaseUrl, dataFolder } = readSettings(process.env);
const url = databaseUrl ?? (await findEmbeddedDatabase(dataFolder));
if (url === undefined) {
  console.log(
    'There is no database to load into. Run npm start, which loads the content, or set DATABASE_URL.',
  );
  process.exitCode = 1;
} else {
  process.env.DATABASE_URL = url;
  await import('../prisma/seed.ts');
}
