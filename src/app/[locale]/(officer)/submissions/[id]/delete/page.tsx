import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ExampleTitle } from '#components/submission/example-title';
import { Around } from '#components/ui/around';
import { requireLocale } from '#i18n/require-locale';
import { sendingPaths } from '#i18n/sending-paths';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import { PageFrame } from '../../../../page-frame';
import { loadStanding } from '../load-standing';

type Props = PageProps<'/[locale]/submissions/[id]/delete'>;

async function read({ params }: Props) {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  return { locale, standing: await loadStanding(locale, id, sendingPaths.delete(locale, id)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, standing } = await read(props);
  const t = translatorOf(locale);
  const title = t('sending.delete.of', { title: standing.title || t('sending.untitled') });
  return { title, robots: { index: false } };
}

/** Asks once more before a draft is deleted: what was written cannot be brought back. */
export default async function DeletePage(props: Props) {
  const { locale, standing } = await read(props);
  const { id, may } = standing;
  if (!may.has('delete')) redirect(sendingPaths.sent(locale, id));
  const t = translatorOf(locale);
  return (
    <PageFrame locale={locale} pathIn={(other) => sendingPaths.delete(other, id)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <h1>
          <Around sentence={(words) => t('sending.delete.ask', { title: words })}>
            <ExampleTitle {...standing} locale={locale} />
          </Around>
        </h1>
        <p className="lede">{t('sending.delete.text')}</p>
        <form method="post" action={sendingPaths.deleteNow(locale, id)}>
          <FormButtons>
            <SubmitButton>{t('sending.delete.now')}</SubmitButton>
            <a className="button button-quiet" href={submissionPaths.step(locale, id, 'place')}>
              {t('sending.delete.keep')}
            </a>
          </FormButtons>
        </form>
      </div>
    </PageFrame>
  );
}
