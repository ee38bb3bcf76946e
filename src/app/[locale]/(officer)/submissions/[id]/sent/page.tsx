import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Notice } from '#components/form/notice';
import { ExampleTitle } from '#components/submission/example-title';
import { StateWord } from '#components/submission/state-word';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { sendingPaths } from '#i18n/sending-paths';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import { readParkedForm } from '#server/forms/queries';
import type { Standing } from '#server/submissions/queries/standing';
import { guard } from '../../../../guard';
import { PageFrame } from '../../../../page-frame';
import { loadStanding } from '../load-standing';
import type { OwnTalk } from '../own-talk';
import { parkedAnswers } from '../typed-answers';
import { AppealForm } from './appeal-form';
import { Asked } from './asked';
import { Decision } from './decision';
import { History } from './history';
import { NextSteps } from './next-steps';

type Props = PageProps<'/[locale]/submissions/[id]/sent'>;

const Query = z.object({
  late: z.literal('1').optional().catch(undefined),
  form: z.string().max(100).catch(''),
});

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
  const { late, form } = Query.parse(await props.searchParams);
  const { id, state, reference } = standing;
  if (state === 'draft') redirect(submissionPaths.step(locale, id, 'send'));
  const t = translatorOf(locale);
  const { own, parked } = await readBack(locale, standing, form);
  return (
    <PageFrame locale={locale} pathIn={(other) => sendingPaths.sent(other, id)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        {late && <Notice>{t('sending.late')}</Notice>}
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
        <Decision standing={standing} locale={locale} />
        {standing.may.has('appeal') && (
          <AppealForm
            {...{ locale, id }}
            words={parked ? firstValue(parked.values, 'words') : ''}
            error={parked?.errors.words}
          />
        )}
        <Asked of={own} />
        <History standing={standing} locale={locale} />
        <p>
          <a href={sendingPaths.mine(locale)}>{t('sending.mine.back')}</a>
        </p>
      </div>
    </PageFrame>
  );
}

type Parked = Awaited<ReturnType<typeof readParkedForm>>;

/** What editors wrote, and what was typed about it and came back. */
async function readBack(
  locale: Locale,
  { id, talk, fields, may }: Standing,
  form: string,
): Promise<{ own: OwnTalk; parked: Parked }> {
  const now = new Date();
  const path = sendingPaths.sent(locale, id);
  const parked = form ? await guard(locale, () => readParkedForm(form, path, now)) : null;
  const rights = { answers: may.has('answer'), writes: may.has('write') };
  return { parked, own: { ...{ locale, now, id, talk, fields, typed: parkedAnswers(parked) }, ...rights } };
}
