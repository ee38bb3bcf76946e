import type { Metadata } from 'next';
import { z } from 'zod';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import { SavedLine } from '#components/form/saved-line';
import { requireLocale } from '#i18n/require-locale';
import { sendingPaths } from '#i18n/sending-paths';
import { submissionPaths } from '#i18n/submission-paths';
import { templatePaths } from '#i18n/template-paths';
import { translationPaths } from '#i18n/translation-paths';
import { translatorOf } from '#i18n/translator';
import { requirePerson } from '#server/accounts/session';
import { listSubmissions } from '#server/submissions/queries/list-submissions';
import { guard } from '../../guard';
import { PageFrame } from '../../page-frame';
import { OwnTable } from './own-table';

type Props = PageProps<'/[locale]/submissions'>;

const Query = z.object({ done: z.literal('deleted').optional().catch(undefined) });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translatorOf(requireLocale((await params).locale));
  return { title: t('sending.mine.title'), robots: { index: false } };
}

/** Everything a person writes in, and how it stands. */
export default async function OwnExamplesPage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const { done } = Query.parse(await searchParams);
  const t = translatorOf(locale);
  const examples = await guard(locale, async () => {
    const { actor } = await requirePerson(locale, sendingPaths.mine(locale));
    return listSubmissions(actor.id);
  });
  return (
    <PageFrame locale={locale} pathIn={(other) => sendingPaths.mine(other)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        {done && <SavedLine>{t('sending.mine.deleted')}</SavedLine>}
        <h1>{t('sending.mine.title')}</h1>
        {examples.length === 0 ? (
          <p className="lede">{t('sending.mine.none')}</p>
        ) : (
          <OwnTable locale={locale} examples={examples} />
        )}
        <form method="post" action={submissionPaths.begin(locale)}>
          <FormButtons>
            <SubmitButton quiet={examples.length > 0}>
              {t(examples.length === 0 ? 'sending.mine.first' : 'sending.mine.another')}
            </SubmitButton>
          </FormButtons>
        </form>
        <p>
          <a href={templatePaths.import(locale)}>{t('template.import')}</a>
        </p>
        {examples.some(({ state }) => state === 'published') && (
          <p>
            <a href={translationPaths.list(locale)}>{t('account.translations')}</a>
          </p>
        )}
      </div>
    </PageFrame>
  );
}
