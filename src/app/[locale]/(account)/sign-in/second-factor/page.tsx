import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ErrorSummary } from '#components/form/error-summary';
import { accountPaths } from '#i18n/account-paths';
import { accountProblemText } from '#i18n/account-problem';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { knownPerson } from '#server/accounts/session';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';
import { CodeField } from '../../code-field';
import { formMetadata } from '../../form-metadata';
import { readQuery } from '../../read-query';

type Props = PageProps<'/[locale]/sign-in/second-factor'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { problem } = await readQuery(searchParams);
  return formMetadata(locale, translatorOf(locale)('account.factor.title'), problem !== undefined);
}

/** Asks for the second factor of someone who has shown that the address is theirs. */
export default async function SecondFactorPage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const { to, problem } = await readQuery(searchParams);
  const person = await guard(locale, knownPerson);
  if (!person) redirect(accountPaths.signIn(locale, { to }));
  if (!person.hasTotp || person.actor.hasSecondFactor)
    redirect(to ?? accountPaths.start(locale, person.actor.roles));
  const t = translatorOf(locale);
  const error = accountProblemText(locale, problem);
  return (
    <PageFrame locale={locale} pathIn={(other) => accountPaths.secondFactor(other, { to })}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={error ? [{ name: 'code', text: error }] : []} />
        <h1>{t('account.factor.title')}</h1>
        <form method="post" action={`${accountPaths.secondFactor(locale)}/check`} noValidate>
          {to && <input type="hidden" name="to" value={to} />}
          <CodeField
            letters
            locale={locale}
            label={t('account.factor.code')}
            hint={t('account.factor.hint')}
            error={error}
          />
          <FormButtons>
            <SubmitButton>{t('account.goOn')}</SubmitButton>
          </FormButtons>
        </form>
        <section className="account-section">
          <h2>{t('account.factor.lost')}</h2>
          <p>{t('account.factor.lostText')}</p>
          <form method="post" action={accountPaths.signOut(locale)}>
            <SubmitButton quiet>{t('account.signOut')}</SubmitButton>
          </form>
        </section>
      </div>
    </PageFrame>
  );
}
