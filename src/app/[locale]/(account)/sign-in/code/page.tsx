import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ErrorSummary } from '#components/form/error-summary';
import { Notice } from '#components/form/notice';
import { codeLimits } from '#domain/sign-in';
import { accountPaths } from '#i18n/account-paths';
import { accountProblemText } from '#i18n/account-problem';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { readCodeRequest } from '#server/accounts/queries/code-request';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';
import { CodeField } from '../../code-field';
import { formMetadata } from '../../form-metadata';
import { readQuery } from '../../read-query';

type Props = PageProps<'/[locale]/sign-in/code'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { problem } = await readQuery(searchParams);
  return formMetadata(locale, translatorOf(locale)('account.codeTitle'), problem !== undefined);
}

/** Asks for the code that was sent. */
export default async function CodePage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const { request = '', to, done, problem } = await readQuery(searchParams);
  const asked = await guard(locale, () => readCodeRequest(request, new Date()));
  if (!asked) redirect(accountPaths.signIn(locale, { to }));
  const t = translatorOf(locale);
  const error = accountProblemText(locale, problem);
  const sent = { email: asked.email, minutes: codeLimits.minutes };
  const base = accountPaths.signIn(locale);
  const kept = (
    <>
      <input type="hidden" name="request" value={request} />
      {to && <input type="hidden" name="to" value={to} />}
    </>
  );
  return (
    <PageFrame locale={locale} pathIn={(other) => accountPaths.code(other, { request, to })}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={error ? [{ name: 'code', text: error }] : []} />
        <h1>{t('account.codeTitle')}</h1>
        {done === 'again' && <Notice>{t('account.codeAgain')}</Notice>}
        <p className="lede">
          {asked.isForAccess ? t('account.codeSent', sent) : t('account.codeSentIfKnown', sent)}
        </p>
        <form method="post" action={`${base}/check`} noValidate>
          {kept}
          <CodeField locale={locale} label={t('account.code')} hint={t('account.codeHint')} error={error} />
          <FormButtons>
            <SubmitButton>{t('account.signIn')}</SubmitButton>
          </FormButtons>
        </form>
        <section className="account-section">
          <h2>{t('account.noMail')}</h2>
          <p>{t('account.noMailText')}</p>
          <form method="post" action={`${base}/again`}>
            {kept}
            <SubmitButton quiet>{t('account.sendAgain')}</SubmitButton>
          </form>
          <p>
            <a href={accountPaths.signIn(locale, { to })}>{t('account.otherAddress')}</a>
          </p>
        </section>
      </div>
    </PageFrame>
  );
}
