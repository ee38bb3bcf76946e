import { SubmitButton } from '#components/form/buttons';
import { accountPaths } from '#i18n/account-paths';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Device = { id: string; name: string; createdAt: Date; lastSeenAt: Date };
type Props = { locale: Locale; devices: readonly Device[]; present: string };

/** Where the person is signed in, with a way out for each. */
export function DeviceList({ locale, devices, present }: Props) {
  const t = translatorOf(locale);
  const base = accountPaths.account(locale);
  return (
    <section className="account-section account-wide" id="devices">
      <h2>{t('account.devices.title')}</h2>
      <div className="working-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('account.devices.device')}</th>
              <th scope="col">{t('account.devices.since')}</th>
              <th scope="col">{t('account.devices.seen')}</th>
              <th scope="col">{t('account.devices.action')}</th>
            </tr>
          </thead>
          <tbody>
            {devices.map(({ id, name, createdAt, lastSeenAt }) => (
              <tr key={id}>
                <th scope="row">
                  {name || t('account.devices.unknown')}
                  {id === present && <small>{t('account.devices.here')}</small>}
                </th>
                <td data-label={t('account.devices.since')}>{formatDate(createdAt, locale)}</td>
                <td data-label={t('account.devices.seen')}>{formatDate(lastSeenAt, locale)}</td>
                <td>
                  <form
                    method="post"
                    action={id === present ? accountPaths.signOut(locale) : `${base}/devices/${id}/end`}
                  >
                    <SubmitButton
                      quiet
                      aria-label={t('account.devices.endOf', {
                        device: name || t('account.devices.unknown'),
                      })}
                    >
                      {t('account.devices.end')}
                    </SubmitButton>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {devices.length > 1 && (
        <form method="post" action={`${base}/end-others`}>
          <SubmitButton quiet>{t('account.devices.endOthers')}</SubmitButton>
        </form>
      )}
    </section>
  );
}
