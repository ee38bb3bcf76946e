import type { ToldEvent } from '#domain/told-event';
import { doerRole, eventSentence } from '#i18n/event-sentence';
import { formatTime } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Props = { event: ToldEvent; locale: Locale };

/** One thing that happened, with what was written with it. */
export function StoryEvent({ event, locale }: Props) {
  const { at, by, facts } = event;
  const role = doerRole(by, locale);
  return (
    <li>
      <p>
        <time dateTime={at.toISOString()}>{formatTime(at, locale)}</time> {eventSentence(event, locale)}
        {role && <small> · {role}</small>}
      </p>
      {facts.words && (
        <blockquote className="story-words" dir="auto">
          {facts.words}
        </blockquote>
      )}
      {facts.letter && (
        <details className="story-letter">
          <summary>{translatorOf(locale)('story.letter')}</summary>
          <p dir="auto">
            <b>{facts.letter.subject}</b>
          </p>
          <p className="story-words" dir="auto">
            {facts.letter.text}
          </p>
        </details>
      )}
    </li>
  );
}
