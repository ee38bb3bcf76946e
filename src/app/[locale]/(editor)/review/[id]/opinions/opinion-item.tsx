import { FormButtons, SubmitButton } from '#components/form/buttons';
import type { Locale } from '#i18n/locales';
import { opinionPaths } from '#i18n/opinion-paths';
import { opinionStateText, verdictText } from '#i18n/opinion-text';
import { translatorOf } from '#i18n/translator';
import type { ListedOpinion } from '#server/opinions/queries/list-opinions';

type Props = { locale: Locale; id: string; opinion: ListedOpinion };

/** Somebody who was asked: what, until when, and what they said. */
export function OpinionItem({ locale, id, opinion }: Props) {
  const t = translatorOf(locale);
  const { name, email, question, sentNumber, state, given } = opinion;
  return (
    <li>
      <h2>
        <bdi>{name}</bdi> <span className="asked-about">{email}</span>
      </h2>
      <p className="asked-about">
        {opinionStateText(opinion, locale)} · {t('opinion.number', { number: sentNumber })}
      </p>
      <p className="asked-about typed-words">
        {t('opinion.asked')} <bdi>{question}</bdi>
      </p>
      {given && (
        <>
          <p className="verdict">{verdictText(given.verdict, locale)}</p>
          {given.words && (
            <p className="typed-words" dir="auto">
              {given.words}
            </p>
          )}
          <p>{t('opinion.signedAs', { name: given.name })}</p>
        </>
      )}
      {state === 'open' && (
        <form method="post" action={opinionPaths.end(locale, id, opinion.id)}>
          <FormButtons>
            <SubmitButton quiet aria-label={t('opinion.endOf', { name })}>
              {t('opinion.end')}
            </SubmitButton>
          </FormButtons>
        </form>
      )}
    </li>
  );
}
