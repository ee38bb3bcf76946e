import 'server-only';
import { isConfirmationOverdue } from '#domain/confirmation';
import type { PracticeRecord, RecordAdoption } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { cityIn, type Vocabulary } from '#server/catalogue/queries/vocabulary';
import type { RecordSource } from '#server/practices/select';

/**
 * What readers are told about a city's own text. It changes with time alone: the page's tag holds the day for texts like
 * this, so nobody keeps it for longer.
 */
export function confirmationOf(
  { content, confirmedAt, publishedAt }: Pick<RecordSource, 'content' | 'confirmedAt' | 'publishedAt'>,
  now: Date,
): Pick<PracticeRecord, 'confirmedAt' | 'unconfirmedSince'> {
  const since = confirmedAt ?? publishedAt;
  if (content.provenance !== 'city' || !since) return {};
  return isConfirmationOverdue(since, now) ? { unconfirmedSince: since } : { confirmedAt };
}

/** A confirmed adoption for a reader: the other example by its title in their language, or else the original's. */
export function adoptionOf(
  { city, other, ...adoption }: RecordSource['adoptions'][number],
  vocabulary: Vocabulary,
  locale: Locale,
): RecordAdoption {
  const language = other && (locale in other.titles ? locale : other.language);
  return {
    ...adoption,
    city: cityIn(vocabulary, city, locale),
    other: other && language ? { slug: other.slug, language, title: other.titles[language] ?? '' } : null,
  };
}
