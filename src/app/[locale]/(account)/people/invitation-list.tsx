import { accountPaths } from '#i18n/account-paths';
import { formatDate, formatList, sortByName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { roleName } from '#i18n/role-name';
import { translatorOf } from '#i18n/translator';
import type { OpenInvitation } from '#server/accounts/queries/people';
import { RowButton } from './row-button';

type Props = { locale: Locale; invitations: readonly OpenInvitation[]; cityName: (id: string) => string };

/** Invitations that wait for an answer. */
export function InvitationList({ locale, invitations, cityName }: Props) {
  const t = translatorOf(locale);
  if (invitations.length === 0) return null;
  return (
    <section className="account-section account-wide">
      <h2>{t('account.people.open')}</h2>
      <div className="working-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('account.people.person')}</th>
              <th scope="col">{t('account.people.role')}</th>
              <th scope="col">{t('account.people.cities')}</th>
              <th scope="col">{t('account.people.until')}</th>
              <th scope="col">{t('account.people.decide')}</th>
            </tr>
          </thead>
          <tbody>
            {invitations.map(({ id, email, roles, cityIds, expiresAt }) => (
              <tr key={id}>
                <th scope="row">{email}</th>
                <td data-label={t('account.people.role')}>
                  {formatList(
                    roles.map((role) => roleName(role, locale)),
                    locale,
                    'unit',
                  )}
                </td>
                <td data-label={t('account.people.cities')}>
                  {formatList(
                    sortByName(cityIds.map(cityName), (name) => name, locale),
                    locale,
                    'unit',
                  ) || '–'}
                </td>
                <td data-label={t('account.people.until')}>{formatDate(expiresAt, locale)}</td>
                <td>
                  <RowButton
                    action={`${accountPaths.people(locale)}/invitations/${id}/end`}
                    word={t('account.people.withdraw')}
                    label={t('account.people.withdrawOf', { email })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
