import type { ReactNode } from 'react';
import { TextDiff } from '#components/practice/text-diff';
import type { TalkEntry, Thread } from '#domain/review-talk';
import { formatAgo } from '#i18n/ago';
import type { Locale } from '#i18n/locales';
import { talkFragment } from '#i18n/talk-paths';
import { placeLabel } from '#i18n/talk-text';
import { translatorOf } from '#i18n/translator';
import { firstWords } from '#lib/plain-text';

type Props = {
  locale: Locale;
  now: Date;
  thread: Thread;
  /** What stands in the field now, and its language: a suggested wording is shown against it. */
  standing: { text: string; language: string };
  /** Says beside what has not been shown to the other side that it has not. */
  unshared?: string;
  /** What can be done about each entry, and about the talk. */
  actionOf?: (entry: TalkEntry) => ReactNode;
  children?: ReactNode;
};

/** What was said about one thing, in order. What is done is folded away. */
export function TalkThread(props: Props) {
  const { locale, thread } = props;
  const t = translatorOf(locale);
  const label = placeLabel(thread.place, locale);
  if (!thread.done)
    return (
      <section
        className="talk"
        id={talkFragment(thread.id)}
        tabIndex={-1}
        aria-label={t('talk.about', { label })}
      >
        <TalkText {...props} />
      </section>
    );
  return (
    <details className="talk talk-done" id={talkFragment(thread.id)}>
      <summary>{t('talk.done', { words: firstLine(thread, locale) })}</summary>
      <TalkText {...props} />
    </details>
  );
}

/** How a talk begins, in a few words. */
export function firstLine({ entries, suggestion }: Thread, locale: Locale): string {
  return (
    firstWords(entries[0]?.text ?? '', 60) ||
    translatorOf(locale)('talk.suggests', { words: firstWords(suggestion?.text ?? '', 40) })
  );
}

function TalkText({ locale, now, thread, standing, unshared, actionOf, children }: Props) {
  return (
    <>
      {thread.entries.map((entry, place) => (
        <div key={entry.id} className="talk-entry">
          <p className="talk-by">
            <Writer entry={entry} locale={locale} />
            {' · '}
            <time dateTime={entry.at.toISOString()}>{formatAgo(entry.at, now, locale)}</time>
            {!entry.shared && unshared && <span className="talk-unshared"> · {unshared}</span>}
          </p>
          {entry.text && (
            <p className="talk-text" dir="auto">
              {entry.text}
            </p>
          )}
          {place === 0 && <SuggestedText {...{ locale, thread, standing }} />}
          {actionOf?.(entry)}
        </div>
      ))}
      {children}
    </>
  );
}

function Writer({ entry: { by, own, party }, locale }: { entry: TalkEntry; locale: Locale }) {
  const t = translatorOf(locale);
  if (own) return <strong>{t('talk.you')}</strong>;
  return (
    <>
      <strong>
        <bdi>{by}</bdi>
      </strong>
      {party === 'editor' && ` · ${t('talk.editor')}`}
    </>
  );
}

function SuggestedText({ locale, thread, standing }: Pick<Props, 'locale' | 'thread' | 'standing'>) {
  const { suggestion } = thread;
  if (!suggestion) return null;
  const t = translatorOf(locale);
  const { text, language } = standing;
  return (
    <div className="talk-suggestion">
      <p className="field-hint">{t(`talk.suggestion.${suggestion.state}`)}</p>
      {suggestion.state === 'taken' || text === '' ? (
        <p className="diff-block" lang={language || undefined} dir="auto">
          {suggestion.text}
        </p>
      ) : (
        <TextDiff {...{ locale, language }} before={text} after={suggestion.text} />
      )}
    </div>
  );
}
