import { type CatalogueFilter, filterLimits } from '#domain/catalogue-filter';
import type { Listing } from '#domain/listing';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Props = { filter: CatalogueFilter; years: Listing['years']; locale: Locale };

/** The range of years, over a small picture of how many examples each year has. */
export function YearFacet({ filter, years, locale }: Props) {
  const t = translatorOf(locale);
  return (
    <fieldset className="facet">
      <legend>{t('facet.year')}</legend>
      <Histogram years={years} chosenAny={filter.from !== null || filter.to !== null} />
      <div className="year-range">
        <YearField
          name="from"
          label={t('facet.fromYear')}
          value={filter.from ?? years[0]?.year}
          set={filter.from}
        />
        <span aria-hidden="true">{t('facet.to')}</span>
        <YearField
          name="to"
          label={t('facet.toYear')}
          value={filter.to ?? years.at(-1)?.year}
          set={filter.to}
        />
      </div>
      <p className="facet-hint">{t('facet.yearHint')}</p>
    </fieldset>
  );
}

type FieldProps = { name: 'from' | 'to'; label: string; value: number | undefined; set: number | null };

function YearField({ name, label, value, set }: FieldProps) {
  return (
    <input
      className="text-field"
      type="text"
      inputMode="numeric"
      maxLength={4}
      name={name}
      aria-label={label}
      defaultValue={set ?? ''}
      placeholder={String(value ?? filterLimits.year[0])}
    />
  );
}

function Histogram({ years, chosenAny }: { years: Listing['years']; chosenAny: boolean }) {
  const highest = Math.max(1, ...years.map(({ count }) => count));
  const bars = (wanted: boolean) =>
    years
      .map(({ count, chosen }, i) =>
        chosen === wanted && count > 0 ? barPath(i, (count / highest) * 38) : '',
      )
      .join('');
  return (
    <svg
      className="histogram"
      viewBox={`0 0 ${Math.max(1, years.length) * 10} 40`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className={chosenAny ? 'bar' : 'bar-chosen'} d={bars(false)} />
      {chosenAny && <path className="bar-chosen" d={bars(true)} />}
    </svg>
  );
}

/** One bar of a picture 40 high, standing on its lower edge. */
function barPath(place: number, height: number): string {
  const tall = Math.max(1.5, height).toFixed(1);
  return `M${place * 10 + 1} 40h8v-${tall}h-8z`;
}
