import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { titleWithErrors } from '#components/form/error-summary';
import { requireLocale } from '#i18n/require-locale';
import { sendingPaths } from '#i18n/sending-paths';
import { translatorOf } from '#i18n/translator';
import { DraftFrame } from '../draft-frame';
import { AgreementForm } from './agreement-form';
import { GapList, HintList } from './gap-list';
import { loadCheck } from './load-check';

type Props = PageProps<'/[locale]/submissions/[id]/send'>;

const Query = z.object({ check: z.literal('1').optional().catch(undefined) });

async function read({ params, searchParams }: Props) {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  const { check } = Query.parse(await searchParams);
  const view = await loadCheck(locale, id);
  return { ...view, locale, tried: check === '1' && view.gaps.length > 0 };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, draft, tried } = await read(props);
  const t = translatorOf(locale);
  const example = draft.fields.title.trim() || t('sending.untitled');
  return {
    title: titleWithErrors(
      t('site.pair', { name: t('submission.step.send'), value: example }),
      tried,
      locale,
    ),
    robots: { index: false },
  };
}

/** The last step: what is still to be done, what would help, the agreement, and the button that sends. */
export default async function SendPage(props: Props) {
  const { locale, draft, known, gaps, hints, tried } = await read(props);
  if (!draft.writable) redirect(sendingPaths.sent(locale, draft.id));
  const t = translatorOf(locale);
  const toDo = gaps.filter(({ name }) => name !== 'agreed');
  return (
    <DraftFrame
      {...{ locale, draft, known }}
      step="send"
      problems={tried ? gaps : []}
      besides={<p>{t('sending.check.saved')}</p>}
    >
      {toDo.length === 0 && <p>{t('sending.check.ready')}</p>}
      {toDo.length > 0 && !tried && <GapList locale={locale} gaps={toDo} />}
      <HintList locale={locale} hints={hints} />
      <AgreementForm
        {...{ locale, draft }}
        error={tried ? gaps.find(({ name }) => name === 'agreed')?.text : undefined}
      />
    </DraftFrame>
  );
}
