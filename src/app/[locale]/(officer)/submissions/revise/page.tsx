import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { Notice } from '#components/form/notice';
import { ExampleTitle } from '#components/submission/example-title';
import { historyPaths } from '#i18n/history-paths';
import type { Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { requirePerson } from '#server/accounts/session';
import { type RevisionOffer, readRevisionOffer } from '#server/submissions/queries/revision';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';
import { BeginPart } from './begin-part';
import { ConfirmPart } from './confirm-part';
import { EditorPart } from './editor-part';

type Props = PageProps<'/[locale]/submissions/revise'>;

const Query = z.object({
  practice: z.string().max(200).catch(''),
  late: z.literal('1').optional().catch(undefined),
});

const load = cache(async (locale: Locale, slug: string): Promise<RevisionOffer> => {
  const offer = await guard(locale, async () => {
    const { actor } = await requirePerson(locale, historyPaths.revise(locale, slug));
    return readRevisionOffer({ actor, slug, locale });
  });
  return offer ?? notFound();
});

async function read({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const { practice, late } = Query.parse(await searchParams);
  return { locale, late, offer: await load(locale, practice) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, offer } = await read(props);
  const t = translatorOf(locale);
  const title = t('site.pair', { name: t('history.revise.title'), value: offer.title });
  return { title, robots: { index: false } };
}

/** What a revision of a published example is, who may begin one, and whether one is under way. */
export default async function RevisePage(props: Props) {
  const { locale, late, offer } = await read(props);
  const t = translatorOf(locale);
  return (
    <PageFrame locale={locale} pathIn={(other) => historyPaths.revise(other, offer.slug)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        {late && <Notice>{t('history.revise.late')}</Notice>}
        <h1>{t('history.revise.title')}</h1>
        <p className="lede">
          <a href={practicePath(locale, offer.slug)}>
            <ExampleTitle {...offer} locale={locale} />
          </a>
        </p>
        <div className="prose">
          <p>{t('history.revise.what')}</p>
          <p>{t('history.revise.again')}</p>
        </div>
        <BeginPart locale={locale} offer={offer} />
        {offer.mayConfirm && <ConfirmPart locale={locale} slug={offer.slug} />}
        {offer.isEditor && <EditorPart locale={locale} offer={offer} />}
        <p>
          <a href={historyPaths.versions(locale, offer.slug)}>{t('history.all')}</a>
        </p>
      </div>
    </PageFrame>
  );
}
