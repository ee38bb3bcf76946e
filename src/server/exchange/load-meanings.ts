import 'server-only';
import { z } from 'zod';
import type { ContentVocabulary } from '#domain/content-vocabulary';
import { countryCodes, countryName } from '#domain/countries';
import { locales } from '#i18n/locales';
import type { Transaction } from '#server/platform/db';

type Row = { meaning: string; language: string; word: string };

const Known = z.tuple([z.object({ known: z.string().nullable() })]);

/** Brings the words of one meaning into the database: those of the list, and what countries are called in the interface's languages. */
export async function loadMeanings(tx: Transaction, meanings: ContentVocabulary['meanings']): Promise<void> {
  const rows = [...meanings.flatMap(rowsOf), ...countryCodes.flatMap(rowsOfCountry)];
  const lines = rows.map(({ meaning, language, word }) => `${meaning} ${language} ${word}`);
  if ((await readKnown(tx)) === lines.sort(byCodeUnit).join('\n')) return;
  await tx.$executeRaw`delete from search_meaning`;
  await tx.$executeRaw`
    insert into search_meaning (meaning, language, word, folded, stem)
    select meaning, language, word, folded,
      phraseto_tsquery(search_configuration(language)::regconfig, search_stem(language, folded))::text
    from (
      select *, search_fold(word) as folded
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as written (meaning text, language text, word text)
      offset 0
    ) each_once
    on conflict do nothing`;
  // Words and names are stemmed by their language even while no text is written in it.
  await tx.$executeRaw`
    insert into search_language (language, configuration)
    select distinct language, search_configuration(language) from search_meaning
    on conflict do nothing`;
}

function rowsOf({ id, words }: ContentVocabulary['meanings'][number]): Row[] {
  return Object.entries(words).flatMap(([language, list]) =>
    list.map((word) => ({ meaning: id, language, word })),
  );
}

/** Ids of the list have small letters only, so that no country's code is one. */
function rowsOfCountry(code: string): Row[] {
  return locales.map((language) => ({ meaning: code, language, word: countryName(code, language) }));
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** All of them as one text, since almost always they are there already. */
async function readKnown(tx: Transaction): Promise<string | null> {
  const rows = await tx.$queryRaw`
    select string_agg(line, E'\n' order by line collate "C") as known
    from (select concat_ws(' ', meaning, language, word) as line from search_meaning) known`;
  return Known.parse(rows)[0].known;
}
