import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { ContentPractice } from '#domain/content-practice';
import { countryName } from '#domain/countries';
import { summaryOf } from '#domain/summary';
import { readContent } from '#server/exchange/read-content';

/** The labels that the page prints before a text, and that became section headings. */
const labels = /^(?:Purpose|Qëllimi): /;
/** A label that the page cut off before its text began. */
const emptyLabel = / ?Stimulus\/Rationale:(?=…)/;

const seed: Record<string, string> = {
  a9wczneng9: 'roma-strategy-bradford-district',
  '2u83qggdh5': 'structural-racism-research-bergen',
  ejuc4n8ncr: 'migrant-stories',
  avzsjbkeas: 'equality-data-belgium',
  nj6bbrfjm4: 'a-welcoming-app',
};

const { content } = await readContent('content');
const page = await readFile('tests/fixtures/seed-listing.txt', 'utf8');
const entries = page.trim().split('\n\n').slice(4);

test('the page has five entries of title, place and text', () => {
  expect(entries).toHaveLength(15);
});

test.each(Object.entries(seed).map(([id, slug], index) => ({ id, slug, index })))(
  '$slug is the page’s entry, word for word',
  ({ id, slug, index }) => {
    const practice = content.practices.find((one) => one.id === id);
    if (!practice) throw new Error(`There is no example ${id}.`);
    const [title, place, text] = entries.slice(index * 3);
    expect(practice.slug).toBe(slug);
    expect(practice.provenance).toBe('programme_excerpt');
    expect(practice.texts).toHaveLength(1);
    expect(practice.texts[0]).toMatchObject({ title, summary: null });
    expect(placeOf(practice)).toBe(place);
    expect(wordsIn(practice)).toBe(clean(text ?? ''));
  },
);

test('two of them are Albanian', () => {
  const languages = Object.keys(seed).map(
    (id) => content.practices.find((one) => one.id === id)?.originalLanguage,
  );
  expect(languages).toEqual(['en', 'sq', 'en', 'sq', 'en']);
});

test('the summary is the excerpt itself, without any label', () => {
  const bergen = content.practices.find(({ slug }) => slug === 'structural-racism-research-bergen');
  const purpose = bergen?.texts[0]?.sections[0]?.markdown ?? null;
  expect(summaryOf({ summary: null, purpose })).toMatch(/^Kjo iniciativë kërkimore .* si u…$/);
});

function placeOf({ country, cities, years }: ContentPractice): string {
  const names = cities.map((id) => content.vocabulary.cities.find((city) => city.id === id)?.names.en);
  const span =
    years.end === years.start || years.end === null ? `${years.start}` : `${years.start}-${years.end}`;
  return [countryName(country, 'en'), ...names, span].join(' ');
}

function wordsIn({ texts }: ContentPractice): string {
  const markdown = texts[0]?.sections.map((section) => section.markdown).join(' ') ?? '';
  return clean(markdown.replace(/^### /, ''));
}

function clean(text: string): string {
  const line = text
    .trim()
    .replace(/\.\.\.$/, '…')
    .replace(/\s+/g, ' ');
  return line
    .replace(labels, '')
    .replace(/(?<=BARAZISË )Qëllimi: /, '')
    .replace(emptyLabel, ' ');
}
