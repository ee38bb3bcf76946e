import { FormButtons, SubmitButton } from '#components/form/buttons';
import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { toBase32, totpAddress } from '#server/accounts/totp';
import { CodeField } from '../../code-field';
import { QrPicture } from './qr-picture';

type Props = {
  locale: Locale;
  to: string | undefined;
  secret: Uint8Array;
  email: string;
  error: string | undefined;
};

/** The secret for the app, as a picture and as letters, and the field for its first code. */
export function SetUpForm({ locale, to, secret, email, error }: Props) {
  const t = translatorOf(locale);
  const base = accountPaths.setUpSecondFactor(locale);
  const letters = toBase32(secret).replace(/(.{4})(?=.)/g, '$1 ');
  const kept = to && <input type="hidden" name="to" value={to} />;
  return (
    <>
      <section>
        <h2>{t('account.factor.scan')}</h2>
        <p>{t('account.factor.apps')}</p>
        <QrPicture
          text={totpAddress({ secret, email, site: t('site.name') })}
          label={t('account.factor.picture')}
        />
        <p>
          {t('account.factor.typeSecret')} <span className="secret-text">{letters}</span>
        </p>
      </section>
      <section className="account-section">
        <h2>{t('account.factor.enter')}</h2>
        <form method="post" action={`${base}/confirm`} noValidate>
          {kept}
          <CodeField
            locale={locale}
            label={t('account.factor.code')}
            hint={t('account.factor.firstHint')}
            error={error}
          />
          <FormButtons>
            <SubmitButton>{t('account.factor.confirm')}</SubmitButton>
          </FormButtons>
        </form>
        <form method="post" action={`${base}/begin`}>
          {kept}
          <SubmitButton quiet>{t('account.factor.another')}</SubmitButton>
        </form>
      </section>
    </>
  );
}
