import { expect, test } from 'vitest';
import { type EvidenceFacts, figuresIn, findEvidence } from '#domain/evidence-level';

const none: EvidenceFacts = { sections: [], documents: 0, evaluator: null, cities: ['Cork'], adoptions: 0 };
const impact = { name: 'impact', markdown: 'Many came, 240 of them often.' } as const;
const evidence = { name: 'evidence', markdown: 'A survey among visitors.' } as const;
const references = { name: 'references', markdown: '- [Survey](https://example.org/survey)' } as const;

test('words alone describe; a figure in impact or evidence shows that somebody counts', () => {
  expect(findEvidence({ ...none, sections: [{ name: 'impact', markdown: 'Many came.' }] })).toEqual({
    level: 'described',
  });
  expect(findEvidence({ ...none, sections: [impact] })).toEqual({
    ...{ level: 'monitored', section: 'impact', figure: '240' },
  });
  expect(findEvidence({ ...none, sections: [{ name: 'process', markdown: '240 came.' }] }).level).toBe(
    'described',
  );
});

test('an evaluation has an evidence section and something to read', () => {
  expect(findEvidence({ ...none, sections: [evidence] }).level).toBe('described');
  expect(findEvidence({ ...none, sections: [references] }).level).toBe('described');
  expect(findEvidence({ ...none, sections: [evidence, references] })).toEqual({
    level: 'evaluated',
    source: 'link',
  });
  expect(findEvidence({ ...none, sections: [evidence], documents: 1 })).toEqual({
    level: 'evaluated',
    source: 'document',
  });
});

test.each([
  ['Cork City Council', 'evaluated'],
  ['the city of Cork', 'evaluated'],
  ['Bashkia e Cork', 'evaluated'],
  ['University of Cork', 'outside'],
  ['Dr. Mira Ó Sé', 'outside'],
  ['', 'evaluated'],
])('evaluated by “%s” is %s', (evaluator, level) => {
  expect(findEvidence({ ...none, sections: [evidence, references], evaluator }).level).toBe(level);
});

test('whoever is named without anything to read evaluated nothing that can be read', () => {
  expect(findEvidence({ ...none, sections: [impact], evaluator: 'University of Cork' }).level).toBe(
    'monitored',
  );
});

test('what another city repeats is repeated, whatever else is known', () => {
  expect(findEvidence({ ...none, adoptions: 2 })).toEqual({ level: 'repeated', adoptions: 2 });
});

test.each([
  ['It began in 2019, on 3 May 2021, in May 2022 and 2019–2021 or 2019-21.', []],
  ['Le 1er mai, le 12.05.2021 à 18h30, de mars à juin 2020.', []],
  ['Më 28 nëntor dhe në vitin 2020.', []],
  ['In phase 2, after COVID-19, at B2, in the 21st century.', []],
  ['See [the report](https://example.org/2020/12345).', []],
  ['1. First\n2. Second', []],
  ['In 2020, 35 % of 1,200 families; 6.400 visitors.', ['35', '1,200', '6.400']],
  ['2021: 12 schools', ['12']],
])('figures of “%s”', (text, figures) => {
  expect(figuresIn(text)).toEqual(figures);
});
