import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { locales } from '#i18n/locales';
import { answerWords } from '#server/catalogue/queries/text-search-answer';
import type { Database } from '#server/platform/db';

const Queries = z.array(
  z.strictObject({
    query: z.string(),
    locale: z.enum(locales),
    kind: z.string(),
    /** Must be among the first ten. */
    expected: z.array(z.string()),
    /** May be among the first five: the expected ones, and others that hold the words somewhere. */
    relevant: z.array(z.string()).min(1),
  }),
);
type Query = z.output<typeof Queries>[number];
type Measured = Query & { recall: number; precision: number; found: string[] };

export type Relevance = { queries: number; recall: number; precision: number; failures: string[] };

/** What is aimed at: the first set was written before the search, the second by someone who had not seen the search or the first. */
export const querySets = ['queries', 'held-out'] as const;

/** Words of one language for texts in others, by someone who read the records alone, before anything was done for it. */
export const acrossLanguages = 'across-languages';

/** More of the same, written before the search was mended by the first. */
export const acrossLanguagesHeldOut = 'across-languages-held-out';

/** Asks every query of a set, prints recall@10 and precision@5 per kind and the queries that fall short, and gives the means. */
export async function measureRelevance(db: Database, set: string): Promise<Relevance> {
  const queries = Queries.parse(JSON.parse(await readFile(`tests/relevance/${set}.json`, 'utf8')));
  console.log(`${set}.json`);
  const slugs = await db.practiceSlug.findMany({ where: { current: true } });
  const slugOf = new Map(slugs.map(({ practiceId, slug }) => [practiceId, slug]));
  const measured: Measured[] = [];
  for (const query of queries) {
    const { ids } = await answerWords(db, query.query, query.locale);
    measured.push(
      judge(
        query,
        (ids ?? []).map((id) => slugOf.get(id) ?? id),
      ),
    );
  }
  if (set.startsWith(acrossLanguages)) printTable(measured);
  for (const kind of new Set(queries.map((query) => query.kind))) {
    print(
      kind,
      measured.filter((one) => one.kind === kind),
    );
  }
  print('all', measured);
  const failures = measured
    .filter(({ recall, precision }) => recall < 1 || precision < 1)
    .map(describeFailure);
  for (const failure of failures) console.log(failure);
  return { queries: queries.length, ...meansOf(measured), failures };
}

function judge(query: Query, found: string[]): Measured {
  const wanted = wantedBy(query);
  const firstTen = found.slice(0, 10).filter((slug) => wanted.includes(slug)).length;
  const firstFive = found.slice(0, 5);
  const right = firstFive.filter((slug) => query.relevant.includes(slug)).length;
  return {
    ...query,
    found,
    // Of more than ten, ten are enough.
    recall: firstTen / Math.min(10, wanted.length),
    precision: firstFive.length === 0 ? 0 : right / firstFive.length,
  };
}

/** Where none must come first, any of the relevant ones are as good. */
function wantedBy({ expected, relevant }: Pick<Query, 'expected' | 'relevant'>): readonly string[] {
  return expected.length > 0 ? expected : relevant;
}

function meansOf(measured: readonly Measured[]) {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    recall: mean(measured.map(({ recall }) => recall)),
    precision: mean(measured.map(({ precision }) => precision)),
  };
}

function print(kind: string, measured: readonly Measured[]) {
  const { recall, precision } = meansOf(measured);
  const count = String(measured.length).padStart(4);
  console.log(
    `${kind.padEnd(16)}${count}  recall@10 ${recall.toFixed(3)}  precision@5 ${precision.toFixed(3)}`,
  );
}

function describeFailure({
  kind,
  locale,
  query,
  recall,
  precision,
  expected,
  relevant,
  found,
}: Measured): string {
  const missed = expected.filter((slug) => !found.slice(0, 10).includes(slug));
  const wrong = found.slice(0, 5).filter((slug) => !relevant.includes(slug));
  const details = [
    ...(missed.length > 0 ? [`missed ${missed.join(', ')}`] : []),
    ...(wrong.length > 0 ? [`wrong ${wrong.join(', ')}`] : []),
  ];
  return `${kind} [${locale}] ${query}: recall ${recall.toFixed(2)}, precision ${precision.toFixed(2)}; ${details.join('; ')}`;
}

/** One line a query: of which set, in which interface, how many of the wanted are among the first ten. */
function printTable(measured: readonly Measured[]): void {
  const lines = measured.map((one) => {
    const wanted = wantedBy(one);
    const found = one.found.slice(0, 10).filter((slug) => wanted.includes(slug)).length;
    const cells = [one.kind, one.locale, `${found}/${Math.min(10, wanted.length)}`.padEnd(6)];
    return [...cells, one.recall.toFixed(2), one.precision.toFixed(2), one.query].join('  ');
  });
  console.log(['of  in  found   r@10  p@5   query', ...lines].join('\n'));
}
