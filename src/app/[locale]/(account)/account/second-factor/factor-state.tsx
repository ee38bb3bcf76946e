import { SubmitButton } from '#components/form/buttons';
import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** Nothing is set up yet. */
export function BeginSetUp({ locale, to }: { locale: Locale; to: string | undefined }) {
  const t = translatorOf(locale);
  return (
    <form method="post" action={`${accountPaths.setUpSecondFactor(locale)}/begin`}>
      {to && <input type="hidden" name="to" value={to} />}
      <p>{t('account.factor.apps')}</p>
      <SubmitButton>{t('account.factor.begin')}</SubmitButton>
    </form>
  );
}

/** It is in use: new recovery codes, or another telephone. */
export function FactorInUse({ locale, codes }: { locale: Locale; codes: number }) {
  const t = translatorOf(locale);
  return (
    <>
      <p>{t('account.factor.inUse', { count: codes })}</p>
      <section className="account-section">
        <h2>{t('account.recovery.title')}</h2>
        <p>{t('account.factor.newCodesHint')}</p>
        <form method="post" action={`/${locale}/account/recovery-codes/renew`}>
          <SubmitButton quiet>{t('account.factor.newCodes')}</SubmitButton>
        </form>
      </section>
      <section className="account-section">
        <h2>{t('account.factor.remove')}</h2>
        <p>{t('account.factor.removeHint')}</p>
        <form method="post" action={`${accountPaths.setUpSecondFactor(locale)}/remove`}>
          <SubmitButton quiet>{t('account.factor.remove')}</SubmitButton>
        </form>
      </section>
    </>
  );
}
