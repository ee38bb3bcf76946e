import 'server-only';
import { z } from 'zod';
import { locales } from '#i18n/locales';
import { database } from '#server/platform/db';

/** A published practice, by its original title. */
export type CareRecord = { slug: string; title: string; language: string; country: string };

const Record = z.object({ slug: z.string(), title: z.string(), language: z.string(), country: z.string() });
const UnconfirmedRows = z.array(Record.extend({ since: z.coerce.date() }));
const MissingRows = z.array(
  Record.extend({ id: z.string(), missing: z.array(z.string()), outdated: z.array(z.string()) }),
);

/** Months after which a city is to be asked whether all is still so. */
const confirmationMonths = 18;

/** Practices that their city has not confirmed for 18 months, the longest first. */
export async function listUnconfirmed(now: Date): Promise<(CareRecord & { since: Date })[]> {
  const rows = await database().$queryRaw`
    select s.slug, t.title, t.language, p.country, p.since
    from (select *, coalesce(confirmed_at, published_at, created_at) as since from practice where status = 'published') p
    join practice_slug s on s.practice_id = p.id and s.current
    join practice_text t on t.practice_id = p.id and t.language = p.original_language
    where p.since < ${now}::timestamptz - make_interval(months => ${confirmationMonths}::int)
    order by p.since, p.id`;
  return UnconfirmedRows.parse(rows);
}

/** Practices that cannot be read in an interface language, or only in an older state, with these languages. */
export async function listMissingTexts(): Promise<
  (CareRecord & { id: string; missing: string[]; outdated: string[] })[]
> {
  const rows = await database().$queryRaw`
    select p.id, s.slug, t.title, t.language, p.country,
      array(select l from unnest(${[...locales]}::text[]) l where not exists (
        select from practice_text o
        where o.practice_id = p.id and o.language = l)) as missing,
      array(select o.language from practice_text o
        where o.practice_id = p.id and o.state = 'outdated' order by 1) as outdated
    from practice p
    join practice_slug s on s.practice_id = p.id and s.current
    join practice_text t on t.practice_id = p.id and t.language = p.original_language
    where p.status = 'published'
    order by t.title, p.id`;
  return MissingRows.parse(rows).filter(({ missing, outdated }) => missing.length + outdated.length > 0);
}

/** Practices whose original has no summary. */
export async function listWithoutSummary(): Promise<CareRecord[]> {
  const rows = await database().$queryRaw`
    select s.slug, t.title, t.language, p.country
    from practice p
    join practice_slug s on s.practice_id = p.id and s.current
    join practice_text t on t.practice_id = p.id and t.language = p.original_language
    where p.status = 'published' and t.summary is null
    order by t.title, p.id`;
  return z.array(Record).parse(rows);
}
