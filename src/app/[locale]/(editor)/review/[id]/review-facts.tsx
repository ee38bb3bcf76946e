import type { ReactNode } from 'react';
import { countryName } from '#domain/countries';
import { type PracticeRecord, sectionNames } from '#domain/practice';
import type { FieldName } from '#domain/submission-fields';
import { formatList, formatYears, languageName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { Review } from '#server/review/queries/submission';
import type { Below } from './below';

type Props = { locale: Locale; review: Review; practice: PracticeRecord; below: Below };

/** Everything besides the text, what readers do not see as well, and which parts of the text are empty. */
export function ReviewFacts({ locale, review: { fields }, practice, below }: Props) {
  const t = translatorOf(locale);
  const { country, years } = practice;
  const { language, contactName, contactOffice, contactEmail } = fields;
  const facts: [FieldName, ReactNode][] = [
    ['country', country && countryName(country, locale)],
    ['cities', join(practice.cities, locale)],
    ['otherPlaces', fields.otherPlaces.trim()],
    ['years', yearsOf(fields.years.trim(), formatYears(years, locale))],
    ['language', language && languageName(language, locale)],
    ['topics', join(practice.topics, locale)],
    ['targetGroups', join(practice.targetGroups, locale)],
    ['website', websiteOf(fields.website.trim(), practice.website)],
    [
      'contactName',
      formatList(
        [contactName, contactOffice].filter((text) => text.trim()),
        locale,
        'unit',
      ),
    ],
    ['contactEmail', contactEmail.trim() && <a href={`mailto:${contactEmail.trim()}`}>{contactEmail}</a>],
    ['contactPublic', t(fields.contactPublic === 'yes' ? 'review.facts.shown' : 'review.facts.hidden')],
    ['agreed', t(fields.agreed === 'yes' ? 'review.facts.agreed' : 'review.facts.notAgreed')],
  ];
  const empty = sectionNames.filter((name) => fields[name].trim() === '');
  return (
    <section className="review-facts" aria-labelledby="facts-heading">
      <h2 id="facts-heading">{t('review.facts.title')}</h2>
      <dl>
        {[...facts, ...empty.map((name): [FieldName, ReactNode] => [name, null])].map(([name, value]) => (
          <div key={name} id={`fact-${name}`}>
            <dt>{t(`submission.label.${name}`)}</dt>
            <dd>{value || <span className="review-nothing">{t('review.facts.nothing')}</span>}</dd>
            {name !== 'agreed' && <dd className="review-below">{below(name)}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}

function join(items: readonly { name: string }[], locale: Locale): string {
  return formatList(
    items.map(({ name }) => name),
    locale,
    'unit',
  );
}

/** As typed, and as it is understood where that reads differently. */
function yearsOf(typed: string, read: string | null): ReactNode {
  if (!read || read === typed) return typed;
  return (
    <>
      {read} <small>({typed})</small>
    </>
  );
}

/** A link only where it is an address. */
function websiteOf(typed: string, shown: string | null | undefined): ReactNode {
  if (!shown) return typed;
  return (
    <a href={shown} rel="external nofollow">
      {shown}
    </a>
  );
}
