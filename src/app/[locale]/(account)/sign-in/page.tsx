import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ErrorSummary } from '#components/form/error-summary';
import { Notice } from '#components/form/notice';
import { TextField } from '#components/form/text-field';
import { accountPaths } from '#i18n/account-paths';
import { accountProblemText } from '#i18n/account-problem';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import { currentPerson, knownPerson } from '#server/accounts/session';
import { readParkedForm } from '#server/forms/queries';
import { guard } from '../../guard';
import { PageFrame } from '../../page-frame';
import { formMetadata } from '../form-metadata';
import { readQuery } from '../read-query';

type Props = PageProps<'/[locale]/sign-in'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { form, problem } = await readQuery(searchParams);
  return formMetadata(locale, translatorOf(locale)('account.signIn'), (form ?? problem) !== undefined);
}

/** Asks for the e-mail address. Who is signed in already goes on. */
export default async function SignInPage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const query = await readQuery(searchParams);
  const { to, done } = query;
  const { email, problem } = await guard(locale, async () => {
    const person = await currentPerson();
    if (person) redirect(to ?? accountPaths.start(locale, person.actor.roles));
    if (await knownPerson()) redirect(accountPaths.secondFactor(locale, { to }));
    const path = accountPaths.signIn(locale);
    const parked = query.form ? await readParkedForm(query.form, path, new Date()) : null;
    return {
      email: parked ? firstValue(parked.values, 'email') : '',
      problem: accountProblemText(locale, parked?.errors.email ?? query.problem),
    };
  });
  const t = translatorOf(locale);
  return (
    <PageFrame locale={locale} pathIn={(other) => accountPaths.signIn(other, { to })}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={problem ? [{ name: 'email', text: problem }] : []} />
        <h1>{t('account.signIn')}</h1>
        {done === 'signed-out' && <Notice>{t('account.signedOut')}</Notice>}
        <p className="lede">{t('account.signInLede')}</p>
        <form method="post" action={`${accountPaths.signIn(locale)}/ask`} noValidate>
          {to && <input type="hidden" name="to" value={to} />}
          <TextField
            locale={locale}
            name="email"
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            label={t('account.email')}
            hint={t('account.emailHint')}
            error={problem}
            defaultValue={email}
          />
          <FormButtons>
            <SubmitButton>{t('account.sendCode')}</SubmitButton>
          </FormButtons>
        </form>
        <AskForAccess locale={locale} />
      </div>
    </PageFrame>
  );
}

function AskForAccess({ locale }: { locale: Locale }) {
  const t = translatorOf(locale);
  return (
    <section className="account-section">
      <h2>{t('account.firstTime')}</h2>
      <p>
        {t('account.firstTimeText')} <a href={accountPaths.access(locale)}>{t('account.access.title')}</a>
      </p>
    </section>
  );
}
