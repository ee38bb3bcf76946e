import { groupByDay } from '#domain/told-event';
import { eventSentence } from '#i18n/event-sentence';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { Standing } from '#server/submissions/queries/standing';

/** What has happened to an example so far. */
export function History({ standing, locale }: { standing: Standing; locale: Locale }) {
  const t = translatorOf(locale);
  const events = groupByDay(standing.history).flatMap((day) => day.events);
  return (
    <section className="account-section" aria-labelledby="history-heading">
      <h2 id="history-heading">{t('sending.history.title')}</h2>
      <ol className="history">
        {events.map((event) => (
          <li key={`${event.kind} ${event.at.toISOString()}`}>
            <time dateTime={event.at.toISOString()}>{formatDate(event.at, locale)}</time>{' '}
            {eventSentence(event, locale)}
          </li>
        ))}
      </ol>
    </section>
  );
}
