import 'server-only';
import { isDue, isFailure, type LinkAnswer } from '#domain/link-check';
import { sectionNames } from '#domain/practice';
import { webAddress, webLinksIn } from '#domain/web-links';
import { type Database, database } from '#server/platform/db';

/** Addresses that one run asks for at most, so that a week has room for all and no hour has many. */
export const perRun = 200;
/** Requests on their way at once, to whatever hosts. */
const lanes = 8;
const readAtOnce = 500;

type Run = {
  check: (url: string) => Promise<LinkAnswer>;
  now: Date;
  signal: AbortSignal;
  db?: Database;
};
type Known = { url: string; checkedAt: Date; failures: number };

/**
 * Asks for the links of published texts that were not asked for the longest, and keeps what came of it. What no text leads
 * to any more is forgotten. Returns how many were asked for.
 */
export async function checkLinks({ check, now, signal, db = database() }: Run): Promise<number> {
  const published = await listPublishedLinks(db);
  const known = await db.linkCheck.findMany({ select: { url: true, checkedAt: true, failures: true } });
  const gone = known.filter(({ url }) => !published.has(url)).map(({ url }) => url);
  while (gone.length > 0)
    await db.linkCheck.deleteMany({ where: { url: { in: gone.splice(0, readAtOnce) } } });
  const due = chooseDue(published, known, now);
  const waiting = due[Symbol.iterator]();
  let asked = 0;
  const work = async () => {
    for (const url of waiting) {
      if (signal.aborted) return;
      const answer = await check(url);
      // Stopped in the middle, it says nothing about the link.
      if (signal.aborted) return;
      await keepAnswer(db, url, answer, now);
      asked += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return asked;
}

async function keepAnswer(db: Database, url: string, answer: LinkAnswer, now: Date): Promise<void> {
  const isLost = isFailure(answer);
  const found = { ...answer, checkedAt: now };
  await db.linkCheck.upsert({
    where: { url },
    create: { url, ...found, failures: isLost ? 1 : 0 },
    update: { ...found, failures: isLost ? { increment: 1 } : 0 },
  });
}

/** Those never asked for first, then the longest ago. */
function chooseDue(published: ReadonlySet<string>, known: readonly Known[], now: Date): string[] {
  const asked = new Map(known.map((one) => [one.url, one]));
  const fresh = [...published].filter((url) => !asked.has(url));
  const again = known
    .filter((one) => published.has(one.url) && isDue(one, now))
    .sort((a, b) => a.checkedAt.getTime() - b.checkedAt.getTime());
  return [...fresh, ...again.map(({ url }) => url)].slice(0, perRun);
}

async function listPublishedLinks(db: Database): Promise<Set<string>> {
  const links = new Set<string>();
  for (let after = ''; ; ) {
    const practices = await db.practice.findMany({
      where: { status: 'published', id: { gt: after } },
      orderBy: { id: 'asc' },
      take: readAtOnce,
      select: { id: true, canonicalUrl: true, texts: true },
    });
    for (const { canonicalUrl, texts } of practices) {
      const canonical = canonicalUrl && webAddress(canonicalUrl);
      if (canonical) links.add(canonical);
      for (const text of texts)
        for (const name of sectionNames) for (const link of webLinksIn(text[name] ?? '')) links.add(link);
    }
    const last = practices.at(-1);
    if (!last || practices.length < readAtOnce) return links;
    after = last.id;
  }
}
