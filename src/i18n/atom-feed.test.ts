import { expect, test } from 'vitest';
import type { CatalogueNews } from '#domain/catalogue-news';
import { atomFeed } from '#i18n/atom-feed';
import { readXml } from '#lib/xml-tree';

const now = new Date('2026-11-25T12:00:00Z');
const one: CatalogueNews = {
  ...{ key: 'mzdrnhzdus/version/2', kind: 'revised', at: new Date('2026-05-03T10:00:00Z') },
  ...{ slug: 'café', title: 'Café & <talks>', language: 'fr', number: 2, words: 'New figures for 2025' },
};
const feedOf = (news: readonly CatalogueNews[]) =>
  atomFeed({ locale: 'en', origin: 'https://example.org', news, now });
function partsOf(feed: string) {
  const root = readXml(feed);
  const elements = root?.children.filter((child) => typeof child !== 'string') ?? [];
  return { root, named: (name: string) => elements.filter((element) => element.name === name) };
}

test('a feed holds what its readers need, with or without entries', () => {
  for (const news of [[], [one]]) {
    const { root, named } = partsOf(feedOf(news));
    expect(root?.attributes.get('lang')).toBe('en');
    for (const name of ['id', 'title', 'updated', 'author']) expect(named(name)).toHaveLength(1);
    expect(named('link').map(({ attributes }) => attributes.get('rel'))).toEqual(['self', 'alternate']);
    expect(named('entry')).toHaveLength(news.length);
  }
});

test('an entry leads to what changed, in words of any language', () => {
  const feed = feedOf([one]);
  expect(feed).toContain('<id>tag:example.org,2026:mzdrnhzdus/version/2</id>');
  expect(feed).toContain('<title xml:lang="fr">Café &amp; &lt;talks&gt;</title>');
  expect(feed).toContain('<updated>2026-05-03T10:00:00.000Z</updated>');
  expect(feed).toContain('href="https://example.org/en/practices/café/history/1/2"');
  expect(feed).toContain('A new version was published: New figures for 2025');
});

test('what was archived says why, and is told at its address', () => {
  const feed = feedOf([{ ...one, kind: 'archived', number: null, words: 'Closed.' }]);
  expect(feed).toContain('No longer in the catalogue: Closed.');
  expect(feed).toContain('href="https://example.org/en/practices/café"');
});

test('a text in the reader’s language is told as such, the first one as new', () => {
  const text: CatalogueNews = { ...one, key: 'mzdrnhzdus/text/en/1', kind: 'translated', number: 1 };
  const first = feedOf([text]);
  expect(first).toContain('<id>tag:example.org,2026:mzdrnhzdus/text/en/1</id>');
  expect(first).toContain('href="https://example.org/en/practices/café"');
  expect(first).toContain('<summary>It can be read in English now.</summary>');
  expect(feedOf([{ ...text, number: 2 }])).toContain(
    '<summary>Its English text was published anew.</summary>',
  );
});
