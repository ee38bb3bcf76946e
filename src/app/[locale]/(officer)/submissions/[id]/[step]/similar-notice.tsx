import { Notice } from '#components/form/notice';
import { PlaceLine } from '#components/practice/place-line';
import type { PracticeCard } from '#domain/practice';
import { directionOf, type Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { placeText } from '#i18n/place-text';
import { translatorOf } from '#i18n/translator';

type Props = { locale: Locale; cards: readonly PracticeCard[] };

/** Examples of the catalogue that may be the one being written. */
export function SimilarNotice({ locale, cards }: Props) {
  const t = translatorOf(locale);
  if (cards.length === 0) return null;
  return (
    <Notice title={t('submission.similar.title')}>
      <p>{t('submission.similar.text')}</p>
      <ul className="similar">
        {cards.map((card) => (
          <li key={card.id}>
            <a
              href={practicePath(locale, card.slug)}
              target="_blank"
              rel="noreferrer"
              lang={card.language}
              dir={directionOf(card.language)}
            >
              {card.title}
            </a>
            <PlaceLine {...placeText(card, locale)} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
