import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ChoiceList } from '#components/form/choice-list';
import type { Locale } from '#i18n/locales';
import { sendingPaths } from '#i18n/sending-paths';
import { translatorOf } from '#i18n/translator';
import type { Draft } from '#server/submissions/queries/draft';

type Props = { locale: Locale; draft: Draft; error: string | undefined };

/** The agreement and the button. What is missing stops the sending, not the button: who presses it is told what. */
export function AgreementForm({ locale, draft, error }: Props) {
  const t = translatorOf(locale);
  return (
    <form method="post" action={sendingPaths.sendNow(locale, draft.id)} noValidate>
      <ChoiceList
        {...{ locale, error }}
        type="checkbox"
        name="agreed"
        label={t('sending.check.agreeTitle')}
        hint={t('sending.check.agreeHint')}
        choices={[{ value: 'yes', label: t('sending.check.agree') }]}
        chosen={[draft.fields.agreed]}
      />
      <FormButtons>
        <SubmitButton>{t('sending.check.send')}</SubmitButton>
        <a className="button button-quiet" href={sendingPaths.preview(locale, draft.id)}>
          {t('sending.preview.verb')}
        </a>
      </FormButtons>
    </form>
  );
}
