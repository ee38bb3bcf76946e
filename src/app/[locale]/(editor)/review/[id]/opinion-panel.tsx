import type { Locale } from '#i18n/locales';
import { opinionPaths } from '#i18n/opinion-paths';
import { opinionStateText, verdictText } from '#i18n/opinion-text';
import { translatorOf } from '#i18n/translator';
import type { Opinions } from '#server/opinions/queries/list-opinions';

type Props = Pick<Opinions, 'opinions' | 'mayAsk'> & { locale: Locale; id: string };

/** In short who was asked from outside and what they advise, and the way to all of it. */
export function OpinionPanel({ opinions, mayAsk, locale, id }: Props) {
  const t = translatorOf(locale);
  return (
    <section aria-labelledby="opinions-heading">
      <h2 id="opinions-heading">{t('opinion.panel')}</h2>
      {opinions.length === 0 && <p>{t('opinion.none')}</p>}
      <ul className="asked-list">
        {opinions.map((opinion) => (
          <li key={opinion.id}>
            <b>{opinion.given?.name ?? opinion.name}</b>
            {opinion.given && <p className="verdict">{verdictText(opinion.given.verdict, locale)}</p>}
            <p className="asked-about">{opinionStateText(opinion, locale)}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href={opinionPaths.asked(locale, id)}>{mayAsk ? t('opinion.panelMore') : t('opinion.panelAll')}</a>
      </p>
    </section>
  );
}
