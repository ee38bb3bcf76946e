import type { PracticeRecord } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { practiceParts } from '#i18n/practice-parts';
import { translatorOf } from '#i18n/translator';

const shown: readonly string[] = ['country', 'cities', 'years', 'topics', 'files'];

/** What is the same in every language, as text; and why it is not translated. */
export function TextFacts({ locale, practice }: { locale: Locale; practice: PracticeRecord }) {
  const t = translatorOf(locale);
  const list = new Intl.ListFormat(locale, { type: 'unit' });
  const facts = practiceParts(practice, locale).flatMap((part) =>
    'items' in part && shown.includes(part.name) && part.items.length > 0 ? [part] : [],
  );
  return (
    <section className="text-facts" aria-labelledby="facts-heading">
      <h2 id="facts-heading">{t('translations.facts.title')}</h2>
      <dl>
        {facts.map(({ name, label, items }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{list.format(items.map((item) => item.label))}</dd>
          </div>
        ))}
      </dl>
      <p className="field-hint">{t('translations.facts.why')}</p>
    </section>
  );
}
