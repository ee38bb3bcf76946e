import { z } from 'zod';
import { textLanguages } from '#domain/text-languages';
import { titleWords } from '#lib/title-words';

/** How a text stands in the list; `none` is one that nobody has begun. */
export const textStandings = ['ready', 'draft', 'outdated', 'machine', 'none', 'approved'] as const;
export type TextStanding = (typeof textStandings)[number];

/** What a person asks of the list of translations. Empty: everything they may translate. */
export type TranslationFilter = {
  state: TextStanding | '';
  language: string;
  /** Words of the title, all of which are to be there. */
  q: string;
  /** Only what they translate themselves. */
  mine: boolean;
  /** Counted from 1. */
  page: number;
};

export const translationListLimits = { pageSize: 25, lastPage: 1_000, queryLength: 100 } as const;

export const emptyTranslationFilter: TranslationFilter = {
  ...{ state: '', language: '', q: '', mine: false, page: 1 },
};

const Params = z.object({
  state: z.enum(textStandings).or(z.literal('')).catch(''),
  language: z
    .string()
    .refine((language) => textLanguages.includes(language))
    .catch(''),
  q: z
    .string()
    .transform((text) => titleWords(text, translationListLimits.queryLength))
    .catch(''),
  mine: z
    .literal('1')
    .transform(() => true)
    .catch(false),
  page: z.coerce.number().int().min(1).max(translationListLimits.lastPage).catch(1),
});

/** Reads a filter from search parameters. Never throws: a value that says nothing is left out. */
export function parseTranslationFilter(
  raw: Record<string, string | string[] | undefined>,
): TranslationFilter {
  const names = ['state', 'language', 'q', 'mine', 'page'] as const;
  return Params.parse(Object.fromEntries(names.map((name) => [name, [raw[name]].flat()[0]])));
}

/** The query string, without "?": fixed order, nothing that is a default. */
export function serializeTranslationFilter(filter: TranslationFilter): string {
  const out = new URLSearchParams();
  for (const name of ['state', 'language', 'q'] as const) if (filter[name]) out.append(name, filter[name]);
  if (filter.mine) out.append('mine', '1');
  if (filter.page > 1) out.append('page', String(filter.page));
  return out.toString();
}

/** How many restrictions are set besides the state. */
export function countTranslationRestrictions({ language, q, mine }: TranslationFilter): number {
  return [language, q, mine].filter(Boolean).length;
}
