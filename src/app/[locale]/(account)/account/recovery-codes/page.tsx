import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { accountPaths } from '#i18n/account-paths';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import { unsealText } from '#server/accounts/commands/seal-text';
import { requirePerson } from '#server/accounts/session';
import { readParkedForm } from '#server/forms/queries';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';
import { formMetadata } from '../../form-metadata';
import { readQuery } from '../../read-query';

type Props = PageProps<'/[locale]/account/recovery-codes'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  return formMetadata(locale, translatorOf(locale)('account.recovery.title'), false);
}

/** New recovery codes, while they are still to be seen. */
export default async function RecoveryCodesPage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const { form, to } = await readQuery(searchParams);
  const codes = await guard(locale, async () => {
    const path = accountPaths.recoveryCodes(locale, {});
    const person = await requirePerson(locale, path);
    const parked = form ? await readParkedForm(form, path, new Date()) : null;
    return parked && unsealText(person.actor.id, firstValue(parked.values, 'codes'));
  });
  if (!codes) redirect(accountPaths.setUpSecondFactor(locale));
  const t = translatorOf(locale);
  return (
    <PageFrame locale={locale} pathIn={(other) => accountPaths.setUpSecondFactor(other)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <h1>{t('account.recovery.title')}</h1>
        <p className="lede">{t('account.recovery.text')}</p>
        <ul className="recovery-codes secret-text" aria-label={t('account.recovery.list')}>
          {codes.split(' ').map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p>
          <a className="button" href={to ?? accountPaths.account(locale)}>
            {t('account.recovery.kept')}
          </a>
        </p>
      </div>
    </PageFrame>
  );
}
