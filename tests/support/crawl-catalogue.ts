import type { Person, Stage } from '#tests/support/crawl-examples';
import { italian } from '#tests/support/typed-texts';

/** Records of content/ that the scene changes. */
export const revisedSlug = 'zuri-city-card';
export const archivedSlug = 'welcome-app-erlangen';
export const adoptedSlug = 'bilbao-anti-rumours-strategy';
export const revisableSlug = 'cork-city-of-sanctuary';

/** A second version, an archived record, and what other cities say that they repeat. */
export async function changeCatalogue({ pool, author, editor }: Stage, newcomer: Person): Promise<void> {
  await pool.query(
    `update practice_text set purpose = purpose || E'\\n\\nIn 2025, 240 people took part.'
      where language = 'en' and practice_id = (select practice_id from practice_slug where slug = $1)`,
    [revisedSlug],
  );
  await pool.query(
    `select keep_versions(array[practice_id], $2, now(), null, $3) from practice_slug where slug = $1`,
    [revisedSlug, editor.id, italian.note],
  );
  await pool.query(
    `update practice set status = 'archived' where id = (select practice_id from practice_slug where slug = $1)`,
    [archivedSlug],
  );
  await pool.query(
    `insert into adoption (id, practice_id, city_id, year, words, website, stated_by, state, decided_by, decided_at, refused_because)
      select left(md5(city), 10), practice_id, city, 2024, $2, 'https://city.example/page', $3, state::"AdoptionState",
        case when state <> 'stated' then $4 end, case when state <> 'stated' then now() end,
        case when state = 'refused' then $5 end
      from practice_slug, (values ('bergen', 'confirmed'), ('cork', 'refused'), ('vienna', 'stated')) as said (city, state)
      where slug = $1`,
    [adoptedSlug, italian.adopted, author.id, editor.id, italian.because],
  );
  await pool.query(
    `insert into affiliation (id, account_id, city_id, country, position) values ('asked00001', $1, 'bergen', 'NO', $2)`,
    [newcomer.id, italian.question],
  );
  await pool.query(
    `update practice set published_at = now() - interval '19 months', canonical_url = 'https://gone.example/page'
      where id = (select practice_id from practice_slug where slug = $1)`,
    [revisedSlug],
  );
  await pool.query(
    `insert into link_check (url, status, checked_at, failures) values ('https://gone.example/page', 404, now(), 2)`,
  );
  await pool.query('select publish_change(array(select id from practice), true)');
}
