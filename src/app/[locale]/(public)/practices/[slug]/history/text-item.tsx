import { formatDate, languageInSentence } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import type { PracticeHistory } from '#server/catalogue/queries/history';

type Props = { locale: Locale; slug: string; text: PracticeHistory['texts'][number] };

/** That the text in another language was published, and of which version it is a translation. */
export function TextItem({ locale, slug, text: { language, number, at, madeFrom, isRead } }: Props) {
  const t = translatorOf(locale);
  const name = t('practice.translationPublished', { language: languageInSentence(language, locale) });
  return (
    <li>
      <h2>
        {isRead ? (
          <a href={practicePath(locale, slug, language)} hrefLang={language}>
            {name}
          </a>
        ) : (
          name
        )}
      </h2>
      <p>
        {t('practice.translationPublishedAs', { date: formatDate(at, locale), number, version: madeFrom })}
      </p>
    </li>
  );
}
