import { FacetFilter } from '#components/listing/facet-filter';
import type { FacetName } from '#domain/catalogue-filter';
import type { FacetOption } from '#domain/listing';
import { formatCount, languageName } from '#i18n/format';
import { directionOf, type Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** Values in sight before "All 32 countries". Chosen ones always are. */
const inSight = 6;
/** A facet with more values than these gets a field that shortens it. */
const longFrom = 12;
const messageOf = {
  country: 'facet.allCountry',
  city: 'facet.allCity',
  topic: 'facet.allTopic',
  language: 'facet.allLanguage',
  group: 'facet.allGroup',
  place: 'facet.allPlace',
  network: 'facet.allNetwork',
} as const satisfies Record<FacetName, string>;

type Props = { name: FacetName; options: readonly FacetOption[]; locale: Locale };

/** One facet: its most frequent values as checkboxes, the others behind a disclosure. */
export function FacetGroup({ name, options, locale }: Props) {
  const t = translatorOf(locale);
  if (options.length === 0) return null;
  const chosen = options.filter((option) => option.chosen).length;
  // A disclosure for one or two more values would only be in the way.
  const cut = options.length <= inSight + 2 ? options.length : Math.max(inSight, chosen);
  const rest = options.slice(cut);
  const render = (option: FacetOption) => (
    <FacetCheckbox key={option.value} name={name} option={option} locale={locale} />
  );
  return (
    <fieldset className="facet">
      <legend>{t(`facet.${name}`)}</legend>
      {options.length > longFrom && (
        <FacetFilter
          label={t('facet.find')}
          found={t('facet.found', { shown: '{shown}', total: formatCount(options.length, locale) })}
        />
      )}
      <div>{options.slice(0, cut).map(render)}</div>
      {rest.length > 0 && (
        <details className="facet-more">
          <summary>{t(messageOf[name], { count: options.length })}</summary>
          {rest.map(render)}
        </details>
      )}
    </fieldset>
  );
}

function FacetCheckbox({ name, option, locale }: { name: FacetName; option: FacetOption; locale: Locale }) {
  const { value, label, count, chosen } = option;
  return (
    <label className={count === 0 ? 'facet-option nothing' : 'facet-option'}>
      <input type="checkbox" name={name} value={value} defaultChecked={chosen} />
      <span>
        {name === 'language' ? <LanguageLabel code={value} label={label} locale={locale} /> : label}
      </span>
      <span className="count">{formatCount(count, locale)}</span>
    </label>
  );
}

/** A language by its own name first, then by the reader's: "Shqip Albanian". */
function LanguageLabel({ code, label, locale }: { code: string; label: string; locale: Locale }) {
  const own = languageName(code, code);
  if (own === label) return label;
  return (
    <>
      <span lang={code} dir={directionOf(code)}>
        {own}
      </span>{' '}
      <small lang={locale}>{label}</small>
    </>
  );
}
