import type { Metadata } from 'next';
import { z } from 'zod';
import { ErrorSummary, titleWithErrors } from '#components/form/error-summary';
import { Pager } from '#components/ui/pager';
import { parseReviewFilter, serializeReviewFilter } from '#domain/review-filter';
import { requireLocale } from '#i18n/require-locale';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { requireActing } from '#server/accounts/session';
import { readChoices } from '#server/catalogue/queries/choices';
import { readParkedForm } from '#server/forms/queries';
import { listQueue } from '#server/review/queries/queue';
import { guard } from '../../guard';
import { PageFrame } from '../../page-frame';
import { NothingHere } from './nothing-here';
import { OpenForm } from './open-form';
import { QueueFilter } from './queue-filter';
import { QueueTable } from './queue-table';
import { QueueTabs } from './queue-tabs';

type Props = PageProps<'/[locale]/review'>;

const Query = z.object({ form: z.string().max(100).catch('') });

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { form } = Query.parse(await searchParams);
  const title = translatorOf(locale)('review.title');
  return { title: titleWithErrors(title, form !== '', locale), robots: { index: false } };
}

/** What waits for an editor, and everything else they know of. */
export default async function QueuePage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const filter = parseReviewFilter(await searchParams);
  const now = new Date();
  const { form } = Query.parse(await searchParams);
  const { queue, choices, parked } = await guard(locale, async () => {
    const path = reviewPaths.queue(locale, serializeReviewFilter(filter));
    const { actor } = await requireActing(locale, path, 'editor');
    const [queue, choices, parked] = await Promise.all([
      listQueue({ actor, filter, now }),
      readChoices({ locale, now }),
      form ? readParkedForm(form, reviewPaths.queue(locale), now) : null,
    ]);
    return { queue, choices, parked };
  });
  const t = translatorOf(locale);
  const query = serializeReviewFilter(queue.filter);
  return (
    <PageFrame locale={locale} pathIn={(other) => reviewPaths.queue(other, query)}>
      <div className="wrap account-page queue-page" id="content" tabIndex={-1}>
        <ErrorSummary
          locale={locale}
          problems={parked ? [{ name: 'practice', text: t('review.open.problem') }] : []}
        />
        <h1>{t('review.title')}</h1>
        <QueueTabs {...{ locale, queue }} />
        <a className="queue-skip" href="#queue">
          {t('review.skip')}
        </a>
        <QueueFilter {...{ locale, queue, choices }} />
        {queue.rows.length > 0 ? (
          <QueueTable {...{ locale, queue, now }} cities={choices.cities} />
        ) : (
          <NothingHere {...{ locale, queue, now }} />
        )}
        <Pager
          {...{ locale, page: queue.filter.page, pageCount: queue.pageCount }}
          pathOf={(page) => reviewPaths.queue(locale, serializeReviewFilter({ ...queue.filter, page }))}
        />
        {queue.filter.tab === 'published' && <OpenForm locale={locale} typed={parked?.values ?? null} />}
      </div>
    </PageFrame>
  );
}
