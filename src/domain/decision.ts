import { z } from 'zod';
import type { Verb } from '#domain/lifecycle';

/** Decisions of which the authors are told by a mail that the editor may change before. */
export const toldVerbs = [
  'requestChanges',
  'accept',
  'decline',
  'publish',
  'archive',
] as const satisfies readonly Verb[];
export type ToldVerb = (typeof toldVerbs)[number];

/** Characters of what is written with a decision. */
export const decisionLimits = {
  subject: 200,
  text: 10_000,
  reasons: 4_000,
  /** Shown to everyone who comes to the address of what is archived. */
  because: 1_000,
  /** What changed, in a sentence for readers. */
  note: 300,
  /** Of an appeal. */
  words: 4_000,
} as const;

/** What an editor left of the suggested mail. */
export const DecisionLetter = z.object({
  subject: z.string().max(decisionLimits.subject),
  text: z.string().max(decisionLimits.text),
});
export type DecisionLetter = z.output<typeof DecisionLetter>;

/** Days in which the editors mean to answer what was sent. */
const answerDays = 21;

/** The day by which what is sent now is to be answered. */
export function answerBy(now: Date): Date {
  return new Date(now.getTime() + answerDays * 86_400_000);
}
