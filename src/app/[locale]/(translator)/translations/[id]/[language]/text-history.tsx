import { groupByDay } from '#domain/told-event';
import { eventSentence } from '#i18n/event-sentence';
import { formatDate } from '#i18n/format';
import { translatorOf } from '#i18n/translator';
import type { TextView } from './load-text';

/** What happened to it so far, and what readers saw since when. */
export function TextHistory({ view: { locale, story, publications } }: { view: TextView }) {
  const t = translatorOf(locale);
  const events = groupByDay(story).flatMap((day) => day.events);
  if (events.length === 0 && publications.length === 0) return null;
  return (
    <section className="text-history" aria-labelledby="history-heading">
      <h2 id="history-heading">{t('translations.history.title')}</h2>
      <ol className="history">
        {events.map((event) => (
          <li key={`${event.kind} ${event.at.toISOString()}`}>
            <time dateTime={event.at.toISOString()}>{formatDate(event.at, locale)}</time>{' '}
            {eventSentence(event, locale)}
            {event.facts.words && (
              <blockquote className="story-words" dir="auto">
                {event.facts.words}
              </blockquote>
            )}
          </li>
        ))}
      </ol>
      {publications.length > 0 && (
        <>
          <h3>{t('translations.history.published')}</h3>
          <ul className="history">
            {publications.map(({ number, at, madeFrom }) => (
              <li key={number}>
                <time dateTime={at.toISOString()}>{formatDate(at, locale)}</time>{' '}
                {t('translations.history.item', { number: String(number), version: String(madeFrom) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
