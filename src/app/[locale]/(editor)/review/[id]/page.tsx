import type { Metadata } from 'next';
import { z } from 'zod';
import { ErrorSummary, titleWithErrors } from '#components/form/error-summary';
import { requireLocale } from '#i18n/require-locale';
import { doneText } from '#i18n/review-done';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { readChoices } from '#server/catalogue/queries/choices';
import { previewRecord } from '#server/catalogue/queries/preview';
import { readParkedForm } from '#server/forms/queries';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';
import { FieldTalk } from './field-talk';
import { loadReview } from './load-review';
import { ReviewHead } from './review-head';
import { ReviewSide } from './review-side';
import { ReviewText } from './review-text';
import { listProblems, type ReviewView } from './review-view';

type Props = PageProps<'/[locale]/review/[id]'>;

const One = z.string().max(100).catch('');
const Query = z.object({ form: One, done: One });

async function read({
  params,
  searchParams,
}: Props): Promise<{ view: ReviewView; done: string; form: string }> {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  const path = reviewPaths.submission(locale, id);
  const { form, done } = Query.parse(await searchParams);
  const { review, now } = await loadReview(locale, id, path);
  const returned = form ? await guard(locale, () => readParkedForm(form, path, now)) : null;
  return { view: { locale, review, now, returned }, done, form };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await read(props);
  const { locale, review } = view;
  const t = translatorOf(locale);
  const title = t('review.page.title', { title: review.fields.title.trim() || t('sending.untitled') });
  return { title: titleWithErrors(title, listProblems(view).length > 0, locale), robots: { index: false } };
}

/** An example to be judged: the text as its page will be, and beside it what an editor does with it. */
export default async function ReviewPage(props: Props) {
  const { view, done, form } = await read(props);
  const { locale, review, now } = view;
  const { id, fields, files, updatedAt } = review;
  const [record, { cities }] = await guard(locale, () =>
    Promise.all([previewRecord(fields, { id, updatedAt, files, locale, now }), readChoices({ locale, now })]),
  );
  const practice = { ...record, title: record.title || translatorOf(locale)('sending.untitled') };
  return (
    <PageFrame locale={locale} pathIn={(other) => reviewPaths.submission(other, id)}>
      <div className="wrap review-page">
        <ErrorSummary locale={locale} problems={listProblems(view)} />
        <ReviewHead view={view} done={doneText(done, locale)} />
        <ReviewText
          {...{ locale, review, practice }}
          below={(place) => <FieldTalk {...{ locale, id, place, form }} />}
        />
        <ReviewSide {...{ view, cities }} />
      </div>
    </PageFrame>
  );
}
