import { expect, test } from 'vitest';
import { emptyDraft } from '#domain/submission-fields';
import { findGaps } from '#domain/submission-gaps';

const known = {
  cities: new Map([['cork', 'IE']]),
  topics: new Set(['education']),
  targetGroups: new Set<string>(),
};

test('an empty draft lacks what is needed, and the agreement comes last', () => {
  const gaps = findGaps({ fields: emptyDraft, files: [], conflicts: [], known });
  const names = gaps.map((gap) => (gap.kind === 'field' ? gap.problem.field : gap.kind));
  expect(names[0]).toBe('country');
  expect(names).toContain('impact');
  expect(names).not.toContain('resources');
  expect(names.at(-1)).toBe('agreed');
});

test('two texts to choose from are named once each, before all others; files before the agreement', () => {
  const file = {
    ...{ id: 'f', kind: 'image' as const, name: 'a.jpg', alt: '', decorative: true, credit: 'Mira' },
    ...{ consent: '', title: '', language: '' },
  };
  const gaps = findGaps({ fields: emptyDraft, files: [file], conflicts: ['purpose', 'purpose'], known });
  expect(gaps[0]).toEqual({ kind: 'conflict', field: 'purpose' });
  expect(gaps.filter(({ kind }) => kind === 'conflict')).toHaveLength(1);
  expect(gaps.slice(-2).map(({ kind }) => kind)).toEqual(['file', 'field']);
});
