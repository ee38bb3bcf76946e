import type { Metadata } from 'next';
import { ErrorSummary, titleWithErrors } from '#components/form/error-summary';
import { SavedLine } from '#components/form/saved-line';
import { accountPaths } from '#i18n/account-paths';
import { adoptionPaths } from '#i18n/adoption-paths';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { requireActing } from '#server/accounts/session';
import { listAdoptions } from '#server/adoptions/queries/list-adoptions';
import { readParkedForm } from '#server/forms/queries';
import { guard } from '../../guard';
import { PageFrame } from '../../page-frame';
import { readQuery } from '../read-query';
import { AdoptionItem } from './adoption-item';
import { decisionProblems } from './decision-problems';

type Props = PageProps<'/[locale]/adoptions'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { form } = await readQuery(searchParams);
  const title = titleWithErrors(translatorOf(locale)('adoption.listTitle'), form !== undefined, locale);
  return { title, robots: { index: false, follow: false } };
}

async function load(locale: Locale, form: string | undefined) {
  const path = adoptionPaths.list(locale);
  const now = new Date();
  const { actor } = await guard(locale, () => requireActing(locale, path, 'editor', 'administrator'));
  const [lists, parked] = await guard(locale, () =>
    Promise.all([listAdoptions({ actor, locale }), form ? readParkedForm(form, path, now) : null]),
  );
  return { ...lists, parked };
}

const said = {
  confirmed: 'adoption.done.confirmed',
  refused: 'adoption.done.refused',
  late: 'adoption.done.late',
} as const;

/** For editors and administrators: which cities say that they repeat an example. */
export default async function AdoptionsPage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const { form, done } = await readQuery(searchParams);
  const { waiting, decided, parked } = await load(locale, form);
  const t = translatorOf(locale);
  const problems = decisionProblems(waiting, parked, locale);
  return (
    <PageFrame locale={locale} pathIn={(other) => adoptionPaths.list(other)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={problems} />
        {(done === 'confirmed' || done === 'refused' || done === 'late') && (
          <SavedLine>{t(said[done])}</SavedLine>
        )}
        <h1>{t('adoption.listTitle')}</h1>
        <p>
          <a href={accountPaths.people(locale)}>{t('adoption.people')}</a>
        </p>
        <section className="account-section" aria-labelledby="waiting-heading">
          <h2 id="waiting-heading">{t('adoption.waiting')}</h2>
          {waiting.length === 0 && <p>{t('adoption.noneWaiting')}</p>}
          <ul className="asked-list">
            {waiting.map((adoption) => (
              <AdoptionItem key={adoption.id} {...{ adoption, locale, problems, parked }} />
            ))}
          </ul>
        </section>
        {decided.length > 0 && (
          <section className="account-section" aria-labelledby="decided-heading">
            <h2 id="decided-heading">{t('adoption.decided')}</h2>
            <ul className="asked-list">
              {decided.map((adoption) => (
                <AdoptionItem key={adoption.id} {...{ adoption, locale, problems: [], parked: null }} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </PageFrame>
  );
}
