import type { Metadata } from 'next';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ErrorSummary } from '#components/form/error-summary';
import { TextField } from '#components/form/text-field';
import { accountPaths } from '#i18n/account-paths';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { type FormValues, firstValue } from '#lib/form-values';
import { readChoices } from '#server/catalogue/queries/choices';
import { readParkedForm } from '#server/forms/queries';
import { guard } from '../../guard';
import { PageFrame } from '../../page-frame';
import { formMetadata } from '../form-metadata';
import { readQuery } from '../read-query';
import { AccessCity } from './access-city';
import { listAccessProblems } from './access-fields';

type Props = PageProps<'/[locale]/access'>;

const nothingTyped: FormValues = new Map();

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { form, problem } = await readQuery(searchParams);
  return formMetadata(locale, translatorOf(locale)('account.access.title'), (form ?? problem) !== undefined);
}

/** The form for people of a city who have no account yet. */
export default async function AccessPage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const { form, to, problem } = await readQuery(searchParams);
  const now = new Date();
  const [{ cities }, parked] = await guard(locale, () =>
    Promise.all([
      readChoices({ locale, now }),
      form ? readParkedForm(form, accountPaths.access(locale), now) : null,
    ]),
  );
  const t = translatorOf(locale);
  const problems = listAccessProblems(locale, parked?.errors ?? { email: problem });
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.text;
  const typed = (name: string) => firstValue(parked?.values ?? nothingTyped, name);
  return (
    <PageFrame locale={locale} pathIn={(other) => accountPaths.access(other, { to })}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={problems} />
        <h1>{t('account.access.title')}</h1>
        <p className="lede">{t('account.access.lede')}</p>
        <form method="post" action={`${accountPaths.access(locale)}/ask`} noValidate>
          {to && <input type="hidden" name="to" value={to} />}
          <TextField
            locale={locale}
            name="name"
            autoComplete="name"
            label={t('account.name')}
            error={errorOf('name')}
            defaultValue={typed('name')}
          />
          <TextField
            locale={locale}
            name="email"
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            label={t('account.email')}
            hint={t('account.access.emailHint')}
            error={errorOf('email')}
            defaultValue={typed('email')}
          />
          <AccessCity locale={locale} cities={cities} typed={typed} errorOf={errorOf} />
          <TextField
            locale={locale}
            optional
            name="position"
            autoComplete="organization-title"
            label={t('account.access.position')}
            hint={t('account.access.positionHint')}
            error={errorOf('position')}
            defaultValue={typed('position')}
          />
          <FormButtons>
            <SubmitButton>{t('account.sendCode')}</SubmitButton>
          </FormButtons>
        </form>
        <section className="account-section">
          <p>
            {t('account.access.already')}{' '}
            <a href={accountPaths.signIn(locale, { to })}>{t('account.signIn')}</a>
          </p>
        </section>
      </div>
    </PageFrame>
  );
}
