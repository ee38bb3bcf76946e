import { countryName } from '#domain/countries';
import { accountPaths } from '#i18n/account-paths';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { AskedAffiliation } from '#server/accounts/queries/people';
import { RowButton } from './row-button';

type Props = { locale: Locale; asked: readonly AskedAffiliation[]; cityName: (id: string) => string };

/** Who says they work for a city, to be confirmed or refused. */
export function AskedList({ locale, asked, cityName }: Props) {
  const t = translatorOf(locale);
  return (
    <section className="account-section account-wide">
      <h2>{t('account.people.asked')}</h2>
      {asked.length === 0 ? (
        <p>{t('account.people.askedNone')}</p>
      ) : (
        <div className="working-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('account.people.person')}</th>
                <th scope="col">{t('account.people.city')}</th>
                <th scope="col">{t('account.people.position')}</th>
                <th scope="col">{t('account.people.waiting')}</th>
                <th scope="col">{t('account.people.decide')}</th>
              </tr>
            </thead>
            <tbody>
              {asked.map((one) => (
                <AskedRow key={one.id} {...{ locale, one }} city={cityOf(one, locale, cityName)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function AskedRow({ locale, one, city }: { locale: Locale; one: AskedAffiliation; city: string }) {
  const t = translatorOf(locale);
  const base = `${accountPaths.people(locale)}/affiliations/${one.id}`;
  const name = one.person || one.email;
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{one.email}</small>
      </th>
      <td data-label={t('account.people.city')}>{city}</td>
      <td data-label={t('account.people.position')}>{one.position ? <bdi>{one.position}</bdi> : '–'}</td>
      <td data-label={t('account.people.waiting')}>{formatDate(one.askedAt, locale)}</td>
      <td>
        <div className="form-buttons">
          <RowButton
            quiet={false}
            action={`${base}/confirm`}
            word={t('account.people.confirm')}
            label={t('account.people.confirmOf', { name, city })}
          />
          <RowButton
            action={`${base}/refuse`}
            word={t('account.people.refuse')}
            label={t('account.people.refuseOf', { name, city })}
          />
        </div>
      </td>
    </tr>
  );
}

function cityOf(
  { cityId, cityName, country }: AskedAffiliation,
  locale: Locale,
  nameOf: (id: string) => string,
): string {
  if (cityId !== null) return nameOf(cityId);
  const place = { city: cityName ?? '', country: countryName(country, locale) };
  return translatorOf(locale)('account.people.notInCatalogue', place);
}
