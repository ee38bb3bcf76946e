import { SubmitButton } from '#components/form/buttons';
import { emptyFilter } from '#domain/catalogue-filter';
import { countryName } from '#domain/countries';
import type { VocabularyKind } from '#domain/vocabulary';
import { formatCount } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import { vocabularyPaths } from '#i18n/vocabulary-paths';
import type { ListedEntry } from '#server/vocabularies/queries/lists';

type Props = { locale: Locale; kind: VocabularyKind; entries: readonly ListedEntry[] };

/** The entries of a list, each with its examples; of ordered lists, with what moves it. */
export function EntryTable({ locale, kind, entries }: Props) {
  const t = translatorOf(locale);
  const isCity = kind === 'city';
  return (
    <div className="working-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('vocabulary.name')}</th>
            {isCity && <th scope="col">{t('vocabulary.country')}</th>}
            <th scope="col">{t('vocabulary.examples')}</th>
            {!isCity && <th scope="col">{t('vocabulary.order')}</th>}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, place) => (
            <tr key={entry.id} id={`entry-${entry.id}`}>
              <th scope="row">
                <a href={vocabularyPaths.entry(locale, kind, entry.id)}>{entry.name}</a>
              </th>
              {entry.country && (
                <td data-label={t('vocabulary.country')}>{countryName(entry.country, locale)}</td>
              )}
              <td data-label={t('vocabulary.examples')}>
                <ExampleCount {...{ locale, kind, entry }} />
              </td>
              {!isCity && (
                <td>
                  <div className="form-buttons">
                    <MoveButton {...{ locale, kind, entry }} direction="up" over={entries[place - 1]} />
                    <MoveButton {...{ locale, kind, entry }} direction="down" over={entries[place + 1]} />
                  </div>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type EntryProps = { locale: Locale; kind: VocabularyKind; entry: ListedEntry };

/** Leads to the examples, where there are any. */
function ExampleCount({ locale, kind, entry }: EntryProps) {
  const count = formatCount(entry.practices, locale);
  if (entry.practices === 0) return count;
  const facets = { ...emptyFilter.facets, [kind]: [entry.id] };
  return <a href={listingPath(locale, { ...emptyFilter, facets })}>{count}</a>;
}

type MoveProps = EntryProps & { direction: 'up' | 'down'; over: ListedEntry | undefined };

function MoveButton({ locale, kind, entry, direction, over }: MoveProps) {
  if (!over) return null;
  const t = translatorOf(locale);
  const { name } = entry;
  return (
    <form method="post" action={`${vocabularyPaths.entry(locale, kind, entry.id)}/move`}>
      <input type="hidden" name="direction" value={direction} />
      <input type="hidden" name="over" value={over.id} />
      <SubmitButton
        quiet
        aria-label={direction === 'up' ? t('vocabulary.upOf', { name }) : t('vocabulary.downOf', { name })}
      >
        {t(direction === 'up' ? 'vocabulary.up' : 'vocabulary.down')}
      </SubmitButton>
    </form>
  );
}
