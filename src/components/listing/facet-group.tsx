import { FacetValues } from '#components/listing/facet-values';
import type { ValueRow } from '#components/listing/use-whole-facet';
import type { CatalogueFilter, FacetName } from '#domain/catalogue-filter';
import type { FacetOption } from '#domain/listing';
import { formatCount, languageName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { facetPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

/** Values in sight before "All 32 countries". Chosen ones always are. */
const inSight = 6;
/** A facet with more values than these gets a field that shortens it. */
const longFrom = 12;
/** A facet with more values than `all` is sent with the first `some`, and has the others on a page of its own. */
const mostSent = { all: 60, some: 24 };
const messageOf = {
  country: 'facet.allCountry',
  city: 'facet.allCity',
  topic: 'facet.allTopic',
  language: 'facet.allLanguage',
  group: 'facet.allGroup',
  place: 'facet.allPlace',
  network: 'facet.allNetwork',
} as const satisfies Record<FacetName, string>;

type Props = { name: FacetName; options: readonly FacetOption[]; filter: CatalogueFilter; locale: Locale };

/** One facet: its most frequent values as checkboxes, the others behind a disclosure, or on a page where they are many. */
export function FacetGroup({ name, options, filter, locale }: Props) {
  const t = translatorOf(locale);
  if (options.length === 0) return null;
  const chosen = options.filter((option) => option.chosen).length;
  // A disclosure for one or two more values would only be in the way.
  const cut = options.length <= inSight + 2 ? options.length : Math.max(inSight, chosen);
  const isWhole = options.length <= mostSent.all;
  const sent = isWhole ? options : options.slice(0, Math.max(mostSent.some, chosen + inSight));
  return (
    <fieldset className="facet">
      <legend>{t(`facet.${name}`)}</legend>
      <FacetValues
        name={name}
        rows={rowsOf(name, sent, locale)}
        chosen={chosen}
        inSight={cut}
        summary={isWhole ? allValues(name, options.length, locale) : t('facet.further')}
        finder={options.length > longFrom ? finderOf(options.length, locale) : null}
        whole={
          isWhole
            ? null
            : { href: facetPath(locale, name, filter), label: allValues(name, options.length, locale) }
        }
      />
    </fieldset>
  );
}

/** "All 32 countries" */
export function allValues(name: FacetName, count: number, locale: Locale): string {
  return translatorOf(locale)(messageOf[name], { count });
}

/** The words of the field that shortens a list of so many values. */
export function finderOf(total: number, locale: Locale) {
  const t = translatorOf(locale);
  return {
    label: t('facet.find'),
    found: t('facet.found', { shown: '{shown}', total: formatCount(total, locale) }),
  };
}

/** Values as they are sent. A language comes by its own name first, then by the reader's: "Shqip Albanian". */
export function rowsOf(name: FacetName, options: readonly FacetOption[], locale: Locale): ValueRow[] {
  return options.map(({ value, label, count }) => {
    const row = [value, label, formatCount(count, locale)] as const;
    const ownName = name === 'language' ? languageName(value, value) : label;
    return ownName === label ? row : [...row, ownName];
  });
}
