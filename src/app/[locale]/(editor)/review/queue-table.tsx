import { FormButtons, SubmitButton } from '#components/form/buttons';
import { PlaceLine } from '#components/practice/place-line';
import { ExampleTitle } from '#components/submission/example-title';
import { StateWord } from '#components/submission/state-word';
import { parseYears } from '#domain/years';
import type { Locale } from '#i18n/locales';
import { placeText } from '#i18n/place-text';
import { dueText, sinceText } from '#i18n/review-days';
import { reviewPaths } from '#i18n/review-paths';
import { sendingPaths } from '#i18n/sending-paths';
import { translatorOf } from '#i18n/translator';
import type { CityChoice } from '#server/catalogue/queries/choices';
import type { Queue, QueueRow } from '#server/review/queries/queue';

type Props = { locale: Locale; queue: Queue; now: Date; cities: readonly CityChoice[] };
type RowProps = { locale: Locale; row: QueueRow; now: Date; cities: Props['cities'] };

/** Examples as a table with air: what it is, how it stands, how long and until when, and whose it is. */
export function QueueTable({ locale, queue, now, cities }: Props) {
  const t = translatorOf(locale);
  const { tab } = queue.filter;
  const isAwaited = tab === 'waiting' || tab === 'mine' || tab === 'review';
  return (
    <section
      className="working-table queue-table account-wide"
      id="queue"
      tabIndex={-1}
      aria-label={t(`review.tab.${tab}`)}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('review.column.example')}</th>
            <th scope="col">{t('review.column.state')}</th>
            <th scope="col">{t(isAwaited ? 'review.column.since' : 'review.column.stands')}</th>
            {isAwaited && <th scope="col">{t('review.column.due')}</th>}
            <th scope="col">{t('review.column.editor')}</th>
          </tr>
        </thead>
        <tbody>
          {queue.rows.map((row) => (
            <tr key={row.id}>
              <ExampleCell {...{ locale, row, now, cities }} />
              <td>
                <StateWord state={row.state} locale={locale} />
                <small>{kindText(row, locale)}</small>
              </td>
              <td data-label={t(row.waits ? 'review.column.since' : 'review.column.stands')}>
                <time dateTime={row.since.toISOString()}>{sinceText(row.since, now, locale)}</time>
              </td>
              {isAwaited && <DueCell {...{ locale, row, now }} />}
              <EditorCell {...{ locale, row }} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ExampleCell({ locale, row, cities }: RowProps) {
  const { id, fields, reference, isOwn } = row;
  const years = parseYears(fields.years);
  const place = placeText(
    {
      country: fields.country,
      cities: fields.cities.flatMap((city) => cities.find((one) => one.id === city) ?? []),
      otherPlaces: fields.otherPlaces,
      years: years.ok ? years.years : { start: null, end: null, ongoing: false },
    },
    locale,
  );
  return (
    <th scope="row">
      <a href={isOwn ? sendingPaths.sent(locale, id) : reviewPaths.submission(locale, id)}>
        <ExampleTitle {...{ locale, title: fields.title.trim(), language: fields.language }} />
      </a>
      {fields.country && <PlaceLine {...place} />}
      {reference && <small className="reference">{reference}</small>}
    </th>
  );
}

/** Whether it is new, and how often it was sent. */
function kindText({ isRevision, sentCount }: QueueRow, locale: Locale): string {
  const t = translatorOf(locale);
  const kind = t(isRevision ? 'review.kind.revision' : 'review.kind.new');
  return sentCount > 1
    ? t('site.beside', { first: kind, second: t('review.kind.again', { count: sentCount }) })
    : kind;
}

function DueCell({ locale, row: { dueOn }, now }: Pick<RowProps, 'locale' | 'row' | 'now'>) {
  const label = translatorOf(locale)('review.column.due');
  if (!dueOn) return <td data-label={label}>–</td>;
  const { text, isLate } = dueText(dueOn, now, locale);
  return (
    <td data-label={label}>
      <time dateTime={dueOn.toISOString().slice(0, 10)} className={isLate ? 'review-late' : undefined}>
        {text}
      </time>
    </td>
  );
}

/** Whose it is; one's own is for others to decide. */
function EditorCell({ locale, row }: Pick<RowProps, 'locale' | 'row'>) {
  const t = translatorOf(locale);
  const { id, claimedBy, isOwn, mayClaim, fields } = row;
  const title = fields.title.trim() || t('sending.untitled');
  return (
    <td data-label={claimedBy || isOwn ? t('review.column.editor') : undefined}>
      {isOwn && t('review.own')}
      {!isOwn && claimedBy?.name}
      {mayClaim && !claimedBy && (
        <form method="post" action={reviewPaths.act(locale, id, 'claim')}>
          <FormButtons>
            <SubmitButton quiet aria-label={t('review.claim.of', { title })}>
              {t('review.claim.verb')}
            </SubmitButton>
          </FormButtons>
        </form>
      )}
    </td>
  );
}
