import { type Evidence, evidenceLevels } from '#domain/evidence-level';
import type { Locale } from '#i18n/locales';
import { contentPagePath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

type Props = { evidence: Evidence; locale: Locale };

/** How far the results of a practice are known: the five steps as words, the one it stands on, and why. */
export function EvidenceSteps({ evidence, locale }: Props) {
  const t = translatorOf(locale);
  const { level } = evidence;
  const counted = { step: evidenceLevels.indexOf(level) + 1, steps: evidenceLevels.length };
  return (
    <>
      <ol className="evidence-steps">
        {evidenceLevels.map((one) => (
          <li key={one} aria-current={one === level ? 'step' : undefined}>
            {one === level ? (
              <strong>
                <span className="sr-only">{t('evidence.step', counted)} </span>
                {t(`evidence.level.${one}`)}
              </strong>
            ) : (
              t(`evidence.level.${one}`)
            )}
          </li>
        ))}
      </ol>
      <p className="evidence-reason">
        {reasonOf(evidence, locale)} <a href={contentPagePath(locale, 'evidence')}>{t('evidence.about')}</a>
      </p>
    </>
  );
}

function reasonOf(evidence: Evidence, locale: Locale): string {
  const t = translatorOf(locale);
  switch (evidence.level) {
    case 'described':
      return t('evidence.because.described');
    case 'monitored':
      return t('evidence.because.monitored', {
        section: t(`section.${evidence.section}`),
        figure: evidence.figure,
      });
    case 'evaluated':
      return t(`evidence.because.${evidence.source}`);
    case 'outside':
      return t('evidence.because.outside', { evaluator: evidence.evaluator });
    case 'repeated':
      return t('evidence.because.repeated', { count: evidence.adoptions });
  }
}
