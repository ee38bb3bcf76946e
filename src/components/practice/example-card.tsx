import type { ReactNode } from 'react';
import { CardRow } from '#components/practice/card-row';
import type { PracticeCard } from '#domain/practice';
import { languageName } from '#i18n/format';
import { directionOf, type Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { placeText } from '#i18n/place-text';

type Props = {
  card: PracticeCard;
  locale: Locale;
  /** Stands below the summary. */
  children?: ReactNode;
};

/** One row of the list. Its title is the link of the whole row. */
export function ExampleCard({ card, locale, children }: Props) {
  const { id, slug, title, summary, language, topics } = card;
  return (
    <CardRow
      {...{ id, title, summary, href: practicePath(locale, slug), place: placeText(card, locale) }}
      language={
        language === locale ? null : [language, directionOf(language), languageName(language, locale)]
      }
      topics={topics.map(({ thread, name }) => [thread, name])}
    >
      {children}
    </CardRow>
  );
}
