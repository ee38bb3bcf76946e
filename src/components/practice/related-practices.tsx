import { PlaceLine } from '#components/practice/place-line';
import { Weave } from '#components/practice/weave';
import type { PracticeCard } from '#domain/practice';
import { directionOf, type Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { placeText } from '#i18n/place-text';
import { translatorOf } from '#i18n/translator';

/** The nearest examples, at the end of a record. */
export function RelatedPractices({ cards, locale }: { cards: readonly PracticeCard[]; locale: Locale }) {
  if (cards.length === 0) return null;
  return (
    <section className="wrap" aria-labelledby="related-heading">
      <div className="related">
        <h2 id="related-heading">{translatorOf(locale)('practice.related')}</h2>
        <ul>
          {cards.map((card) => (
            <li key={card.id}>
              <Weave id={card.id} threads={card.topics.map(({ thread }) => thread)} shape="strip" />
              <PlaceLine {...placeText(card, locale)} />
              <h3 lang={card.language} dir={directionOf(card.language)}>
                <a href={practicePath(locale, card.slug)}>{card.title}</a>
              </h3>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
