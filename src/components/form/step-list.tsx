import type { StepState } from '#domain/submission-steps';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type StepItem = {
  href: string;
  label: string;
  /** What stands there, in one line. */
  digest: string;
  state: StepState;
  /** Comments that wait for an answer. */
  asked?: number;
};

type Props = { locale: Locale; steps: readonly StepItem[]; current: string };

/** The steps of a form with their states, each a link: any of them can be opened at any time. */
export function StepList({ locale, steps, current }: Props) {
  const t = translatorOf(locale);
  return (
    <nav className="steps" aria-label={t('form.steps')}>
      <ol>
        {steps.map((step, place) => (
          <li key={step.href} className={step.href === current ? 'step-now' : `step-${step.state}`}>
            <a href={step.href} aria-current={step.href === current ? 'step' : undefined}>
              <span className="step-dot" aria-hidden="true">
                {markOf(step, place, step.href === current)}
              </span>
              <span className="step-text">
                {step.label}
                {step.digest && (
                  <small>
                    <bdi>{step.digest}</bdi>
                  </small>
                )}
                {!!step.asked && (
                  <small className="step-asked">{t('talk.open', { count: step.asked })}</small>
                )}
                <small className={step.state === 'wrong' ? 'step-word' : 'sr-only'}>
                  {t(`form.state.${step.state}`)}
                </small>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function markOf({ state }: StepItem, place: number, isCurrent: boolean): string {
  if (isCurrent) return String(place + 1);
  return { done: '✓', wrong: '!', begun: String(place + 1), empty: String(place + 1) }[state];
}
