import { cache } from 'react';
import type { CareSection } from '#domain/care';
import { emptyFilter } from '#domain/catalogue-filter';
import { countryName } from '#domain/countries';
import { formatDate, formatList, languageName, sortByName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { listingPath, practicePath } from '#i18n/paths';
import { submissionPaths } from '#i18n/submission-paths';
import { translationPaths } from '#i18n/translation-paths';
import { translatorOf } from '#i18n/translator';
import { vocabularyPaths } from '#i18n/vocabulary-paths';
import { listDeadLinks } from '#server/care/queries/dead-links';
import { readGaps } from '#server/care/queries/gaps';
import { listBarePictures } from '#server/care/queries/pictures';
import {
  type CareRecord,
  listMissingTexts,
  listUnconfirmed,
  listWithoutSummary,
} from '#server/care/queries/records';
import { linkReason } from './link-reason';

/** A cell as a page and a file show it; `lang` where it is not in the reader's language. */
export type Cell = { text: string; href?: string; lang?: string; links?: readonly CellLink[] };
/** A part of a cell that leads somewhere of its own; the cell's text has all of them. */
type CellLink = { label: string; href: string };
export type CareTable = { columns: readonly string[]; rows: readonly (readonly Cell[])[] };

type Asked = { locale: Locale; now: Date };

/** Four sections of one page rest on it. */
const gapsOnce = cache(readGaps);

/** Reads a section of the report as a table in the reader's language. The first cell of a row says what it is about. */
export function readCareTable(section: CareSection, asked: Asked): Promise<CareTable> {
  return readers[section](asked);
}

const readers: Record<CareSection, (asked: Asked) => Promise<CareTable>> = {
  confirmation: async ({ locale, now }) => {
    const t = translatorOf(locale);
    const rows = await listUnconfirmed(now);
    return {
      columns: [t('care.column.example'), t('care.column.country'), t('care.column.since')],
      rows: rows.map((row) => [...recordCells(row, locale), { text: formatDate(row.since, locale) }]),
    };
  },
  links: async ({ locale }) => {
    const t = translatorOf(locale);
    const rows = await listDeadLinks();
    return {
      columns: [
        ...[t('care.column.example'), t('care.column.country'), t('care.column.link')],
        ...[t('care.column.reason'), t('care.column.checked')],
      ],
      rows: rows.map((row) => [
        ...recordCells(row.record, locale),
        { text: row.url, href: row.url },
        { text: linkReason(row, locale) },
        { text: formatDate(row.checkedAt, locale) },
      ]),
    };
  },
  pictures: async ({ locale }) => {
    const t = translatorOf(locale);
    const rows = await listBarePictures();
    return {
      columns: [t('care.column.picture'), t('care.column.example')],
      rows: rows.map(({ file, submission, title, reference }) => [
        { text: file },
        {
          text: [title.trim() || t('care.untitled'), reference].filter(Boolean).join(' – '),
          href: submissionPaths.preview(locale, submission),
        },
      ]),
    };
  },
  translations: async ({ locale }) => {
    const t = translatorOf(locale);
    const rows = sortByName(await listMissingTexts(), ({ title }) => title, locale);
    const list = (id: string, languages: readonly string[]): Cell => {
      const codes = sortByName(languages, (code) => languageName(code, locale), locale);
      const names = codes.map((code) => languageName(code, locale));
      return {
        links: codes.map((code) => ({
          ...{ label: languageName(code, locale), href: translationPaths.text(locale, id, code) },
        })),
        text: formatList(names, locale, 'unit') || t('care.nothing'),
      };
    };
    return {
      columns: [
        ...[t('care.column.example'), t('care.column.country')],
        ...[t('care.column.missing'), t('care.column.outdated')],
      ],
      rows: rows.map((row) => [
        ...recordCells(row, locale),
        ...[list(row.id, row.missing), list(row.id, row.outdated)],
      ]),
    };
  },
  summaries: async ({ locale }) => {
    const t = translatorOf(locale);
    const rows = sortByName(await listWithoutSummary(), ({ title }) => title, locale);
    return {
      columns: [t('care.column.example'), t('care.column.country')],
      rows: rows.map((row) => recordCells(row, locale)),
    };
  },
  gaps: ({ locale }) => gapTable(locale),
  topics: async ({ locale }) => {
    const { idleTopics } = await gapsOnce(locale);
    return {
      columns: [translatorOf(locale)('care.column.topic')],
      rows: sortByName(idleTopics, ({ name }) => name, locale).map(({ id, name }) => [
        { text: name, href: vocabularyPaths.entry(locale, 'topic', id) },
      ]),
    };
  },
  networks: async ({ locale }) => {
    const { idleNetworks } = await gapsOnce(locale);
    return {
      columns: [translatorOf(locale)('care.column.network')],
      rows: idleNetworks.map(({ name }) => [{ text: name }]),
    };
  },
  cities: async ({ locale }) => {
    const t = translatorOf(locale);
    const { idleCities } = await gapsOnce(locale);
    return {
      columns: [t('care.column.city'), t('care.column.country'), t('care.column.network')],
      rows: idleCities.map(({ id, name, country, network }) => [
        { text: name, href: vocabularyPaths.entry(locale, 'city', id) },
        { text: countryName(country, locale) },
        { text: network },
      ]),
    };
  },
};

/** A row for each topic, a column for each country, and all countries together at the end. */
async function gapTable(locale: Locale): Promise<CareTable> {
  const t = translatorOf(locale);
  const { topics, countries, counts } = await gapsOnce(locale);
  const named = sortByName(
    countries.map((code) => ({ code, name: countryName(code, locale) })),
    ({ name }) => name,
    locale,
  );
  const linked = (count: number, topic: string, country?: string): Cell => {
    const facets = { ...emptyFilter.facets, topic: [topic], country: country ? [country] : [] };
    const href = listingPath(locale, { ...emptyFilter, facets });
    return count > 0 ? { text: String(count), href } : { text: '0' };
  };
  return {
    columns: [t('care.column.topic'), ...named.map(({ name }) => name), t('care.column.total')],
    rows: sortByName(topics, ({ name }) => name, locale).map(({ id, name }) => {
      const row = named.map(({ code }) => ({ code, count: counts.get(`${id} ${code}`) ?? 0 }));
      const total = row.reduce((sum, { count }) => sum + count, 0);
      return [{ text: name }, ...row.map(({ code, count }) => linked(count, id, code)), linked(total, id)];
    }),
  };
}

function recordCells({ slug, title, language, country }: CareRecord, locale: Locale): Cell[] {
  return [
    { text: title, href: practicePath(locale, slug), lang: language },
    { text: countryName(country, locale) },
  ];
}
