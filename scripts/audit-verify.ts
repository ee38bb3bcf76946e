import { parseArgs } from 'node:util';
import { headText, tellBroken, WrittenHead } from '#domain/audit-chain';
import { findEmbeddedDatabase } from './find-embedded-database.ts';
import { Refusal } from './refusal.ts';
import { runOnce } from './run-once.ts';
import { readSettings } from './settings.ts';

/**
 * `npm run audit:verify [-- --head position:hash]`: whether the history in DATABASE_URL, or else in the embedded database
 * while the site runs, is whole, and still the one whose head was written down. Exits 1 where it is not.
 */
await runOnce(async () => {
  const { databaseUrl, dataFolder } = readSettings(process.env);
  const written = readWritten();
  const url = databaseUrl ?? (await findEmbeddedDatabase(dataFolder));
  if (url === undefined)
    throw new Refusal('There is no database. Run npm start in another window, or set DATABASE_URL.');
  process.env.DATABASE_URL = url;
  const { verifyEvents } = await import('#server/audit/queries');
  const { database } = await import('#server/platform/db');
  try {
    const began = performance.now();
    const verified = await verifyEvents(written);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (!verified.ok) throw new Refusal(tellBroken(verified.broken));
    const { head } = verified;
    console.log(`${head.position} events verified, head ${headText(head)}, in ${seconds} s`);
  } finally {
    await database().$disconnect();
  }
});

function readWritten() {
  try {
    const { values } = parseArgs({ options: { head: { type: 'string' } } });
    if (values.head === undefined) return undefined;
    const read = WrittenHead.safeParse(values.head);
    if (!read.success) throw new Error(`--head: ${read.error.issues[0]?.message}`);
    return read.data;
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}
