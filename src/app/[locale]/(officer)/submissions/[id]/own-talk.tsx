import type { ReactNode } from 'react';
import { SubmitButton } from '#components/form/buttons';
import { TextArea } from '#components/form/text-area';
import { TalkThread } from '#components/submission/talk-thread';
import { isSent } from '#domain/lifecycle';
import { type TalkPlace, type Thread, talkLimits } from '#domain/review-talk';
import type { DraftFields } from '#domain/submission-fields';
import type { Locale } from '#i18n/locales';
import { talkField, talkPaths } from '#i18n/talk-paths';
import { placeLabel } from '#i18n/talk-text';
import { translatorOf } from '#i18n/translator';
import type { LoadedDraft } from './load-draft';
import { parkedAnswers, type TypedAnswers } from './typed-answers';

export type OwnTalk = {
  locale: Locale;
  now: Date;
  id: string;
  talk: readonly Thread[];
  fields: DraftFields;
  /** Answers that came back, since they were not sent, and what is to be corrected about them. */
  typed: TypedAnswers;
  /** Whether the person may answer, and whether they may write in the fields. */
  answers: boolean;
  writes: boolean;
};

type Shown = {
  locale: Locale;
  /** What stands in the fields as they are shown. */
  fields: DraftFields;
  parked: Parameters<typeof parkedAnswers>[0];
};

/** What the form of a draft shows of it. */
export function ownTalk({ draft, now }: LoadedDraft, { locale, fields, parked }: Shown): OwnTalk {
  const { id, talk, state, writable } = draft;
  const answers = writable && isSent(state);
  return { ...{ locale, now, id, talk, fields, answers }, writes: writable, typed: parkedAnswers(parked) };
}

type Props = { of: OwnTalk; place: TalkPlace };

/** What editors wrote about one field, where its writers answer. The buttons work inside any form and send all of it. */
export function PlaceTalk({ of, place }: Props) {
  return of.talk
    .filter((thread) => thread.place === place)
    .map((thread) => <OwnThread key={thread.id} of={of} thread={thread} />);
}

/** One talk, with what its writers can do about it. */
export function OwnThread({ of, thread }: { of: OwnTalk; thread: Thread }) {
  const { locale, now, fields } = of;
  const value = thread.place === '' || thread.place === 'files' ? '' : fields[thread.place];
  const standing = { text: typeof value === 'string' ? value : '', language: fields.language };
  return (
    <TalkThread {...{ locale, now, thread, standing }}>
      {of.answers && <Actions of={of} thread={thread} />}
    </TalkThread>
  );
}

function Actions({ of, thread }: { of: OwnTalk; thread: Thread }) {
  const { locale, id, typed, writes } = of;
  const t = translatorOf(locale);
  const suggests = thread.suggestion !== null && thread.suggestion.state !== 'taken';
  const label = placeLabel(thread.place, locale);
  const button = (verb: string) => ({
    ...{ quiet: true, name: 'talk', value: `${verb}-${thread.id}` },
    formAction: talkPaths.own(locale, id),
  });
  const about = (verb: string) => ({ 'aria-label': t('talk.verbAbout', { verb, label }), children: verb });
  return (
    <>
      <div className="form-buttons">
        {suggests && writes && <SubmitButton {...button('take')} {...about(t('talk.take'))} />}
        {suggests && !thread.done && <SubmitButton {...button('leave')} {...about(t('talk.leave'))} />}
        {!suggests && !thread.done && <SubmitButton {...button('done')} {...about(t('talk.markDone'))} />}
        {thread.done && <SubmitButton {...button('reopen')} {...about(t('talk.reopen'))} />}
      </div>
      <AnswerField {...{ locale, thread, typed }}>
        <SubmitButton {...button('reply')} {...about(t('talk.send'))} />
      </AnswerField>
    </>
  );
}

type AnswerProps = Pick<OwnTalk, 'locale' | 'typed'> & { thread: Thread; children: ReactNode };

/** Folded away until it is wanted, or holds something. */
function AnswerField({ locale, thread, typed, children }: AnswerProps) {
  const t = translatorOf(locale);
  const name = talkField.answer(thread.id);
  const text = typed.texts.get(thread.id) ?? '';
  const error = typed.errors[name];
  return (
    <details className="talk-more" open={text !== '' || error !== undefined}>
      <summary>{t('talk.answer')}</summary>
      <TextArea
        {...{ locale, name, error }}
        label={t('talk.yourAnswer')}
        hint={text && !error ? t('talk.unsent') : undefined}
        defaultValue={text}
        maxLength={talkLimits.comment}
        rows={3}
        dir="auto"
      />
      {children}
    </details>
  );
}
