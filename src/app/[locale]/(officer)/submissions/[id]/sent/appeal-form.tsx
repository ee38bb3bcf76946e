import { FormButtons, SubmitButton } from '#components/form/buttons';
import { TextArea } from '#components/form/text-area';
import { decisionLimits } from '#domain/decision';
import type { Locale } from '#i18n/locales';
import { sendingPaths } from '#i18n/sending-paths';
import { translatorOf } from '#i18n/translator';
import { type FormValues, firstValue } from '#lib/form-values';

type Props = {
  locale: Locale;
  id: string;
  /** What came back, with what is to be corrected about it. */
  parked: { values: FormValues; errors: Readonly<Record<string, string>> } | null;
};

/** Asks for another look at what was declined. */
export function AppealForm({ locale, id, parked }: Props) {
  const t = translatorOf(locale);
  return (
    <section className="account-section" aria-labelledby="appeal-heading">
      <h2 id="appeal-heading">{t('talk.appeal.title')}</h2>
      <p>{t('talk.appeal.text')}</p>
      <form method="post" action={sendingPaths.appeal(locale, id)} noValidate>
        <TextArea
          {...{ locale, error: parked?.errors.words, name: 'words', label: t('talk.appeal.words') }}
          defaultValue={parked ? firstValue(parked.values, 'words') : ''}
          maxLength={decisionLimits.words}
          dir="auto"
        />
        <FormButtons>
          <SubmitButton quiet>{t('talk.appeal.send')}</SubmitButton>
        </FormButtons>
      </form>
    </section>
  );
}
