import { z } from 'zod';
import { type Actor, actsAs } from '#domain/actor';
import { type PracticeFacts, speaksFor } from '#domain/permissions';
import { sectionNames } from '#domain/practice';
import { draftLimits } from '#domain/submission-fields';

/** How far a translation has come; `outdated` is an approved one whose original has changed since. */
export const translationStates = ['machine', 'draft', 'ready', 'approved', 'outdated'] as const;
export type TranslationState = (typeof translationStates)[number];

/** The parts of a practice that are words; whatever else it says is the same in every language. */
export const textNames = ['title', 'summary', ...sectionNames] as const;
export type TextName = (typeof textNames)[number];
export const TextName = z.enum(textNames);

const text = z.string().max(draftLimits.characters).catch('');

/** What is typed of a translation: a text for each part, empty where nothing stands. */
export const TextFields = z.object({
  ...{ title: text, summary: text, purpose: text, rationale: text, process: text, impact: text },
  ...{ resources: text, challenges: text, transfer: text, evidence: text, references: text },
});
export type TextFields = z.output<typeof TextFields>;

/** A translation in which nothing is written yet. */
export const noText: TextFields = TextFields.parse({});

/** What a decision about a translation needs to know of it. */
export type TranslationFacts = {
  /** Null where nobody has begun it. */
  state: TranslationState | null;
  /** The account that writes it. */
  translator: string | null;
  /** Accounts that wrote in it since it was approved last. */
  writers: readonly string[];
  practice: PracticeFacts;
};

/** What people do to a translation. */
export const translationVerbs = [
  /** To begin one, to take a machine's over, or to bring an approved one up to date. */
  'begin',
  /** To ask for a machine's draft. */
  'draftByMachine',
  /** To take it over from another translator. */
  'takeOver',
  'write',
  /** To say that it is done, for somebody else to look at. */
  'offer',
  'takeBack',
  'return',
  'approve',
  /** To take what readers see away from them. */
  'withdraw',
  /** To throw a machine's draft away. */
  'discard',
] as const;
export type TranslationVerb = (typeof translationVerbs)[number];

/** What each is called in the history of the practice; what is typed is kept save by save instead. */
export const translationEvents = [
  'translation-begun',
  'translation-drafted',
  'translation-taken-over',
  'translation-offered',
  'translation-taken-back',
  'translation-returned',
  'translation-approved',
  'translation-withdrawn',
  'translation-discarded',
  // By the site, when the original changes.
  'translation-outdated',
] as const;
export type TranslationEvent = (typeof translationEvents)[number];

type Rule = {
  event: TranslationEvent | null;
  /** States it is possible in; null is one that nobody has begun. */
  from: readonly (TranslationState | null)[];
  by: (actor: Actor, translation: TranslationFacts) => boolean;
};

const anyTranslator: Rule['by'] = (actor, { practice }) => mayTranslate(actor, practice);
const itsTranslator: Rule['by'] = (actor, { practice, translator }) =>
  translator === actor.id && mayTranslate(actor, practice);
/** Four eyes: whoever wrote in it does not decide about it. */
const anotherReader: Rule['by'] = (actor, { translator, writers }) =>
  mayApprove(actor) && translator !== actor.id && !writers.includes(actor.id);
const anyEditor: Rule['by'] = (actor) => actsAs(actor, 'editor');

const rules: Record<TranslationVerb, Rule> = {
  begin: { event: 'translation-begun', from: [null, 'machine', 'approved', 'outdated'], by: anyTranslator },
  draftByMachine: { event: 'translation-drafted', from: [null, 'machine'], by: anyTranslator },
  takeOver: {
    event: 'translation-taken-over',
    from: ['draft'],
    by: (actor, translation) => anyTranslator(actor, translation) && translation.translator !== actor.id,
  },
  write: { event: null, from: ['draft'], by: itsTranslator },
  offer: { event: 'translation-offered', from: ['draft'], by: itsTranslator },
  takeBack: { event: 'translation-taken-back', from: ['ready'], by: itsTranslator },
  return: { event: 'translation-returned', from: ['ready'], by: anotherReader },
  approve: { event: 'translation-approved', from: ['ready'], by: anotherReader },
  withdraw: { event: 'translation-withdrawn', from: ['approved', 'outdated'], by: anyEditor },
  discard: { event: 'translation-discarded', from: ['machine'], by: anyEditor },
};

/** Whether a person may do something to a translation. Asked inside the command, next to the row. */
export function mayDo(actor: Actor, verb: TranslationVerb, translation: TranslationFacts): boolean {
  const { from, by } = rules[verb];
  return from.includes(translation.state) && by(actor, translation);
}

/** What a verb's line in the history is called; null for what has none. */
export function translationEventOf(verb: TranslationVerb): TranslationEvent | null {
  return rules[verb].event;
}

/** Whether a person may see the translations of a practice and write some: translators, editors, and who speaks for it. */
export function mayTranslate(actor: Actor, practice: PracticeFacts): boolean {
  return mayApprove(actor) || speaksFor(actor, practice);
}

/** Whether a person may decide on what others translated, and see the translations of every practice. */
export function mayApprove(actor: Actor): boolean {
  return actsAs(actor, 'translator') || actsAs(actor, 'editor');
}
