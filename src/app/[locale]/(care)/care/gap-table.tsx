import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { CareTable, Cell } from './care-table';

type Props = { locale: Locale; table: CareTable; title: string };

/** Topics by country, in a region that scrolls by itself, with the topics always in sight. */
export function GapTable({ locale, table: { columns, rows }, title }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading of its own.
    <div
      className="gap-table"
      role="region"
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only keys scrolls it.
      tabIndex={0}
    >
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
          {rows.map(([topic, ...counts]) => (
            <tr key={topic?.text}>
              <th scope="row">{topic?.text}</th>
              {counts.map((cell, place) => (
                <td key={columns[place + 1]}>
                  <Count
                    cell={cell}
                    label={labelOf(locale, topic?.text ?? '', columns[place + 1] ?? '', cell.text)}
                    locale={locale}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function labelOf(locale: Locale, first: string, second: string, value: string): string {
  const t = translatorOf(locale);
  return t('site.pair', { name: t('site.beside', { first, second }), value });
}

/** A number that leads to the examples, or the word that there are none. */
function Count({ cell, label, locale }: { cell: Cell; label: string; locale: Locale }) {
  if (!cell.href) return <span className="gap-zero">{translatorOf(locale)('care.zero')}</span>;
  return (
    <a href={cell.href} aria-label={label}>
      {cell.text}
    </a>
  );
}
