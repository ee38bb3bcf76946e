import { accountPaths } from '#i18n/account-paths';
import { formatList, sortByName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { roleName } from '#i18n/role-name';
import { translatorOf } from '#i18n/translator';
import type { KnownPerson } from '#server/accounts/queries/people';
import { RowButton } from './row-button';

type Props = {
  locale: Locale;
  people: readonly KnownPerson[];
  cityName: (id: string) => string;
  maySuspend: (accountId: string) => boolean;
};

/** Everyone who has an account. */
export function PeopleList({ locale, people, cityName, maySuspend }: Props) {
  const t = translatorOf(locale);
  const isDecidable = people.some(({ id }) => maySuspend(id));
  return (
    <section className="account-section account-wide">
      <h2>{t('account.people.all')}</h2>
      <div className="working-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('account.people.person')}</th>
              <th scope="col">{t('account.people.roles')}</th>
              <th scope="col">{t('account.people.cities')}</th>
              {isDecidable && <th scope="col">{t('account.people.decide')}</th>}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow
                key={person.id}
                {...{ locale, person }}
                cities={formatList(
                  sortByName(person.cityIds.map(cityName), (name) => name, locale),
                  locale,
                  'unit',
                )}
                maySuspend={maySuspend(person.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type RowProps = { locale: Locale; person: KnownPerson; cities: string; maySuspend: boolean };

function PersonRow({ locale, person, cities, maySuspend }: RowProps) {
  const t = translatorOf(locale);
  const { id, email, roles, suspendedAt } = person;
  const name = person.name || email;
  const base = `${accountPaths.people(locale)}/accounts/${id}`;
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{email}</small>
      </th>
      <td data-label={t('account.people.roles')}>
        {formatList(
          roles.map((role) => roleName(role, locale)),
          locale,
          'unit',
        )}
        {suspendedAt && <small>{t('account.people.suspended')}</small>}
      </td>
      <td data-label={t('account.people.cities')}>{cities || '–'}</td>
      <td>
        {maySuspend && !suspendedAt && (
          <RowButton
            action={`${base}/suspend`}
            word={t('account.people.suspend')}
            label={t('account.people.suspendOf', { name })}
          />
        )}
        {maySuspend && suspendedAt && (
          <RowButton
            action={`${base}/restore`}
            word={t('account.people.restore')}
            label={t('account.people.restoreOf', { name })}
          />
        )}
      </td>
    </tr>
  );
}
