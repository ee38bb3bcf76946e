import 'server-only';
import { z } from 'zod';
import type { Database } from '#server/platform/db';

const Hits = z.array(z.object({ id: z.string() }));

/**
 * Ids of published practices that contain every word of the query: in a text of any language, a name of a city or
 * topic, or the country's name (given as codes by the caller, since only the reader's language knows it).
 */
export async function findByText(db: Database, query: string, countriesOfWord: (word: string) => string[]) {
  const words = query.split(' ').slice(0, 12);
  const hits = await Promise.all(words.map((word) => findByWord(db, word, countriesOfWord(word))));
  const [first = new Set<string>(), ...rest] = hits;
  return new Set([...first].filter((id) => rest.every((ids) => ids.has(id))));
}

async function findByWord(db: Database, word: string, countries: string[]): Promise<Set<string>> {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db.$queryRaw`
    select p.id
    from practice p
    where p.status = 'published' and (
      p.country::text = any(${countries})
      or exists (
        select 1 from practice_text t
        where t.practice_id = p.id and t.state in ('approved', 'outdated')
          and concat_ws(' ', t.title, t.summary, t.purpose, t.rationale, t.process, t.impact,
                        t.resources, t.challenges, t.transfer, t."references") ilike ${pattern})
      or exists (
        select 1 from practice_city pc join city_name n on n.city_id = pc.city_id
        where pc.practice_id = p.id and n.name ilike ${pattern})
      or exists (
        select 1 from practice_topic pt join topic_name n on n.topic_id = pt.topic_id
        where pt.practice_id = p.id and n.name ilike ${pattern}))`;
  return new Set(Hits.parse(rows).map(({ id }) => id));
}
