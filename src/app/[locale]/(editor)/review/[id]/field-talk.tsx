import { SubmitButton } from '#components/form/buttons';
import { TalkThread } from '#components/submission/talk-thread';
import type { TalkEntry, TalkPlace, Thread } from '#domain/review-talk';
import type { Locale } from '#i18n/locales';
import { talkField, talkPaths } from '#i18n/talk-paths';
import { placeLabel } from '#i18n/talk-text';
import { translatorOf } from '#i18n/translator';
import { CommentForm, WordsField } from './comment-form';
import { type LoadedTalk, loadTalk } from './load-talk';

type Props = {
  locale: Locale;
  id: string;
  /** What stands above it: a field, "files", or "" for the whole. */
  place: TalkPlace;
  /** Of the page's address: a form that came back. */
  form: string;
};

/** What was said about one part of an example, for its editors; below it, where one may say more. */
export async function FieldTalk({ locale, id, place, form }: Props) {
  const loaded = await loadTalk(locale, id, form);
  if (!loaded) return null;
  const threads = loaded.threads.filter((thread) => thread.place === place);
  if (threads.length === 0 && !loaded.reviews) return null;
  return (
    <div className="field-talk">
      {threads.map((thread) => (
        <EditorsThread key={thread.id} {...{ locale, id, thread, loaded }} />
      ))}
      {loaded.reviews && <CommentForm {...{ locale, id, place, loaded }} />}
    </div>
  );
}

type ThreadProps = { locale: Locale; id: string; thread: Thread; loaded: LoadedTalk };

function EditorsThread({ locale, id, thread, loaded }: ThreadProps) {
  const t = translatorOf(locale);
  const { now, fields, parked } = loaded;
  const value = thread.place === '' || thread.place === 'files' ? '' : fields[thread.place];
  const standing = { text: typeof value === 'string' ? value : '', language: fields.language };
  const isParked = parked?.values.get('thread')?.[0] === thread.id;
  const about = (verb: string) => ({
    'aria-label': t('talk.verbAbout', { verb, label: placeLabel(thread.place, locale) }),
    children: verb,
  });
  return (
    <TalkThread
      {...{ locale, now, thread, standing }}
      unshared={t('talk.unshared')}
      actionOf={(entry) => <TakeBack {...{ locale, id, thread, entry }} />}
    >
      <form method="post" action={talkPaths.answer(locale, id)}>
        <input type="hidden" name="thread" value={thread.id} />
        <details className="talk-more" open={isParked}>
          <summary>{t('talk.answer')}</summary>
          <WordsField
            {...{ locale, label: t('talk.yourAnswer'), id: talkField.answer(thread.id) }}
            text={isParked ? (parked?.values.get('text')?.[0] ?? '') : ''}
            error={isParked ? parked?.errors[talkField.answer(thread.id)] : undefined}
          />
          <SubmitButton quiet {...about(t('talk.send'))} />
        </details>
        <SubmitButton
          quiet
          name="done"
          value={thread.done ? 'no' : 'yes'}
          formAction={talkPaths.settle(locale, id)}
          {...about(thread.done ? t('talk.reopen') : t('talk.markDone'))}
        />
      </form>
    </TalkThread>
  );
}

type TakeBackProps = Omit<ThreadProps, 'loaded'> & { entry: TalkEntry };

/** As long as nobody has answered it, nor read it on the other side. */
function TakeBack({ locale, id, thread, entry }: TakeBackProps) {
  const isAnswered = entry.id === thread.id && thread.entries.length > 1;
  if (!entry.own || entry.shared || isAnswered) return null;
  return (
    <form method="post" action={talkPaths.takeBack(locale, id)}>
      <input type="hidden" name="comment" value={entry.id} />
      <input type="hidden" name="place" value={thread.place} />
      <button type="submit" className="talk-take-back">
        {translatorOf(locale)('talk.takeBack')}
      </button>
    </form>
  );
}
