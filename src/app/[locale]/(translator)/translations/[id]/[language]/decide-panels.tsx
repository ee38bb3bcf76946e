import { FormButtons, SubmitButton } from '#components/form/buttons';
import { TextArea } from '#components/form/text-area';
import { longestReason } from '#domain/translation-check';
import { languageInSentence } from '#i18n/format';
import { translationPaths } from '#i18n/translation-paths';
import { translatorOf } from '#i18n/translator';
import type { TextView } from './load-text';
import { PressPanel } from './press-panel';
import { problemOf } from './problems';

/** What somebody else decides about what was handed in; and, for editors, about what readers see. */
export function DecidePanels({ view }: { view: TextView }) {
  const { locale, may, translation, translator, before, language } = view;
  const t = translatorOf(locale);
  const name = translator?.name ?? '';
  return (
    <>
      {may.has('approve') && (
        <PressPanel
          {...{ view, post: 'approve' }}
          title={t('translations.decide.title')}
          verb={t('translations.decide.approve')}
          fields={{ seen: String(translation?.version ?? 0) }}
        >
          <p>{t('translations.decide.approveText', { name })}</p>
          {before && <p>{t('translations.decide.approveOld')}</p>}
        </PressPanel>
      )}
      {may.has('return') && (
        <ReasonForm
          {...{ view, post: 'return' }}
          label={t('translations.decide.returnLabel')}
          hint={t('translations.decide.returnHint', { name })}
          verb={t('translations.decide.return')}
        />
      )}
      {may.has('withdraw') && (
        <details className="text-panel text-more" open={view.reason !== null}>
          <summary>{t('translations.withdraw.title')}</summary>
          <p>{t('translations.withdraw.text', { language: languageInSentence(language, locale) })}</p>
          <ReasonForm
            {...{ view, post: 'withdraw' }}
            label={t('translations.withdraw.label')}
            hint={translator && t('translations.withdraw.hint')}
            verb={t('translations.withdraw.verb')}
          />
        </details>
      )}
    </>
  );
}

type ReasonProps = {
  view: TextView;
  post: 'return' | 'withdraw';
  label: string;
  hint: string | null;
  verb: string;
};

/** What is done with a reason, which comes back when something is to be corrected about it. */
function ReasonForm({ view, post, label, hint, verb }: ReasonProps) {
  const { locale, practice, language, reason } = view;
  return (
    <form
      className="text-reason"
      method="post"
      action={translationPaths.post(locale, practice.id, language, post)}
      noValidate
    >
      <TextArea
        {...{ locale, label, hint, error: problemOf(view, 'because') }}
        name="because"
        rows={4}
        maxLength={longestReason}
        defaultValue={reason?.text ?? ''}
        dir="auto"
      />
      <FormButtons>
        <SubmitButton quiet>{verb}</SubmitButton>
      </FormButtons>
    </form>
  );
}
