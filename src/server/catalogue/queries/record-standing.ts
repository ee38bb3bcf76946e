import 'server-only';
import { isConfirmationOverdue } from '#domain/confirmation';
import type { PracticeRecord, RecordAdoption } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { cityIn, type Vocabulary } from '#server/catalogue/queries/vocabulary';
import type { RecordSource } from '#server/practices/select';

type Reader = { locale: Locale; vocabulary: Vocabulary; now: Date };

/** What others say of a practice by now, whatever its text: its city, that it is still so; other cities, that they repeat it. */
export function standingOf(
  source: RecordSource,
  { locale, vocabulary, now }: Reader,
): Pick<PracticeRecord, 'confirmedAt' | 'unconfirmedSince' | 'adoptions'> {
  return {
    ...confirmationOf(source, now),
    adoptions: source.adoptions.map((adoption) => adoptionOf(adoption, vocabulary, locale)),
  };
}

/**
 * What readers are told about a city's own text. It changes with time alone: the page's tag holds the day for texts like
 * this, so nobody keeps it for longer.
 */
function confirmationOf(
  { content: { provenance }, confirmedAt, publishedAt }: RecordSource,
  now: Date,
): Pick<PracticeRecord, 'confirmedAt' | 'unconfirmedSince'> {
  const since = confirmedAt ?? publishedAt;
  if (provenance !== 'city' || !since) return {};
  return isConfirmationOverdue(since, now) ? { unconfirmedSince: since } : { confirmedAt };
}

function adoptionOf(
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
