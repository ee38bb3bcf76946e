import { ExampleTitle } from '#components/submission/example-title';
import { StateWord } from '#components/submission/state-word';
import { isWritable } from '#domain/lifecycle';
import { formatDate, formatList } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { sendingPaths } from '#i18n/sending-paths';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import type { OwnSubmission } from '#server/submissions/queries/list-submissions';

type Props = { locale: Locale; examples: readonly OwnSubmission[] };

/** A person's examples as a table with air: what it is, where it stands, and the one thing to do next. */
export function OwnTable({ locale, examples }: Props) {
  const t = translatorOf(locale);
  return (
    <section className="working-table account-wide" aria-label={t('sending.mine.title')} tabIndex={-1}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sending.mine.example')}</th>
            <th scope="col">{t('sending.mine.state')}</th>
            <th scope="col">{t('sending.mine.changed')}</th>
            <th scope="col">{t('sending.mine.action')}</th>
          </tr>
        </thead>
        <tbody>
          {examples.map((example) => (
            <OwnRow key={example.id} {...{ locale, example }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OwnRow({ locale, example }: { locale: Locale; example: OwnSubmission }) {
  const t = translatorOf(locale);
  const { id, title, state, reference, updatedAt, others, revises } = example;
  const isOpen = isWritable(state);
  const named = title.trim() || t('sending.untitled');
  return (
    <tr>
      <th scope="row">
        <ExampleTitle {...example} locale={locale} />
        {revises && (
          <small>
            <a href={practicePath(locale, revises)} aria-label={t('history.revise.liveOf', { title: named })}>
              {t('history.revise.live')}
            </a>
          </small>
        )}
        {others.length > 0 && <small>{t('sending.mine.with', { names: formatList(others, locale) })}</small>}
      </th>
      <td>
        <StateWord state={state} locale={locale} />
        {reference && <small>{reference}</small>}
      </td>
      <td>
        <time dateTime={updatedAt.toISOString()}>{formatDate(updatedAt, locale)}</time>
      </td>
      <td>
        <a
          className="button button-quiet"
          href={isOpen ? submissionPaths.step(locale, id, 'place') : sendingPaths.sent(locale, id)}
          aria-label={t(isOpen ? 'sending.mine.writeOf' : 'sending.mine.seeOf', { title: named })}
        >
          {t(isOpen ? 'sending.mine.write' : 'sending.mine.see')}
        </a>
        <OwnLinks {...{ locale, example, named }} />
      </td>
    </tr>
  );
}

/** What is done more rarely. */
function OwnLinks({ locale, example, named }: { locale: Locale; example: OwnSubmission; named: string }) {
  const t = translatorOf(locale);
  const { id, state, isAuthor } = example;
  return (
    <div className="row-links">
      {isAuthor && isWritable(state) && (
        <a href={sendingPaths.share(locale, id)} aria-label={t('sending.share.of', { title: named })}>
          {t('sending.share.verb')}
        </a>
      )}
      {isAuthor && state === 'draft' && (
        <a href={sendingPaths.delete(locale, id)} aria-label={t('sending.delete.of', { title: named })}>
          {t('sending.delete.verb')}
        </a>
      )}
    </div>
  );
}
