import { ExampleTitle } from '#components/submission/example-title';
import { languageName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { sinceText } from '#i18n/review-days';
import { translationPaths } from '#i18n/translation-paths';
import { translatorOf } from '#i18n/translator';
import type { TranslationRow } from '#server/translations/queries/list';
import { StandingWord } from './standing-word';

type Props = {
  locale: Locale;
  rows: readonly TranslationRow[];
  now: Date;
  /** The account of who reads it. */
  reader: string;
};

/** Texts as a table with air: of what, into which language, how it stands, whose it is, and since when. */
export function ListTable({ locale, rows, now, reader }: Props) {
  const t = translatorOf(locale);
  return (
    <section
      className="working-table queue-table account-wide"
      id="texts"
      tabIndex={-1}
      aria-label={t('translations.title')}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('translations.column.example')}</th>
            <th scope="col">{t('translations.column.language')}</th>
            <th scope="col">{t('translations.column.state')}</th>
            <th scope="col">{t('translations.column.translator')}</th>
            <th scope="col">{t('translations.column.since')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TextRow key={`${row.practiceId} ${row.language}`} {...{ locale, row, now, reader }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = Omit<Props, 'rows'> & { row: TranslationRow };

function TextRow({ locale, row, now, reader }: RowProps) {
  const t = translatorOf(locale);
  const { practiceId, title, originalLanguage, language, state, translator, since, waits } = row;
  const name = languageName(language, locale);
  return (
    <tr className={waits ? 'text-waits' : undefined}>
      <th scope="row">
        <a href={translationPaths.text(locale, practiceId, language)}>
          <ExampleTitle {...{ locale, title, language: originalLanguage }} />{' '}
          {/* One example has several lines. */}
          <span className="sr-only">{t('translations.into', { language: name })}</span>
        </a>
      </th>
      <td data-label={t('translations.column.language')}>{name}</td>
      <td>
        <StandingWord {...{ state, locale }} />
        <More {...{ locale, row }} />
      </td>
      <td data-label={translator ? t('translations.column.translator') : undefined}>
        {translator && (translator.id === reader ? t('translations.you') : <bdi>{translator.name}</bdi>)}
      </td>
      <td data-label={since ? t('translations.column.since') : undefined}>
        {since && <time dateTime={since.toISOString()}>{sinceText(since, now, locale)}</time>}
      </td>
    </tr>
  );
}

/** What there is to know beside the state. */
function More({ locale, row: { state, changed, isReturned, isPublic } }: Pick<RowProps, 'locale' | 'row'>) {
  const t = translatorOf(locale);
  return (
    <>
      {isReturned && <small className="text-asked">{t('translations.returned')}</small>}
      {changed > 0 && <small>{t('translations.changed', { count: changed })}</small>}
      {isPublic && (state === 'draft' || state === 'ready') && <small>{t('translations.stillPublic')}</small>}
    </>
  );
}
