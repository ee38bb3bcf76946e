import { problemsFragment } from '#components/form/error-summary';
import type { Locale } from '#i18n/locales';
import { reviewPaths } from '#i18n/review-paths';
import { talkField, talkFragment } from '#i18n/talk-paths';
import { talkProblem } from '#i18n/talk-text';
import { translatorOf } from '#i18n/translator';
import { type FormValues, firstValue } from '#lib/form-values';
import type { Person } from '#server/accounts/session';
import { parkForm } from '#server/forms/commands';
import { seeOther } from '#server/forms/see-other';
import { nothingThere, takeForm } from '../../../../take-form';

type Sent = { locale: Locale; id: string; values: FormValues; person: Person; now: Date };

type Result =
  | { ok: true; thread?: string }
  | { ok: false; reason: 'not-found' | 'not-possible' | 'empty' | 'too-long' | 'too-many' };

type Take = {
  work: (sent: Sent) => Promise<Result | null>;
  /** Where it stands on the page, once it is done. */
  fragment: (values: FormValues) => string;
};

type Context = { params: Promise<{ locale: string; id: string }> };

/** Bytes: a comment, and another wording for a long text. */
const limit = 1_000_000;

/** Takes what an editor says about a text, and leads back to where it stands. What cannot be taken comes back there. */
export function takeComment(request: Request, context: Context, { work, fragment }: Take): Promise<Response> {
  return takeForm(request, context, {
    ...{ limit, keepsWords: true },
    pageOf: reviewPaths.submission,
    labels: (locale) => {
      const t = translatorOf(locale);
      return { text: t('talk.comment'), suggestion: t('talk.suggest') };
    },
    async work(sent) {
      const { locale, id, values, now } = sent;
      const result = await work(sent);
      if (!result) return new Response(null, { status: 400 });
      const path = reviewPaths.submission(locale, id);
      const back = result.ok && result.thread ? talkFragment(result.thread) : fragment(values);
      if (result.ok || result.reason === 'not-possible') return seeOther(`${path}#${back}`);
      if (result.reason === 'not-found') return nothingThere();
      const errors = { [fieldOf(values)]: talkProblem(result.reason, locale) };
      const form = await parkForm({ path, values, errors, now });
      return seeOther(`${path}?${new URLSearchParams({ form })}#${problemsFragment}`);
    },
  });
}

function fieldOf(values: FormValues): string {
  return values.has('thread')
    ? talkField.answer(firstValue(values, 'thread'))
    : talkField.comment(firstValue(values, 'place'));
}
