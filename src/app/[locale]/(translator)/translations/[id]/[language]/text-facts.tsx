import { Fact, Items } from '#components/practice/fact';
import { ExampleTitle } from '#components/submission/example-title';
import { countryName } from '#domain/countries';
import type { PracticeRecord } from '#domain/practice';
import { formatYears } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** What is the same in every language, as text; and why it is not translated. */
export function TextFacts({ locale, practice }: { locale: Locale; practice: PracticeRecord }) {
  const t = translatorOf(locale);
  const { country, cities, years, topics, files } = practice;
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => [id, name] as const);
  return (
    <section className="facts text-facts" aria-labelledby="facts-heading">
      <h2 id="facts-heading">{t('translations.facts.title')}</h2>
      <dl>
        <Fact term={t('practice.country')}>{countryName(country, locale)}</Fact>
        {cities.length > 0 && (
          <Fact term={t('practice.places', { count: cities.length })}>
            <Items items={named(cities)} />
          </Fact>
        )}
        <Fact term={t('practice.years')}>{formatYears(years, locale) ?? t('years.unknown')}</Fact>
        {topics.length > 0 && (
          <Fact term={t('practice.topics', { count: topics.length })}>
            <Items items={named(topics)} />
          </Fact>
        )}
        {files.length > 0 && (
          <Fact term={t('submission.step.files')}>
            <Items
              items={files.map(({ id, title, name, language }) => [
                id,
                <ExampleTitle key={id} {...{ locale, title: title || name, language }} />,
              ])}
            />
          </Fact>
        )}
      </dl>
      <p className="field-hint">{t('translations.facts.why')}</p>
    </section>
  );
}
