import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#domain/actor';
import {
  mayDo,
  mayTranslate,
  type TranslationFacts,
  translationEventOf,
  translationEvents,
  translationStates,
  translationVerbs,
} from '#domain/translation';

const people = ['ana', 'ben', 'cleo'] as const;
const practice = { cities: ['cork'], members: ['ben'] };
const actors = fc.record({
  id: fc.constantFrom(...people),
  roles: fc.subarray(['officer', 'translator', 'editor', 'administrator'] as const),
  cities: fc.constantFrom([], [{ id: 'cork', confirmed: true }], [{ id: 'cork', confirmed: false }]),
  hasSecondFactor: fc.boolean(),
});
const facts = fc.record({
  state: fc.constantFrom(null, ...translationStates),
  translator: fc.constantFrom(null, ...people),
  writers: fc.subarray([...people]),
  practice: fc.constant(practice),
});
const verbs = fc.constantFrom(...translationVerbs);
const holds = (
  property: (actor: Actor, facts: TranslationFacts, verb: (typeof translationVerbs)[number]) => void,
) => fc.assert(fc.property(actors, facts, verbs, property), { numRuns: 2_000 });

describe('for anybody, in any state', () => {
  test('who may not see the translations of a practice may do nothing to them', () => {
    holds((actor, translation, verb) => {
      if (!mayTranslate(actor, practice)) expect(mayDo(actor, verb, translation)).toBe(false);
    });
  });

  test('nobody decides about what they wrote', () => {
    holds((actor, translation, verb) => {
      const { translator, writers } = translation;
      if ((verb === 'approve' || verb === 'return') && mayDo(actor, verb, translation))
        expect([translator, ...writers]).not.toContain(actor.id);
    });
  });

  test('one person writes, in a draft that is theirs', () => {
    holds((actor, translation, verb) => {
      if (verb === 'write' && mayDo(actor, verb, translation))
        expect([translation.state, translation.translator]).toEqual(['draft', actor.id]);
    });
  });

  test('what readers see is taken away by editors alone, with their second factor', () => {
    holds((actor, translation, verb) => {
      if ((verb === 'withdraw' || verb === 'discard') && mayDo(actor, verb, translation))
        expect([actor.roles.includes('editor'), actor.hasSecondFactor]).toEqual([true, true]);
    });
  });

  test('a machine never writes over what a person has begun', () => {
    holds((actor, translation, verb) => {
      if (verb === 'draftByMachine' && mayDo(actor, verb, translation))
        expect([null, 'machine']).toContain(translation.state);
    });
  });
});

test('whatever is done has its line in the history, but for what is typed', () => {
  const told = translationVerbs.flatMap((verb) => translationEventOf(verb) ?? []);
  expect([...told, 'translation-outdated']).toEqual([...translationEvents]);
  expect(translationEventOf('write')).toBeNull();
});
