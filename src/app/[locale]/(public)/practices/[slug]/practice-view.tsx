import { Adoptions } from '#components/practice/adoptions';
import { PracticeArticle } from '#components/practice/practice-article';
import { PracticeFacts } from '#components/practice/practice-facts';
import { PracticeFiles } from '#components/practice/practice-files';
import { RelatedPractices } from '#components/practice/related-practices';
import { Weave } from '#components/practice/weave';
import { JsonLd } from '#components/site/json-ld';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { emptyFilter } from '#domain/catalogue-filter';
import { countryName } from '#domain/countries';
import type { PracticeRecord } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { listingPath, practicePath } from '#i18n/paths';
import { practiceJsonLd } from '#i18n/practice-json-ld';
import { translatorOf } from '#i18n/translator';
import { siteUrl } from '#server/platform/env';
import { PageFrame } from '../../../page-frame';
import { ArchivedView } from './archived-view';
import { type LoadedPractice, loadRelated } from './load-practice';

/** What stands at the address of a practice: the practice, or that it is archived. */
export function PracticeView({ loaded, locale }: { loaded: LoadedPractice; locale: Locale }) {
  return loaded.found === 'archived' ? (
    <ArchivedView practice={loaded.practice} locale={locale} />
  ) : (
    <PresentView practice={loaded.practice} locale={locale} />
  );
}

type Props = { practice: PracticeRecord; locale: Locale };

/** The page of a practice: its cover, its text, its facts, and the examples nearest to it. */
async function PresentView({ practice, locale }: Props) {
  const related = await loadRelated(locale, practice.id);
  return (
    <PageFrame locale={locale} current="examples" pathIn={(other) => practicePath(other, practice.slug)}>
      {!practice.translation?.machine && <JsonLd data={practiceJsonLd(practice, locale, siteUrl())} />}
      <div className="wrap">
        <PracticeBreadcrumb country={practice.country} locale={locale} />
        <div className="record-band">
          <Weave id={practice.id} threads={practice.topics.map(({ thread }) => thread)} shape="band" />
        </div>
        <div className="record">
          <div>
            <PracticeArticle practice={practice} locale={locale} />
            <PracticeFiles files={practice.files} locale={locale} />
            <Adoptions practice={practice} locale={locale} />
          </div>
          <PracticeFacts practice={practice} locale={locale} />
        </div>
      </div>
      <RelatedPractices cards={related} locale={locale} />
    </PageFrame>
  );
}

function PracticeBreadcrumb({ country, locale }: { country: string; locale: Locale }) {
  const t = translatorOf(locale);
  const inCountry = { ...emptyFilter, facets: { ...emptyFilter.facets, country: [country] } };
  const links = [
    { href: listingPath(locale), label: t('site.examples') },
    { href: listingPath(locale, inCountry), label: countryName(country, locale) },
  ];
  return <Breadcrumb label={t('practice.breadcrumb')} links={links} />;
}
