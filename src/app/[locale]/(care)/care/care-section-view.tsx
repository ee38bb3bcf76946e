import { LinkList } from '#components/ui/link-list';
import type { CareSection } from '#domain/care';
import { directionOf, type Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { carePaths } from '#i18n/vocabulary-paths';
import type { CareTable, Cell } from './care-table';
import { GapTable } from './gap-table';

/** Rows that the page shows of one section; the file has all. */
const shownAtMost = 50;

type Props = { locale: Locale; section: CareSection; heading: string; table: CareTable };

/** How many there are to care for: rows, or in the table of gaps the places that are empty. */
export function countOf(section: CareSection, { rows }: CareTable): number {
  return section === 'gaps' ? rows.flat().filter(({ text }) => text === '0').length : rows.length;
}

/** One section of the report: what it means, its rows, and the same as a file. */
export function CareSectionView({ locale, section, heading, table }: Props) {
  const t = translatorOf(locale);
  const count = table.rows.length;
  const isGaps = section === 'gaps';
  const isEmpty = count === 0 || (isGaps && table.columns.length < 3);
  const title = t(`care.section.${section}.title`);
  return (
    <section className="account-section account-wide" id={section} aria-labelledby={`${section}-title`}>
      <h2 id={`${section}-title`}>{heading}</h2>
      <p>{t(isEmpty ? `care.section.${section}.none` : `care.section.${section}.text`)}</p>
      {!isEmpty && isGaps && <GapTable {...{ locale, table, title }} />}
      {!isEmpty && !isGaps && <RowTable {...{ locale, table, title }} />}
      {!isEmpty && !isGaps && count > shownAtMost && <p>{t('care.rest', { shown: shownAtMost, count })}</p>}
      {!isEmpty && (
        <p>
          <a
            className="button button-quiet"
            href={carePaths.file(locale, section)}
            aria-label={t('care.fileOf', { title })}
            download
          >
            {t('care.file')}
          </a>
        </p>
      )}
    </section>
  );
}

type TableProps = { locale: Locale; table: CareTable; title: string };

function RowTable({ locale, table: { columns, rows }, title }: TableProps) {
  return (
    <div className="working-table">
      <table>
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownAtMost).map(([first, ...rest], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, on the server; rows may be alike.
            <tr key={index}>
              <th scope="row">{first && <CellText cell={first} locale={locale} />}</th>
              {rest.map((cell, place) => (
                <td key={columns[place + 1]} data-label={columns[place + 1]}>
                  <CellText cell={cell} locale={locale} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellText({ cell: { text, href, lang, links = [] }, locale }: { cell: Cell; locale: Locale }) {
  if (links.length > 0) return <LinkList locale={locale} links={links} type="unit" />;
  if (!href)
    return (
      <span lang={lang} dir={lang && directionOf(lang)}>
        {text}
      </span>
    );
  // A dead link is shown as it is, and is not gone to from here with this page's address.
  const rel = href.startsWith('http') ? 'noreferrer nofollow' : undefined;
  return (
    <a href={href} lang={lang} dir={lang && directionOf(lang)} rel={rel}>
      {text}
    </a>
  );
}
