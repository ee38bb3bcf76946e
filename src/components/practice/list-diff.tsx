import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Item = { key: string; label: string };
type Props = { locale: Locale; before: readonly Item[]; after: readonly Item[] };

/** What was taken out of a list, what was added, and what stays. */
export function ListDiff({ locale, before, after }: Props) {
  const has = (list: readonly Item[], { key }: Item) => list.some((item) => item.key === key);
  const t = translatorOf(locale);
  return (
    <ul className="list-diff">
      {before
        .filter((item) => !has(after, item))
        .map(({ key, label }) => (
          <li key={key}>
            <del>{label}</del> <small>{t('changes.removedWord')}</small>
          </li>
        ))}
      {after.map((item) => (
        <li key={item.key}>
          {has(before, item) ? (
            item.label
          ) : (
            <>
              <ins>{item.label}</ins> <small>{t('changes.addedWord')}</small>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
