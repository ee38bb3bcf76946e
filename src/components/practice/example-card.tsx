import type { ReactNode } from 'react';
import { PlaceLine } from '#components/practice/place-line';
import { TopicTags } from '#components/practice/topic-tags';
import { Weave } from '#components/practice/weave';
import type { PracticeCard } from '#domain/practice';
import { directionOf, type Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';

type Props = {
  card: PracticeCard;
  locale: Locale;
  /** Stands below the summary. */
  children?: ReactNode;
};

/** One row of the list. Its title is the link of the whole row. */
export function ExampleCard({ card, locale, children }: Props) {
  const inLanguage = card.language === locale ? {} : { lang: card.language, dir: directionOf(card.language) };
  return (
    <li className="example">
      <Weave id={card.id} threads={card.topics.map(({ thread }) => thread)} shape="square" />
      <div>
        <PlaceLine country={card.country} cities={card.cities} years={card.years} locale={locale} />
        <h3 {...inLanguage}>
          <a href={practicePath(locale, card.slug)}>{card.title}</a>
        </h3>
        <p className="summary" {...inLanguage}>
          {card.summary}
        </p>
        {children}
        <TopicTags topics={card.topics} language={card.language} locale={locale} />
      </div>
    </li>
  );
}
