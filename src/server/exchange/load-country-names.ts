import 'server-only';
import { z } from 'zod';
import { countrySearchNames } from '#domain/country-search-names';
import type { Transaction } from '#server/platform/db';

const Known = z.tuple([z.object({ known: z.string().nullable() })]);

/** Brings the names that countries are searched by into the database, and says how many rows changed. */
export async function loadCountryNames(tx: Transaction): Promise<number> {
  const rows = countrySearchNames();
  if ((await readKnown(tx)) === rows.map((row) => Object.values(row).join(' ')).join('\n')) return 0;
  const countries = rows.map(({ country }) => country);
  const languages = rows.map(({ language }) => language);
  const names = rows.map(({ name }) => name);
  const removed = await tx.$executeRaw`
    delete from country_name known where not exists (
      select from unnest(${countries}::text[], ${languages}::text[], ${names}::text[]) as wanted (country, language, name)
      where wanted.country = known.country and wanted.language = known.language and wanted.name = known.name)`;
  const added = await tx.$executeRaw`
    insert into country_name (country, language, name)
    select * from unnest(${countries}::text[], ${languages}::text[], ${names}::text[])
    on conflict do nothing`;
  return removed + added;
}

/** All of them as one text: there are thousands, and almost always they are there already. */
async function readKnown(tx: Transaction): Promise<string | null> {
  const rows = await tx.$queryRaw`
    select string_agg(concat_ws(' ', country, language, name), E'\n' order by concat_ws(' ', country, language, name) collate "C") as known
    from country_name`;
  return Known.parse(rows)[0].known;
}
