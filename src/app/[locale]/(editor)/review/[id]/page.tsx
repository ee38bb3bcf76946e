import type { Metadata } from 'next';
import { z } from 'zod';
import { requireLocale } from '#i18n/require-locale';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { previewRecord } from '#server/catalogue/queries/preview';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';
import { FieldTalk } from './field-talk';
import { loadReview } from './load-review';
import { ReviewHead } from './review-head';
import { ReviewSide } from './review-side';
import { ReviewText } from './review-text';

type Props = PageProps<'/[locale]/review/[id]'>;

const Query = z.object({ form: z.string().max(100).catch('') });

async function read({ params, searchParams }: Props) {
  const { locale: asked, id } = await params;
  const { form } = Query.parse(await searchParams);
  const locale = requireLocale(asked);
  return { locale, form, ...(await loadReview(locale, id, reviewPaths.submission(locale, id))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, review } = await read(props);
  const t = translatorOf(locale);
  const title = review.fields.title.trim() || t('sending.untitled');
  return { title: t('review.page.title', { title }), robots: { index: false } };
}

/** An example to be judged: the text as its page will be, and beside it what an editor does with it. */
export default async function ReviewPage(props: Props) {
  const { locale, form, review, now } = await read(props);
  const { id, fields, updatedAt } = review;
  const record = await guard(locale, () => previewRecord(fields, { id, updatedAt, locale, now }));
  const practice = { ...record, title: record.title || translatorOf(locale)('sending.untitled') };
  return (
    <PageFrame locale={locale} pathIn={(other) => reviewPaths.submission(other, id)}>
      <div className="wrap review-page">
        <ReviewHead {...{ locale, review, now }} />
        <ReviewText
          {...{ locale, review, practice }}
          below={(place) => <FieldTalk {...{ locale, id, place, form }} />}
        />
        <ReviewSide {...{ locale, review, now }} />
      </div>
    </PageFrame>
  );
}
