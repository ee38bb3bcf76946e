import 'server-only';
import { domainToUnicode } from 'node:url';
import { z } from 'zod';
import { deadAfter, isDead, type LinkProblem, linkProblems } from '#domain/link-check';
import { sectionNames } from '#domain/practice';
import { webAddress, webLinksIn } from '#domain/web-links';
import type { CareRecord } from '#server/care/queries/records';
import { database } from '#server/platform/db';

/** A link that leads nowhere, in one published text. */
export type DeadLink = {
  url: string;
  status: number | null;
  problem: LinkProblem | null;
  checkedAt: Date;
  record: CareRecord;
};

const Problem = z.enum(linkProblems).nullable().catch('unreachable');

/** Dead links, each once for every practice that leads to it. */
export async function listDeadLinks(): Promise<DeadLink[]> {
  const failing = await database().linkCheck.findMany({
    where: { failures: { gte: Math.min(deadAfter.gone, deadAfter.otherwise) } },
    orderBy: { url: 'asc' },
  });
  const dead = failing.filter(isDead);
  const uses = await findUses(dead.map(({ url }) => url));
  return dead.flatMap(({ url, status, problem, checkedAt }) =>
    (uses.get(url) ?? []).map((record) => ({
      ...{ url, status, checkedAt, record },
      problem: Problem.parse(problem),
    })),
  );
}

/** The practices that lead to addresses. Texts that name a host are read; the addresses in them are compared. */
async function findUses(urls: readonly string[]): Promise<Map<string, CareRecord[]>> {
  const uses = new Map<string, CareRecord[]>(urls.map((url) => [url, []]));
  const hosts = [...new Set(urls.flatMap(hostSpellings))];
  if (hosts.length === 0) return uses;
  const contains = (column: (typeof sectionNames)[number]) =>
    hosts.map((host) => ({ [column]: { contains: host, mode: 'insensitive' as const } }));
  const practices = await database().practice.findMany({
    where: {
      status: 'published',
      OR: [
        ...hosts.map((host) => ({ canonicalUrl: { contains: host, mode: 'insensitive' as const } })),
        { texts: { some: { OR: sectionNames.flatMap(contains) } } },
      ],
    },
    include: { texts: true, slugs: { where: { current: true } } },
    orderBy: { id: 'asc' },
  });
  for (const { canonicalUrl, originalLanguage, country, texts, slugs } of practices) {
    const original = texts.find(({ language }) => language === originalLanguage) ?? texts[0];
    const [current] = slugs;
    if (!original || !current) continue;
    const { title, language } = original;
    const record = { slug: current.slug, title, language, country };
    for (const link of linksOf(canonicalUrl, texts)) uses.get(link)?.push(record);
  }
  return uses;
}

type Text = Readonly<Record<(typeof sectionNames)[number], string | null>>;

function linksOf(canonicalUrl: string | null, texts: readonly Text[]): Set<string> {
  const canonical = canonicalUrl && webAddress(canonicalUrl);
  const written = texts.flatMap((text) => sectionNames.flatMap((name) => webLinksIn(text[name] ?? '')));
  return new Set([...(canonical ? [canonical] : []), ...written]);
}

/** A host as it may stand in a text. */
function hostSpellings(url: string): string[] {
  const { hostname } = new URL(url);
  return [hostname, domainToUnicode(hostname)].filter((host) => host !== '');
}
