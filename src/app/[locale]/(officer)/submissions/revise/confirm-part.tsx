import { FormButtons, SubmitButton } from '#components/form/buttons';
import { confirmationPaths } from '#i18n/confirmation-paths';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** For whoever speaks for its city: that nothing has to be changed. */
export function ConfirmPart({ locale, slug }: { locale: Locale; slug: string }) {
  const t = translatorOf(locale);
  return (
    <section className="account-section" aria-labelledby="confirm-heading">
      <h2 id="confirm-heading">{t('confirmation.title')}</h2>
      <form method="post" action={confirmationPaths.confirmSignedIn(locale)}>
        <input type="hidden" name="practice" value={slug} />
        <FormButtons>
          <SubmitButton quiet>{t('confirmation.yes')}</SubmitButton>
        </FormButtons>
      </form>
    </section>
  );
}
