import { partsOf } from '#domain/translation-check';
import { formatList, languageInSentence } from '#i18n/format';
import { textPartLabel } from '#i18n/text-part';
import { translatorOf } from '#i18n/translator';
import type { TextView } from './load-text';
import { partFragment } from './text-part';

/** What the original says differently since the translation was made, each a link to the part. */
export function ChangedList({ view: { locale, original, before, changed, parts } }: { view: TextView }) {
  const t = translatorOf(locale);
  if (!before) return null;
  const isOtherLanguage = before.language !== original.language;
  if (changed.length === 0 && !isOtherLanguage) return null;
  const present = partsOf(original.fields);
  const gone = changed.filter((name) => !present.includes(name));
  return (
    <section className="form-notice text-changes" aria-labelledby="changes-heading">
      <h2 id="changes-heading">{t('translations.changes.title')}</h2>
      {isOtherLanguage && (
        <p>
          {t('translations.changes.language', {
            language: languageInSentence(original.language, locale),
            before: languageInSentence(before.language, locale),
          })}
        </p>
      )}
      <ul>
        {changed
          .filter((name) => parts.includes(name) && !gone.includes(name))
          .map((name) => (
            <li key={name}>
              <a href={`#${partFragment(name)}`}>{textPartLabel(name, locale)}</a>
            </li>
          ))}
      </ul>
      {gone.length > 0 && (
        <p>
          {t('translations.changes.gone', {
            list: formatList(
              gone.map((name) => textPartLabel(name, locale)),
              locale,
            ),
          })}
        </p>
      )}
    </section>
  );
}
