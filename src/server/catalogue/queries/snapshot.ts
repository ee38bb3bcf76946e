import 'server-only';
import { z } from 'zod';
import { shareNext } from '#lib/share-next';
import {
  type Limits,
  loadChanges,
  loadEverything,
  type CatalogueSnapshot as Snapshot,
  type Versions,
} from '#server/catalogue/queries/load-snapshot';
import { type Database, database, watchConnection } from '#server/platform/db';
import { log } from '#server/platform/log';
import { beginOutage, endOutage } from '#server/platform/outage';

export type CatalogueSnapshot = Snapshot;

type Source = {
  db: Database;
  readVersions: () => Promise<Versions>;
  /** Told when the database goes away while there is a snapshot to serve, and when it is back. */
  onAway: (error: unknown) => void;
  onBack: () => void;
};

/** After an attempt that failed the database is left alone this long, so that waiting for it is not every request's lot. */
const restMs = 1_000;
const VersionRows = z.tuple([
  z.object({ version: z.coerce.bigint(), vocabulary_version: z.coerce.bigint() }),
]);

type Keeper = (now: Date, version?: string | null) => Promise<Snapshot>;
const kept = globalThis as typeof globalThis & { catalogueKeeper?: Keeper };

/**
 * The snapshot of what is public now; the last one while the database is away. `version` is what `publicVersion` said
 * since the request came in: then it is not asked again.
 */
export function catalogueSnapshot(now: Date, version?: string | null): Promise<CatalogueSnapshot> {
  kept.catalogueKeeper ??= keepCatalogue({
    db: database(),
    // By a connection of its own: the one small read of nearly every request.
    readVersions: async () => {
      const text = 'select version, vocabulary_version from catalogue_version';
      const { rows } = await watchConnection().query({ name: 'versions', text });
      return toVersions(rows);
    },
    onAway: (err) => {
      beginOutage();
      log().error({ err }, 'the database is away, the last catalogue goes on being served');
    },
    onBack: () => {
      endOutage();
      log().info('the database is back');
    },
  });
  return kept.catalogueKeeper(now, version);
}

/** A snapshot from a given database. */
export async function loadSnapshot(db: Database, now: Date, limits?: Limits): Promise<CatalogueSnapshot> {
  return loadEverything(db, await readVersions(db), now.getUTCFullYear(), limits);
}

export async function readVersions(db: Database): Promise<Versions> {
  return toVersions(await db.$queryRaw`select version, vocabulary_version from catalogue_version`);
}

/**
 * Keeps one snapshot and brings it up to date. Each caller gets what was public after it asked: who comes during a
 * refresh waits for it, and then shares the next look at the version, so there is one refresh at a time however many
 * wait. While the database is away callers get the last snapshot, and it is asked again once a second.
 */
export function keepCatalogue(source: Source): Keeper {
  let current: CatalogueSnapshot | undefined;
  let restUntil = 0;
  let latest = new Date(0);
  const refresh = shareNext(async () => {
    try {
      current = await bringUpToDate(source, current, latest.getUTCFullYear());
      if (restUntil > 0) source.onBack();
      restUntil = 0;
    } catch (error) {
      if (!current) throw error;
      if (restUntil === 0) source.onAway(error);
      restUntil = Date.now() + restMs;
    }
    return current;
  });
  return async (now, version) => {
    latest = now;
    if (current && now.getTime() < restUntil) return current;
    const isKnown = current?.year === now.getUTCFullYear() && version === versionOf(current);
    return current && isKnown ? current : await refresh();
  };
}

async function bringUpToDate(
  { db, readVersions: read }: Source,
  current: CatalogueSnapshot | undefined,
  year: number,
): Promise<CatalogueSnapshot> {
  // Before the rows: what changes while they are read is seen by the next look.
  const versions = await read();
  const sameWords = current?.vocabularyVersion === versions.vocabularyVersion && current.year === year;
  // An older version is another database, such as one brought back from a backup.
  if (!current || !sameWords || versions.version < current.version) return loadEverything(db, versions, year);
  return versions.version === current.version ? current : loadChanges(db, current, versions);
}

/** As `publicVersion` writes it. */
function versionOf({ version, vocabularyVersion }: Versions): string {
  return `${version}.${vocabularyVersion}`;
}

function toVersions(rows: unknown): Versions {
  const [{ version, vocabulary_version }] = VersionRows.parse(rows);
  return { version, vocabularyVersion: vocabulary_version };
}
