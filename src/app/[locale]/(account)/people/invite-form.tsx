import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ChoiceList } from '#components/form/choice-list';
import { Select } from '#components/form/select';
import { TextField } from '#components/form/text-field';
import { type Actor, roles } from '#domain/actor';
import { mayGrant } from '#domain/permissions';
import { accountPaths } from '#i18n/account-paths';
import { accountProblemText } from '#i18n/account-problem';
import { languageName } from '#i18n/format';
import { type Locale, locales } from '#i18n/locales';
import { roleName } from '#i18n/role-name';
import { translatorOf } from '#i18n/translator';
import { type FormValues, firstValue } from '#lib/form-values';
import type { CityChoice } from '#server/catalogue/queries/choices';

type Problem = { name: string; text: string };
type Props = {
  locale: Locale;
  actor: Actor;
  cities: readonly CityChoice[];
  typed: FormValues;
  problems: readonly Problem[];
};

/** What is to be corrected in the form, in the order of its fields. */
export function listInviteProblems(locale: Locale, errors: Readonly<Record<string, string>>): Problem[] {
  return ['email', 'role'].flatMap((name) => {
    const text = accountProblemText(locale, errors[name]);
    return text === undefined ? [] : [{ name, text }];
  });
}

/** Invites someone by mail, in a role that the person who acts may give. */
export function InviteForm({ locale, actor, cities, typed, problems }: Props) {
  const t = translatorOf(locale);
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.text;
  const granted = roles.filter((role) => mayGrant(actor, role));
  return (
    <section className="account-section">
      <h2>{t('account.people.invite')}</h2>
      <form method="post" action={`${accountPaths.people(locale)}/invite`} noValidate>
        <TextField
          locale={locale}
          name="email"
          type="email"
          autoComplete="off"
          label={t('account.people.invitedEmail')}
          error={errorOf('email')}
          defaultValue={firstValue(typed, 'email')}
        />
        <ChoiceList
          locale={locale}
          type="radio"
          name="role"
          label={t('account.people.role')}
          error={errorOf('role')}
          choices={granted.map((value) => ({ value, label: roleName(value, locale) }))}
          chosen={typed.get('role') ?? ['officer']}
        />
        <Select
          locale={locale}
          optional
          name="cities"
          multiple
          size={6}
          label={t('account.people.cities')}
          hint={t('account.people.citiesHint')}
          options={cities.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={[...(typed.get('cities') ?? [])]}
        />
        <Select
          locale={locale}
          name="language"
          label={t('account.people.mailLanguage')}
          options={locales.map((value) => ({ value, label: languageName(value, value), lang: value }))}
          defaultValue={firstValue(typed, 'language') || locale}
        />
        <FormButtons>
          <SubmitButton>{t('account.people.send')}</SubmitButton>
        </FormButtons>
      </form>
    </section>
  );
}
