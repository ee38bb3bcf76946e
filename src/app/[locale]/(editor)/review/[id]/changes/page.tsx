import type { Metadata } from 'next';
import { z } from 'zod';
import { ExampleTitle } from '#components/submission/example-title';
import { requireLocale } from '#i18n/require-locale';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { PageFrame } from '../../../../page-frame';
import { ChooseVersions } from './choose-versions';
import { loadChanges } from './load-changes';
import { SentChanges } from './sent-changes';

type Props = PageProps<'/[locale]/review/[id]/changes'>;

const Version = z.coerce.number().int().min(1).max(10_000).catch(0);
const Query = z.object({ from: Version, to: Version });

async function read({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const { from, to } = Query.parse(await searchParams);
  return loadChanges(requireLocale(locale), id, from, to);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, sent } = await read(props);
  const t = translatorOf(locale);
  const title = sent.at(-1)?.fields.title.trim() || t('sending.untitled');
  return { title: t('changes.of', { title }), robots: { index: false } };
}

/** What its authors changed from one time they sent it to another, field by field. */
export default async function ChangesPage(props: Props) {
  const view = await read(props);
  const { locale, id, sent, compared } = view;
  const t = translatorOf(locale);
  const newest = sent.at(-1)?.fields;
  return (
    <PageFrame locale={locale} pathIn={(other) => reviewPaths.changes(other, id)}>
      <div className="wrap changes-page" id="content" tabIndex={-1}>
        <p>
          <a href={reviewPaths.submission(locale, id)}>{t('changes.back')}</a>
        </p>
        <h1>{t('changes.title')}</h1>
        <p className="lede">
          <ExampleTitle locale={locale} title={newest?.title ?? ''} language={newest?.language ?? ''} />
        </p>
        {!compared && <p>{t('changes.once')}</p>}
        {sent.length > 2 && <ChooseVersions view={view} />}
        {compared && <SentChanges view={view} {...compared} />}
      </div>
    </PageFrame>
  );
}
