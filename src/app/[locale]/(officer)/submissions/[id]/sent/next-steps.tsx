import { FormButtons, SubmitButton } from '#components/form/buttons';
import type { Locale } from '#i18n/locales';
import { sendingPaths } from '#i18n/sending-paths';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import type { Standing } from '#server/submissions/queries/standing';

type Props = { standing: Standing; locale: Locale };

/** What happens next, and what its writers can do meanwhile. */
export function NextSteps({ standing, locale }: Props) {
  const t = translatorOf(locale);
  const { id, state } = standing;
  const hasArrived = state === 'submitted' || state === 'resubmitted';
  return (
    <section className="account-section" aria-labelledby="next-heading">
      <h2 id="next-heading">{t('sending.next.title')}</h2>
      <p>{t(`sending.next.${state === 'draft' ? 'submitted' : state}`)}</p>
      {hasArrived && <p>{t('sending.next.mail')}</p>}
      <FormButtons>
        <a className="button button-quiet" href={sendingPaths.preview(locale, id)}>
          {t('sending.preview.verb')}
        </a>
        <a className="button button-quiet" href={sendingPaths.copy(locale, id)} download>
          {t('sending.copy')}
        </a>
      </FormButtons>
      <Verbs standing={standing} locale={locale} />
    </section>
  );
}

function Verbs({ standing, locale }: Props) {
  const t = translatorOf(locale);
  const { id, may } = standing;
  const verb = may.has('withdraw') ? 'withdraw' : may.has('reopen') ? 'reopen' : null;
  const hint = may.has('write') ? t('sending.withdraw.later') : verb && t(`sending.${verb}.hint`);
  return (
    <>
      {may.has('write') && (
        <FormButtons>
          <a className="button" href={submissionPaths.step(locale, id, 'place')}>
            {t('sending.mine.write')}
          </a>
        </FormButtons>
      )}
      {verb && (
        <form method="post" action={sendingPaths[verb](locale, id)}>
          <FormButtons>
            <SubmitButton quiet={verb === 'withdraw'}>{t(`sending.${verb}.verb`)}</SubmitButton>
          </FormButtons>
          <p className="field-hint">{hint}</p>
        </form>
      )}
    </>
  );
}
