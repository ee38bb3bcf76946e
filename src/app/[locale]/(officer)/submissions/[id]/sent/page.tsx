import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { ErrorSummary, titleWithErrors } from '#components/form/error-summary';
import { Notice } from '#components/form/notice';
import { ExampleTitle } from '#components/submission/example-title';
import { StateWord } from '#components/submission/state-word';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { sendingPaths } from '#i18n/sending-paths';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
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

const Flag = z.literal('1').optional().catch(undefined);
const Query = z.object({ late: Flag, another: Flag, form: z.string().max(100).catch('') });

async function read({ params, searchParams }: Props) {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  const { late, another, form } = Query.parse(await searchParams);
  const path = sendingPaths.sent(locale, id);
  const standing = await loadStanding(locale, id, form ? `${path}?${new URLSearchParams({ form })}` : path);
  const now = new Date();
  const parked = form ? await guard(locale, () => readParkedForm(form, path, now)) : null;
  const problems = Object.entries(parked?.errors ?? {}).map(([name, text]) => ({ name, text }));
  return { locale, standing, late, another, now, parked, problems };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, standing, problems } = await read(props);
  const t = translatorOf(locale);
  const named = standing.title || t('sending.untitled');
  const title = t('site.pair', { name: t(`sending.state.${standing.state}`), value: named });
  return { title: titleWithErrors(title, problems.length > 0, locale), robots: { index: false } };
}

/** Where an example stands: that it has arrived, under which reference, and what happens next. */
export default async function SentPage(props: Props) {
  const { locale, standing, late, another, now, parked, problems } = await read(props);
  const { id, state, reference, may } = standing;
  if (state === 'draft') redirect(submissionPaths.step(locale, id, 'send'));
  const t = translatorOf(locale);
  return (
    <PageFrame locale={locale} pathIn={(other) => sendingPaths.sent(other, id)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={problems} />
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
        <Decision standing={standing} locale={locale} />
        {may.has('appeal') && <AppealForm {...{ locale, id, parked }} />}
        <Asked of={ownOf(standing, { locale, now, parked })} />
        <History standing={standing} locale={locale} />
        <p>
          <a href={sendingPaths.mine(locale)}>{t('sending.mine.back')}</a>
        </p>
      </div>
    </PageFrame>
  );
}

type Shown = { locale: Locale; now: Date; parked: Awaited<ReturnType<typeof readParkedForm>> };

/** What editors wrote, and answers that were typed and came back. */
function ownOf({ id, talk, fields, may }: Standing, { locale, now, parked }: Shown): OwnTalk {
  const rights = { answers: may.has('answer'), writes: may.has('write') };
  return { locale, now, id, talk, fields, typed: parkedAnswers(parked), ...rights };
}
