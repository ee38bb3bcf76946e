import { EvidenceSteps } from '#components/practice/evidence-steps';
import { Fact, Items } from '#components/practice/fact';
import { PracticeContact } from '#components/practice/practice-contact';
import { PracticeHistory } from '#components/practice/practice-history';
import { PracticeLanguages } from '#components/practice/practice-languages';
import { emptyFilter, type FacetName } from '#domain/catalogue-filter';
import { countryName } from '#domain/countries';
import type { PlaceType, PracticeRecord } from '#domain/practice';
import { formatDate, formatYears } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

type Props = { practice: PracticeRecord; locale: Locale };

/** Place, years, topics, languages and source as a list of terms. */
export function PracticeFacts({ practice, locale }: Props) {
  const t = translatorOf(locale);
  const { cities, topics, targetGroups, country } = practice;
  const networks = [...new Set(cities.flatMap(({ network }) => network ?? []))];
  const allCities = cities.every(({ type }) => isTown(type));
  return (
    <aside className="facts" aria-label={t('practice.facts')}>
      <dl>
        {country && (
          <Fact term={t('practice.country')}>
            <FacetLink facet="country" value={country} label={countryName(country, locale)} locale={locale} />
          </Fact>
        )}
        <Fact
          term={t(allCities && cities.length > 0 ? 'practice.cities' : 'practice.places', {
            count: cities.length,
          })}
        >
          {cities.length === 0 ? t('practice.wholeCountry') : <Places practice={practice} locale={locale} />}
        </Fact>
        <Fact term={t('practice.years')}>{formatYears(practice.years, locale) ?? t('years.unknown')}</Fact>
        {topics.length > 0 && (
          <Fact term={t('practice.topics', { count: topics.length })}>
            <Items
              items={topics.map(({ id, name }) => [
                id,
                <FacetLink key={id} facet="topic" value={id} label={name} locale={locale} />,
              ])}
            />
          </Fact>
        )}
        {targetGroups.length > 0 && (
          <Fact term={t('practice.targetGroups')}>
            <Items items={targetGroups.map(({ id, name }) => [id, name])} />
          </Fact>
        )}
        {networks.length > 0 && (
          <Fact term={t('practice.networks', { count: networks.length })}>
            <Items items={networks.map((name) => [name, name])} />
          </Fact>
        )}
        <Fact term={t('practice.languages')}>
          <PracticeLanguages practice={practice} locale={locale} />
        </Fact>
        {practice.canonicalUrl && (
          <Fact term={t('practice.source')}>
            <a href={practice.canonicalUrl} rel="external">
              {t('practice.sourceLink')}
            </a>
          </Fact>
        )}
        <PracticeContact practice={practice} locale={locale} />
        {practice.confirmedAt && (
          <Fact term={t('confirmation.fact')}>
            <time dateTime={practice.confirmedAt.toISOString().slice(0, 10)}>
              {formatDate(practice.confirmedAt, locale)}
            </time>
          </Fact>
        )}
        <Fact term={t('evidence.title')}>
          <EvidenceSteps evidence={practice.evidence} locale={locale} />
        </Fact>
        <PracticeHistory practice={practice} locale={locale} />
      </dl>
    </aside>
  );
}

type FacetLinkProps = { facet: FacetName; value: string; label: string; locale: Locale };

/** To the examples that share a value. */
function FacetLink({ facet, value, label, locale }: FacetLinkProps) {
  const filter = { ...emptyFilter, facets: { ...emptyFilter.facets, [facet]: [value] } };
  return <a href={listingPath(locale, filter)}>{label}</a>;
}

/** Towns need no word for what they are; a canton, a district or an island does. */
function isTown(type: PlaceType): boolean {
  return type === 'city' || type === 'municipality';
}

function Places({ practice, locale }: Props) {
  const t = translatorOf(locale);
  return (
    <Items
      items={practice.cities.map(({ id, name, type }) => [
        id,
        <>
          <FacetLink facet="city" value={id} label={name} locale={locale} />
          {!isTown(type) && <small> ({t(`place.${type}`)})</small>}
        </>,
      ])}
    />
  );
}
