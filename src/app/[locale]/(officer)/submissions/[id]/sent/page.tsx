import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Notice } from '#components/form/notice';
import { ExampleTitle } from '#components/submission/example-title';
import { StateWord } from '#components/submission/state-word';
import { requireLocale } from '#i18n/require-locale';
import { sendingPaths } from '#i18n/sending-paths';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import { PageFrame } from '../../../../page-frame';
import { loadStanding } from '../load-standing';
import { History } from './history';
import { NextSteps } from './next-steps';

type Props = PageProps<'/[locale]/submissions/[id]/sent'>;

const Flag = z.literal('1').optional().catch(undefined);
const Query = z.object({ late: Flag, another: Flag });

async function read({ params }: Props) {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  return { locale, standing: await loadStanding(locale, id, sendingPaths.sent(locale, id)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, standing } = await read(props);
  const t = translatorOf(locale);
  const title = standing.title || t('sending.untitled');
  return { title: `${t(`sending.state.${standing.state}`)}: ${title}`, robots: { index: false } };
}

/** Where an example stands: that it has arrived, under which reference, and what happens next. */
export default async function SentPage(props: Props) {
  const { locale, standing } = await read(props);
  const { late, another } = Query.parse(await props.searchParams);
  const { id, state, reference } = standing;
  if (state === 'draft') redirect(submissionPaths.step(locale, id, 'send'));
  const t = translatorOf(locale);
  return (
    <PageFrame locale={locale} pathIn={(other) => sendingPaths.sent(other, id)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        {late && <Notice>{t('sending.late')}</Notice>}
        {another && <Notice>{t('history.revise.another')}</Notice>}
        <p className="state-line">
          <StateWord state={state} locale={locale} />
        </p>
        <h1>
          <ExampleTitle {...standing} locale={locale} />
        </h1>
        {reference && (
          <p className="lede">
            {t('sending.reference')} <strong className="reference">{reference}</strong>
          </p>
        )}
        <NextSteps standing={standing} locale={locale} />
        <History standing={standing} locale={locale} />
        <p>
          <a href={sendingPaths.mine(locale)}>{t('sending.mine.back')}</a>
        </p>
      </div>
    </PageFrame>
  );
}
