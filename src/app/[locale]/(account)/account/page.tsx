import type { Metadata } from 'next';
import { ErrorSummary } from '#components/form/error-summary';
import { SavedLine } from '#components/form/saved-line';
import { groupsFor } from '#domain/mail-wishes';
import { accountPaths } from '#i18n/account-paths';
import { accountProblemText } from '#i18n/account-problem';
import { requireLocale } from '#i18n/require-locale';
import { translationPaths } from '#i18n/translation-paths';
import { translatorOf } from '#i18n/translator';
import { listDevices } from '#server/accounts/queries/own-account';
import { listOwnCities } from '#server/accounts/queries/own-cities';
import { requirePerson } from '#server/accounts/session';
import { readMailWishes } from '#server/mail/queries/wishes';
import { guard } from '../../guard';
import { PageFrame } from '../../page-frame';
import { formMetadata } from '../form-metadata';
import { readQuery } from '../read-query';
import { DeviceList } from './device-list';
import { MailWishes } from './mail-wishes';
import { OwnCities } from './own-cities';
import { ProfileForm } from './profile-form';

type Props = PageProps<'/[locale]/account'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { problem } = await readQuery(searchParams);
  return formMetadata(locale, translatorOf(locale)('account.title'), problem !== undefined);
}

/** What a person decides about their own account. */
export default async function AccountPage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const { done, problem } = await readQuery(searchParams);
  const { person, devices, cities, wishes } = await guard(locale, async () => {
    const person = await requirePerson(locale, accountPaths.account(locale));
    const { id, roles } = person.actor;
    const [devices, cities, wishes] = await Promise.all([
      listDevices(id, roles, new Date()),
      listOwnCities(id, locale),
      readMailWishes(id),
    ]);
    return { person, devices, cities, wishes };
  });
  const t = translatorOf(locale);
  const error = accountProblemText(locale, problem);
  return (
    <PageFrame locale={locale} pathIn={(other) => accountPaths.account(other)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={error ? [{ name: 'name', text: error }] : []} />
        {done === 'saved' && <SavedLine>{t('account.saved')}</SavedLine>}
        {done === 'ended' && <SavedLine>{t('account.devices.ended')}</SavedLine>}
        <h1>{t('account.title')}</h1>
        <p className="lede">{t('account.addressIs', { email: person.email })}</p>
        <ProfileForm locale={locale} person={person} error={error} />
        <OwnCities locale={locale} cities={cities} />
        <section className="account-section">
          <h2>{t('translations.title')}</h2>
          <p>
            <a href={translationPaths.list(locale)}>{t('account.translations')}</a>
          </p>
        </section>
        <MailWishes
          {...{ locale, wishes }}
          groups={groupsFor(person.actor.roles)}
          isSaved={done === 'mails'}
        />
        <section className="account-section">
          <h2>{t('account.factor.title')}</h2>
          {!person.hasTotp && <p>{t('account.factor.notInUse')}</p>}
          <p>
            <a href={accountPaths.setUpSecondFactor(locale)}>
              {person.hasTotp ? t('account.factor.manage') : t('account.factor.setUp')}
            </a>
          </p>
        </section>
        <DeviceList locale={locale} devices={devices} present={person.sessionId} />
      </div>
    </PageFrame>
  );
}
