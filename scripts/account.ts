import { parseArgs } from 'node:util';
import { findEmbeddedDatabase } from './find-embedded-database.ts';
import { Refusal } from './refusal.ts';
import { runOnce } from './run-once.ts';
import { readSettings } from './settings.ts';

const usage = `Makes an account, or changes one:
  npm run account -- --email mira@city.org --role administrator [--role editor] [--name "Mira"] [--language fr]
  npm run account -- --email mira@city.org --suspend | --restore | --reset-second-factor`;

/**
 * `npm run account -- --email … --role administrator`: on DATABASE_URL, or else on the embedded database while the site
 * runs. For the first administrator, and for who has lost every way in.
 */
await runOnce(async () => {
  const { databaseUrl, dataFolder } = readSettings(process.env);
  const given = readArguments();
  const url = databaseUrl ?? (await findEmbeddedDatabase(dataFolder));
  if (url === undefined)
    throw new Refusal('There is no database. Run npm start in another window, or set DATABASE_URL.');
  process.env.DATABASE_URL = url;
  const { changeAccount } = await import('#server/accounts/change-account');
  const { database } = await import('#server/platform/db');
  try {
    const changed = await changeAccount({ ...given, now: new Date() });
    if (!changed.ok) throw new Refusal(`${changed.sentence}\n${usage}`);
    console.log(changed.sentence);
  } finally {
    await database().$disconnect();
  }
});

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: 'string' },
        role: { type: 'string', multiple: true },
        name: { type: 'string' },
        language: { type: 'string' },
        suspend: { type: 'boolean' },
        restore: { type: 'boolean' },
        'reset-second-factor': { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}
