import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ErrorSummary, titleWithErrors } from '#components/form/error-summary';
import { SavedLine } from '#components/form/saved-line';
import { accountPaths } from '#i18n/account-paths';
import { adoptionPaths } from '#i18n/adoption-paths';
import { adoptionProblemText } from '#i18n/adoption-text';
import type { Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { requirePerson } from '#server/accounts/session';
import { readAdoptionForm } from '#server/adoptions/queries/adoption-form';
import { readParkedForm } from '#server/forms/queries';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';
import { readQuery } from '../../read-query';
import { AdoptionForm, adoptionFields } from './adoption-form';
import { StatedList } from './stated-list';

type Props = PageProps<'/[locale]/adoptions/new'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { form } = await readQuery(searchParams);
  const title = titleWithErrors(translatorOf(locale)('adoption.title'), form !== undefined, locale);
  return { title, robots: { index: false, follow: false } };
}

async function load(locale: Locale, slug: string, form: string | undefined) {
  const path = adoptionPaths.begin(locale, slug);
  const now = new Date();
  const { actor } = await guard(locale, () => requirePerson(locale, path));
  const [found, parked] = await guard(locale, () =>
    Promise.all([readAdoptionForm({ actor, slug, locale }), form ? readParkedForm(form, path, now) : null]),
  );
  if (!found) notFound();
  return { ...found, parked, thisYear: now.getUTCFullYear() };
}

/** An officer says that their city repeats an example. */
export default async function NewAdoptionPage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const { practice: slug = '', form, done } = await readQuery(searchParams);
  const { practice, cities, stated, parked, thisYear } = await load(locale, slug, form);
  const t = translatorOf(locale);
  const problems = adoptionFields.flatMap((name) => {
    const text = adoptionProblemText(parked?.errors[name], locale, thisYear);
    return text === undefined ? [] : [{ name, text }];
  });
  return (
    <PageFrame locale={locale} pathIn={(other) => adoptionPaths.begin(other, slug)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={problems} />
        {done === 'stated' && <SavedLine>{t('adoption.sent')}</SavedLine>}
        <h1>{t('adoption.title')}</h1>
        <p className="lede">{t('adoption.lede', { title: practice.title })}</p>
        {cities.length > 0 ? (
          <AdoptionForm {...{ locale, slug, cities, problems, thisYear }} typed={parked?.values} />
        ) : (
          <p>
            {t('adoption.noCity')} <a href={accountPaths.access(locale)}>{t('adoption.noCityLink')}</a>
          </p>
        )}
        <StatedList stated={stated} locale={locale} />
        <p>
          <a href={practicePath(locale, slug)}>{t('adoption.back')}</a>
        </p>
      </div>
    </PageFrame>
  );
}
