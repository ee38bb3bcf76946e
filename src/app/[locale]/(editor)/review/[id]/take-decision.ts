import type { Actor } from '#domain/actor';
import {
  type DecisionField,
  type DecisionVerb,
  fieldsOfDecision,
  readDecision,
  type WrittenDecision,
} from '#domain/decision-form';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import { storableText } from '#lib/storable';
import { answerAct, sendBackTo, takeReview } from '../take-review';

type Context = { params: Promise<{ locale: string; id: string }> };
type Asked = WrittenDecision & { actor: Actor; id: string; now: Date };

type Refusal =
  | 'not-found'
  | 'not-possible'
  | 'no-reasons'
  | 'unchecked'
  | 'past'
  | 'overtaken'
  | 'incomplete';
type Result = { ok: true } | { ok: false; reason: Refusal };

/** The field beside which a refusal is shown, by the name of the problem. */
const beside: Record<Exclude<Refusal, 'not-found'>, string> = {
  'not-possible': 'gone',
  'no-reasons': 'reasons',
  unchecked: 'unchecked',
  past: 'day',
  overtaken: 'despite',
  incomplete: 'incomplete',
};

/** Takes the form of a decision, and carries it out; what is to be corrected comes back with all that was written. */
export function takeDecision(
  request: Request,
  context: Context,
  verb: DecisionVerb,
  carryOut: (asked: Asked) => Promise<Result>,
): Promise<Response> {
  return takeReview(request, context, {
    pageOf: (locale, id) => reviewPaths.decide(locale, id, verb),
    labels: (locale) => {
      const t = translatorOf(locale);
      return Object.fromEntries(fieldsOfDecision(verb).map((field) => [field, t(`review.field.${field}`)]));
    },
    work: async (sent) => {
      const { locale, id, person, values, now } = sent;
      const path = reviewPaths.decide(locale, id, verb);
      const typed = (field: DecisionField) => storableText(firstValue(values, field)).text;
      const read = readDecision(verb, typed);
      if (!read.ok) return sendBackTo(path, sent, read.problems);
      const result = await carryOut({ ...read.written, actor: person.actor, id, now });
      if (result.ok || result.reason === 'not-found')
        return answerAct(sent, verb, result.ok ? result : { ok: false, reason: 'not-found' });
      return sendBackTo(path, sent, { [beside[result.reason]]: result.reason });
    },
  });
}
