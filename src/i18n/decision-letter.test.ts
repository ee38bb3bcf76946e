import { expect, test } from 'vitest';
import { DecisionLetter, toldVerbs } from '#domain/decision';
import { decisionLetter } from '#i18n/decision-letter';
import { locales } from '#i18n/locales';

const about = { title: ' Café of languages ', reference: 'IC-2026-0042' };

test.each(locales)('each suggested mail in %s names the example, and fits', (locale) => {
  for (const verb of toldVerbs) {
    const letter = decisionLetter(verb, { locale, ...about });
    expect(DecisionLetter.parse(letter)).toEqual(letter);
    expect(letter.subject).toMatch(/^IC-2026-0042 – .*Café of languages/);
    expect(letter.text).toMatch(/Café of languages/);
    expect(letter.text, 'paragraphs, and who writes').toMatch(/\n\n[^\n]+$/);
  }
});

test('what was never sent has no reference, and what has no title a name', () => {
  const { subject, text } = decisionLetter('archive', { locale: 'en', title: '', reference: null });
  expect(subject).toBe('“Example without a title” is no longer shown');
  expect(text).toContain('“Example without a title”');
});
