import type { Locale } from '#i18n/locales';
import { opinionPaths } from '#i18n/opinion-paths';
import { opinionStateText, verdictText } from '#i18n/opinion-text';
import { translatorOf } from '#i18n/translator';
import { currentPerson } from '#server/accounts/session';
import { listOpinions } from '#server/opinions/queries/list-opinions';
import { guard } from '../../../guard';

type Props = { locale: Locale; id: string; now: Date };

/** In short who was asked from outside and what they advise, and the way to all of it. For editors alone. */
export async function OpinionPanel({ locale, id, now }: Props) {
  const found = await guard(locale, async () => {
    const person = await currentPerson();
    return person && listOpinions({ actor: person.actor, id, now });
  });
  if (!found) return null;
  const { opinions, mayAsk } = found;
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
