import type { TopicName } from '#domain/practice';
import { languageName } from '#i18n/format';
import type { Locale } from '#i18n/locales';

type Props = { topics: readonly TopicName[]; language: string; locale: Locale };

/** Topics as small squares with words; before them the language, where it is not the reader's. */
export function TopicTags({ topics, language, locale }: Props) {
  return (
    <ul className="tags">
      {language !== locale && (
        <li>
          <span className="language-code" aria-hidden="true">
            {language.toUpperCase()}
          </span>
          {languageName(language, locale)}
        </li>
      )}
      {topics.map(({ id, name, thread }) => (
        <li key={id}>
          <i className={`thread-${thread}`} aria-hidden="true" />
          {name}
        </li>
      ))}
    </ul>
  );
}
