import 'server-only';
import { z } from 'zod';
import { type CatalogueNews, newsLimit } from '#domain/catalogue-news';
import type { Locale } from '#i18n/locales';
import { type Database, database } from '#server/platform/db';

const Rows = z.array(
  z.object({
    key: z.string(),
    kind: z.enum(['published', 'revised', 'archived', 'confirmed', 'adopted', 'translated']),
    at: z.date(),
    slug: z.string(),
    title: z.string(),
    language: z.string(),
    number: z.number().nullable(),
    words: z.string(),
  }),
);

/**
 * What happened lately to practices that readers see, the latest first; corrections that were loaded from files are no news.
 * Of its translations only those into the reader's language, as long as there is one. Of an archived one only that it is: once it is back, that is none either. Its title is the one it has now, in the reader's language or else the original.
 */
export async function readNews(locale: Locale, db: Database = database()): Promise<CatalogueNews[]> {
  const rows = await db.$queryRaw`
    with news as (
      select v.practice_id, 'version/' || v.number as key,
        case when v.number = 1 then 'published' else 'revised' end as kind, v.at, v.number, v.note as words
      from practice_version v join practice p on p.id = v.practice_id and p.status = 'published'
      where v.number = 1 or v.by <> 'content'
      union all
      select e.practice_id, 'event/' || e.id, e.kind, e.at, null, ''
      from practice_event e join practice p on p.id = e.practice_id and p.status = 'published'
      where e.kind in ('confirmed', 'adopted')
      union all
      select t.practice_id, 'text/' || v.language || '/' || v.number, 'translated', v.at, v.number, ''
      from practice_text_version v
      join practice p on p.id = v.practice_id and p.status = 'published' and p.original_language <> v.language
      join practice_text t on t.practice_id = p.id and t.language = v.language
      where v.language = ${locale}
      union all
      select p.id, 'archived/' || to_char(p.archived_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS'), 'archived',
        p.archived_at, null, coalesce(p.archived_because, '')
      from practice p where p.status = 'archived' and p.archived_at is not null
    )
    select n.practice_id || '/' || n.key as key, n.kind, n.at, s.slug, t.title, t.language, n.number, n.words
    from news n
    join practice_slug s on s.practice_id = n.practice_id and s.current
    join practice p on p.id = n.practice_id
    cross join lateral (
      select title, language from practice_text
      where practice_id = p.id and language in (${locale}, p.original_language)
      order by language <> ${locale} limit 1
    ) t
    order by n.at desc, n.practice_id, n.key limit ${newsLimit}`;
  return Rows.parse(rows);
}
