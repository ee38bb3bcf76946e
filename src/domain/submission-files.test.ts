import { expect, test } from 'vitest';
import { applyVerb, marksOf, mergeDescription, postedName, readFileVerb } from '#domain/posted-files';
import { checkFiles, type DescribedFile, fileLimits } from '#domain/submission-files';

const picture: DescribedFile = {
  ...{ id: 'picture001', kind: 'image', name: 'a.jpg', alt: '', decorative: false, credit: '', consent: '' },
  ...{ title: '', language: '' },
};
const report: DescribedFile = { ...picture, id: 'report0001', kind: 'document', name: 'b.pdf' };
const languages = new Set(['sq']);

const told = (files: DescribedFile[], forSending = true) =>
  checkFiles(files, { forSending, languages }).map(
    ({ fileId, field, reason }) => `${fileId} ${field} ${reason}`,
  );

test('a picture needs a description or to be decorative, a credit and an answer about people; a document title and language', () => {
  expect(told([picture, report])).toEqual([
    'picture001 alt missing',
    'picture001 credit missing',
    'picture001 consent missing',
    'report0001 title missing',
    'report0001 language missing',
  ]);
  expect(told([{ ...picture, decorative: true, credit: 'City of Cork', consent: 'nobody' }])).toEqual([]);
  expect(told([{ ...report, title: 'Plan', language: 'sq' }])).toEqual([]);
});

test('a draft may have gaps, but what stands there is looked at', () => {
  expect(told([picture, report], false)).toEqual([]);
  const long = { ...picture, alt: 'x'.repeat(fileLimits.alt + 1) };
  expect(told([long, { ...report, language: 'xx' }], false)).toEqual([
    'picture001 alt too-long',
    'report0001 language unknown-choice',
  ]);
});

const form = (seen: DescribedFile, typed: Partial<Record<string, string>>) =>
  new Map([
    [postedName('seen', seen.id), [marksOf(seen)]],
    ...(['alt', 'decorative', 'credit', 'consent'] as const).map(
      (field) => [postedName(field, seen.id), [typed[field] ?? '']] as [string, string[]],
    ),
  ]);

test('what a form changed is written, field by field', () => {
  const { changed, conflicts } = mergeDescription(
    picture,
    form(picture, { alt: ' Two dancers ', decorative: 'on', consent: 'maybe' }),
  );
  expect([...changed]).toEqual([['alt', 'Two dancers']]);
  expect(conflicts.size).toBe(0);
});

test('what another person wrote meanwhile is not written over, and what the form left alone stays', () => {
  const now = { ...picture, alt: 'Dancers', credit: 'Cork' };
  const { changed, conflicts } = mergeDescription(now, form(picture, { alt: 'Two people', consent: 'yes' }));
  expect([...changed]).toEqual([['consent', 'yes']]);
  expect([...conflicts]).toEqual([['alt', 'Dancers']]);
  expect(mergeDescription(now, form(picture, { alt: 'Dancers' })).conflicts.size).toBe(0);
});

test('a form that does not hold the file changes nothing of it', () => {
  const { changed, conflicts } = mergeDescription(
    { ...picture, alt: 'Dancers' },
    new Map([['alt-picture001', ['']]]),
  );
  expect(changed.size + conflicts.size).toBe(0);
});

test('files move by one place, and not over the ends', () => {
  const move = (value: string) => {
    const verb = readFileVerb(value);
    return (
      verb &&
      applyVerb(['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'], verb)
        .map((id) => id[0])
        .join('')
    );
  };
  expect(move('up-cccccccccc')).toBe('acb');
  expect(move('down-aaaaaaaaaa')).toBe('bac');
  expect(move('up-aaaaaaaaaa')).toBe('abc');
  expect(move('down-cccccccccc')).toBe('abc');
  expect(move('remove-bbbbbbbbbb')).toBe('ac');
  expect(move('up-xxxxxxxxxx')).toBe('abc');
  expect(move('delete-aaaaaaaaaa')).toBeNull();
  expect(move('up-../../etc/')).toBeNull();
});
