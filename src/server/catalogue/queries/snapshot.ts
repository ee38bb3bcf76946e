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
import { askWatch, declareAway } from '#server/platform/database-watch';
import { type Database, database } from '#server/platform/db';

export type CatalogueSnapshot = Snapshot;

type Source = {
  db: Database;
  readVersions: () => Promise<Versions>;
  /** Told when an older snapshot than is public has to be served. */
  onOutdated: (error: unknown) => void;
};

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
      return toVersions(await askWatch({ name: 'versions', text }));
    },
    onOutdated: declareAway,
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
 * wait. While the database is away callers get the last snapshot.
 */
export function keepCatalogue(source: Source): Keeper {
  let current: CatalogueSnapshot | undefined;
  let latest = new Date(0);
  const refresh = shareNext(async () => {
    try {
      current = await bringUpToDate(source, current, latest.getUTCFullYear());
    } catch (error) {
      if (!current) throw error;
      source.onOutdated(error);
    }
    return current;
  });
  return async (now, version) => {
    latest = now;
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
