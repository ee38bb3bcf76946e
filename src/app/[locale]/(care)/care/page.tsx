import type { Metadata } from 'next';
import { careSections } from '#domain/care';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { carePaths } from '#i18n/vocabulary-paths';
import { requireActing } from '#server/accounts/session';
import { guard } from '../../guard';
import { PageFrame } from '../../page-frame';
import { CareSectionView, countOf } from './care-section-view';
import { readCareTable } from './care-table';

type Props = PageProps<'/[locale]/care'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  return { title: translatorOf(locale)('care.title'), robots: { index: false, follow: false } };
}

/** For editors and administrators: where the catalogue has aged, and where it has gaps. */
export default async function CarePage({ params }: Props) {
  const locale = requireLocale((await params).locale);
  const tables = await guard(locale, async () => {
    await requireActing(locale, carePaths.report(locale), 'editor', 'administrator');
    const now = new Date();
    const read = async (section: (typeof careSections)[number]) => ({
      section,
      table: await readCareTable(section, { locale, now }),
    });
    return Promise.all(careSections.map(read));
  });
  const t = translatorOf(locale);
  const headingOf = ({ section, table }: (typeof tables)[number]) =>
    t('care.heading', { title: t(`care.section.${section}.title`), count: countOf(section, table) });
  return (
    <PageFrame locale={locale} pathIn={carePaths.report}>
      <div className="wrap account-page care-page" id="content" tabIndex={-1}>
        <h1>{t('care.title')}</h1>
        <p className="lede">{t('care.lede')}</p>
        <nav className="care-contents" aria-label={t('care.contents')}>
          <ul>
            {tables.map((one) => (
              <li key={one.section}>
                <a href={`#${one.section}`}>{headingOf(one)}</a>
              </li>
            ))}
          </ul>
        </nav>
        {tables.map((one) => (
          <CareSectionView key={one.section} {...one} locale={locale} heading={headingOf(one)} />
        ))}
      </div>
    </PageFrame>
  );
}
