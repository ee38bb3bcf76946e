import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { FoundNames, FoundText } from '#components/listing/found-text';
import { SearchNotice } from '#components/listing/search-notice';
import { emptyFilter } from '#domain/catalogue-filter';
import type { Listing } from '#domain/listing';

const listing: Listing = {
  filter: { ...emptyFilter, q: 'chior', sort: 'relevance' },
  ...{ total: 1, pageCount: 1, cards: [], years: [], waysOut: [], catalogueSize: 5 },
  facets: { country: [], city: [], topic: [], language: [], group: [], place: [], network: [] },
  ...{ matches: new Map(), correction: null, partly: false, wordless: false, searchAway: false },
};

/** The text of an element, and where its links lead. */
function read(element: React.ReactNode) {
  const html = renderToStaticMarkup(element);
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&'));
  return { html, text: html.replace(/<[^>]+>/g, ''), links };
}

describe('what became of the words', () => {
  test('nothing is said where they were searched for', () => {
    expect(read(<SearchNotice listing={listing} locale="en" />).html).toBe('');
  });

  test('one clear answer was searched for; the reader can insist', () => {
    const correction = { asked: 'chior', queries: ['choir'], searched: true };
    const { text, links } = read(<SearchNotice listing={{ ...listing, correction }} locale="en" />);
    expect(text).toBe('Nothing for “chior”. Searched for “choir” instead. Search for “chior” only');
    expect(links).toEqual(['/en?q=%22chior%22']);
  });

  test('several answers are offered', () => {
    const correction = { asked: 'pocters', queries: ['porters', 'posters'], searched: false };
    const { text, links } = read(<SearchNotice listing={{ ...listing, correction }} locale="en" />);
    expect(text).toBe('Did you meanportersposters');
    expect(links).toEqual(['/en?q=porters', '/en?q=posters']);
  });

  test('that the search is away is said, and nothing else', () => {
    const { text, links } = read(<SearchNotice listing={{ ...listing, searchAway: true }} locale="en" />);
    expect(text).toContain('“chior”');
    expect(links).toEqual([]);
  });

  test('where none has all of the words, it is said, beside what may have been meant', () => {
    const correction = { asked: 'kuzl choir', queries: ['kuzi choir'], searched: false };
    const { text } = read(<SearchNotice listing={{ ...listing, correction, partly: true }} locale="en" />);
    expect(text).toBe('Did you meankuzi choirNo example has all of these words. These have most of them.');
    expect(read(<SearchNotice listing={{ ...listing, partly: true, total: 0 }} locale="en" />).text).toBe('');
  });

  test('signs alone are no words', () => {
    const filter = { ...listing.filter, q: '- -' };
    expect(
      read(<SearchNotice listing={{ ...listing, filter, wordless: true }} locale="en" />).text,
    ).toContain('“- -”');
  });
});

test('a stretch of a text is marked, in its language, and never markup itself', () => {
  const parts = [
    { text: 'à ', found: false },
    { text: 'l’école', found: true },
    { text: ' <b>', found: false },
  ];
  const { html } = read(<FoundText snippet={{ language: 'fr', parts }} shown="en" locale="en" />);
  expect(html).toContain('<span lang="fr" dir="ltr">… à <mark>l’école</mark> &lt;b&gt; …</span>');
  expect(html).toContain('Found in the text in French:');
  expect(read(<FoundText snippet={{ language: 'fr', parts }} shown="fr" locale="fr" />).text).toBe(
    '… à l’école &lt;b&gt; …',
  );
});

test('the name that was found stands behind the one that is shown, in its language', () => {
  const of = (language: string, name: string) => [
    { kind: 'city' as const, label: 'Geneva', by: { language, name } },
  ];
  expect(read(<FoundNames names={of('de', 'Genf')} locale="en" />).html).toBe(
    '<p class="found-text">Found by its city: Geneva (<bdi lang="de" dir="ltr">Genf</bdi>)</p>',
  );
  expect(read(<FoundNames names={of('ar', 'جنيف')} locale="en" />).html).toContain(
    '<bdi lang="ar" dir="rtl">جنيف</bdi>',
  );
  expect(read(<FoundNames names={of('und', 'Genebra')} locale="en" />).html).toContain(
    '<bdi lang="">Genebra</bdi>',
  );
  expect(read(<FoundNames names={of('en', 'Geneva City')} locale="en" />).html).toContain(
    '<bdi>Geneva City</bdi>',
  );
});
