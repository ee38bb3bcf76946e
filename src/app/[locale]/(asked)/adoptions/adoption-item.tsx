import type { ReactNode } from 'react';
import { Around } from '#components/ui/around';
import { formatDate } from '#i18n/format';
import { directionOf, type Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import type { ListedAdoption } from '#server/adoptions/queries/list-adoptions';
import { DecisionForms } from './decision-forms';
import type { ParkedDecision } from './decision-problems';

type Props = {
  adoption: ListedAdoption;
  locale: Locale;
  problems: readonly { name: string; text: string }[];
  parked: ParkedDecision;
};

/** What an officer says, who they are, and the two decisions. */
export function AdoptionItem({ adoption, locale, problems, parked }: Props) {
  const t = translatorOf(locale);
  const { practice, ownPractice, city, year, words, website, person, statedAt } = adoption;
  return (
    <li>
      <h3>
        <Around
          sentence={(value) =>
            t('site.pair', { name: t('adoption.since', { city, year: String(year) }), value })
          }
        >
          <ExampleLink {...practice} locale={locale}>
            {practice.title}
          </ExampleLink>
        </Around>
      </h3>
      <p className="asked-about">
        {t('adoption.statedBy', { person, date: formatDate(statedAt, locale) })}
        {' · '}
        {t(adoption.isConfirmedFor ? 'adoption.confirmedFor' : 'adoption.notConfirmedFor', { city })}
        {' · '}
        {adoption.email}
      </p>
      <p className="typed-words" dir="auto">
        {words}
      </p>
      {ownPractice && (
        <p>
          {t('adoption.example')}{' '}
          <ExampleLink {...ownPractice} locale={locale}>
            {ownPractice.title}
          </ExampleLink>
        </p>
      )}
      {website && (
        <p>
          <a href={website} rel="external nofollow">
            {new URL(website).host}
          </a>
        </p>
      )}
      <Decision {...{ adoption, locale, problems, parked }} />
    </li>
  );
}

function Decision({ adoption, locale, problems, parked }: Props) {
  const t = translatorOf(locale);
  const { state, decidedAt, refusedBecause, mayDecide } = adoption;
  if (mayDecide) return <DecisionForms {...{ adoption, locale, problems, parked }} />;
  if (state === 'stated') return <p>{t('adoption.ownStatement')}</p>;
  const date = decidedAt ? formatDate(decidedAt, locale) : '';
  return (
    <p>
      {t(state === 'confirmed' ? 'adoption.decidedOn.confirmed' : 'adoption.decidedOn.refused', { date })}{' '}
      {refusedBecause && <bdi>{refusedBecause}</bdi>}
    </p>
  );
}

type LinkProps = { slug: string; language: string; locale: Locale; children: ReactNode };

function ExampleLink({ slug, language, locale, children }: LinkProps) {
  return (
    <a href={practicePath(locale, slug)} lang={language} dir={directionOf(language)}>
      {children}
    </a>
  );
}
