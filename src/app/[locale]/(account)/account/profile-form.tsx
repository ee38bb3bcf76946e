import { FormButtons, SubmitButton } from '#components/form/buttons';
import { Select } from '#components/form/select';
import { TextField } from '#components/form/text-field';
import { accountPaths } from '#i18n/account-paths';
import { languageName } from '#i18n/format';
import { type Locale, locales } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Props = { locale: Locale; person: { name: string; locale: Locale }; error: string | undefined };

/** The person's name and the language of their mails. */
export function ProfileForm({ locale, person, error }: Props) {
  const t = translatorOf(locale);
  return (
    <form method="post" action={`${accountPaths.account(locale)}/save`} noValidate>
      <TextField
        locale={locale}
        name="name"
        autoComplete="name"
        label={t('account.name')}
        error={error}
        defaultValue={person.name}
      />
      <Select
        locale={locale}
        name="language"
        label={t('account.language')}
        options={locales.map((value) => ({ value, label: languageName(value, value), lang: value }))}
        defaultValue={person.locale}
      />
      <FormButtons>
        <SubmitButton>{t('account.save')}</SubmitButton>
      </FormButtons>
    </form>
  );
}
