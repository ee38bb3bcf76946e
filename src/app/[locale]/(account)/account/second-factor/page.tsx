import type { Metadata } from 'next';
import { ErrorSummary } from '#components/form/error-summary';
import { accountPaths } from '#i18n/account-paths';
import { accountProblemText } from '#i18n/account-problem';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { countRecoveryCodes, readNewTotpSecret } from '#server/accounts/queries/own-account';
import { requirePerson } from '#server/accounts/session';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';
import { formMetadata } from '../../form-metadata';
import { readQuery } from '../../read-query';
import { BeginSetUp, FactorInUse } from './factor-state';
import { SetUpForm } from './set-up-form';

type Props = PageProps<'/[locale]/account/second-factor'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { problem } = await readQuery(searchParams);
  return formMetadata(locale, translatorOf(locale)('account.factor.title'), problem !== undefined);
}

/** The second factor: to be begun, to be confirmed, or in use. */
export default async function SecondFactorPage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const { to, problem } = await readQuery(searchParams);
  const { person, secret, codes } = await guard(locale, async () => {
    const person = await requirePerson(locale, accountPaths.setUpSecondFactor(locale, { to }));
    const { id } = person.actor;
    const [secret, codes] = await Promise.all([readNewTotpSecret(id), countRecoveryCodes(id)]);
    return { person, secret, codes };
  });
  const t = translatorOf(locale);
  const error = accountProblemText(locale, problem);
  const isPowerful = person.actor.roles.some((role) => role === 'editor' || role === 'administrator');
  return (
    <PageFrame locale={locale} pathIn={(other) => accountPaths.setUpSecondFactor(other, { to })}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={error ? [{ name: 'code', text: error }] : []} />
        <h1>{t('account.factor.title')}</h1>
        <p className="lede">{isPowerful ? t('account.factor.why') : t('account.factor.whyOfficer')}</p>
        {person.hasTotp && <FactorInUse locale={locale} codes={codes} />}
        {!person.hasTotp && !secret && <BeginSetUp locale={locale} to={to} />}
        {!person.hasTotp && secret && <SetUpForm {...{ locale, to, secret, error }} email={person.email} />}
      </div>
    </PageFrame>
  );
}
