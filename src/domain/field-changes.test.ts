import { expect, test } from 'vitest';
import { compareFields, compareFiles } from '#domain/field-changes';
import { emptyDraft } from '#domain/submission-fields';

test('fields are told by whether they changed; what is empty both times, and the agreement, is not told', () => {
  const before = {
    ...emptyDraft,
    title: 'Walks',
    cities: ['cork', 'lyon'],
    topics: ['housing'],
    agreed: 'yes',
  };
  const after = { ...before, cities: ['lyon', 'cork'], purpose: 'To walk.', topics: [], agreed: '' };
  expect(compareFields(before, after)).toEqual({ changed: ['purpose', 'topics'], same: ['cities', 'title'] });
});

test('files come, go, and are described anew', () => {
  const file = {
    kind: 'image',
    alt: '',
    decorative: true,
    credit: '',
    consent: 'nobody',
    title: '',
    language: '',
  } as const;
  const [gone, stays, told] = ['gone', 'stays', 'told'].map((id) => ({ ...file, id, name: `${id}.jpg` }));
  if (!gone || !stays || !told) throw new Error('no files');
  const anew = { ...told, alt: 'A walk' };
  const fresh = { ...told, id: 'fresh' };
  expect(compareFiles([gone, stays, told], [fresh, anew, stays])).toEqual([
    { kind: 'removed', file: gone },
    { kind: 'added', file: fresh },
    { kind: 'changed', file: anew, before: told },
  ]);
});
