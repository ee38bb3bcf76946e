import { FormButtons, SubmitButton } from '#components/form/buttons';
import { TextArea } from '#components/form/text-area';
import { decisionLimits } from '#domain/decision';
import type { Locale } from '#i18n/locales';
import { sendingPaths } from '#i18n/sending-paths';
import { translatorOf } from '#i18n/translator';

type Props = {
  locale: Locale;
  id: string;
  /** What came back, and what is to be corrected about it. */
  words: string;
  error: string | undefined;
};

/** Asks for another look at what was declined. */
export function AppealForm({ locale, id, words, error }: Props) {
  const t = translatorOf(locale);
  return (
    <section className="account-section" aria-labelledby="appeal-heading">
      <h2 id="appeal-heading">{t('talk.appeal.title')}</h2>
      <p>{t('talk.appeal.text')}</p>
      <form method="post" action={sendingPaths.appeal(locale, id)} noValidate>
        <TextArea
          {...{ locale, error, name: 'words', label: t('talk.appeal.words') }}
          defaultValue={words}
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
