import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ErrorSummary, titleWithErrors } from '#components/form/error-summary';
import { SavedLine } from '#components/form/saved-line';
import type { Locale } from '#i18n/locales';
import { opinionPaths } from '#i18n/opinion-paths';
import { listOpinionProblems } from '#i18n/opinion-text';
import { requireLocale } from '#i18n/require-locale';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { requireActing } from '#server/accounts/session';
import { readParkedForm } from '#server/forms/queries';
import { listOpinions } from '#server/opinions/queries/list-opinions';
import { guard } from '../../../../guard';
import { PageFrame } from '../../../../page-frame';
import { AskForm, askFields } from './ask-form';
import { OpinionItem } from './opinion-item';
import { readQuery } from './read-query';

type Props = PageProps<'/[locale]/review/[id]/opinions'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { form } = await readQuery(searchParams);
  const title = titleWithErrors(translatorOf(locale)('opinion.panel'), form !== undefined, locale);
  return { title, robots: { index: false } };
}

async function load(locale: Locale, id: string, form: string | undefined) {
  const path = opinionPaths.asked(locale, id);
  const now = new Date();
  const { actor } = await guard(locale, () => requireActing(locale, path, 'editor'));
  const [found, parked] = await guard(locale, () =>
    Promise.all([listOpinions({ actor, id, now }), form ? readParkedForm(form, path, now) : null]),
  );
  if (!found) notFound();
  return { ...found, parked };
}

const said = {
  asked: 'opinion.done.asked',
  ended: 'opinion.done.ended',
  late: 'opinion.done.late',
} as const;

/** Who was asked from outside about an example and what they said, and a form to ask somebody else. */
export default async function OpinionsPage({ params, searchParams }: Props) {
  const { locale: inAddress, id } = await params;
  const locale = requireLocale(inAddress);
  const { form, done } = await readQuery(searchParams);
  const { opinions, title, reference, mayAsk, parked } = await load(locale, id, form);
  const t = translatorOf(locale);
  const problems = listOpinionProblems(locale, askFields, parked?.errors ?? {});
  return (
    <PageFrame locale={locale} pathIn={(other) => opinionPaths.asked(other, id)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={problems} />
        {done && <SavedLine>{t(said[done])}</SavedLine>}
        <h1>{t('opinion.panel')}</h1>
        <p className="lede">
          <a href={reviewPaths.submission(locale, id)}>
            {title ? <bdi>{title}</bdi> : t('opinion.untitled')}
          </a>
          {reference && <span className="reference"> · {reference}</span>}
        </p>
        {opinions.length === 0 ? (
          <p>{t('opinion.none')}</p>
        ) : (
          <ul className="asked-list">
            {opinions.map((opinion) => (
              <OpinionItem key={opinion.id} {...{ locale, id, opinion }} />
            ))}
          </ul>
        )}
        {mayAsk ? (
          <AskForm {...{ locale, id, problems }} typed={parked?.values} />
        ) : (
          <p>{t('opinion.askLater')}</p>
        )}
      </div>
    </PageFrame>
  );
}
