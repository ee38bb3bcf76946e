import type { Metadata } from 'next';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import { TextField } from '#components/form/text-field';
import { accountPaths } from '#i18n/account-paths';
import { formatList } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { roleName } from '#i18n/role-name';
import { translatorOf } from '#i18n/translator';
import { readInvitation } from '#server/accounts/queries/people';
import { readChoices } from '#server/catalogue/queries/choices';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';
import { formMetadata } from '../../form-metadata';

type Props = PageProps<'/[locale]/invitations/[token]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  return formMetadata(locale, translatorOf(locale)('account.invitation.title'), false);
}

/** Says what an invitation offers. Nothing happens before its button is pressed. */
export default async function InvitationPage({ params }: Props) {
  const { locale: asked, token } = await params;
  const locale = requireLocale(asked);
  const now = new Date();
  const [invitation, { cities }] = await guard(locale, () =>
    Promise.all([readInvitation(token, now), readChoices({ locale, now })]),
  );
  return (
    <PageFrame locale={locale} pathIn={(other) => accountPaths.invitation(other, token)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        {invitation ? (
          <Offer
            locale={locale}
            token={token}
            email={invitation.email}
            role={formatList(
              invitation.roles.map((role) => roleName(role, locale)),
              locale,
            )}
            cities={cities.filter(({ id }) => invitation.cityIds.includes(id)).map(({ name }) => name)}
          />
        ) : (
          <Ended locale={locale} />
        )}
      </div>
    </PageFrame>
  );
}

type OfferProps = { locale: Locale; token: string; email: string; role: string; cities: string[] };

function Offer({ locale, token, email, role, cities }: OfferProps) {
  const t = translatorOf(locale);
  return (
    <>
      <h1>{t('account.invitation.title')}</h1>
      <p className="lede">{t('account.invitation.text', { role, email })}</p>
      {cities.length > 0 && (
        <p>
          {t('account.invitation.cities')} {formatList(cities, locale, 'unit')}
        </p>
      )}
      <form method="post" action={`${accountPaths.invitation(locale, token)}/accept`} noValidate>
        <TextField
          locale={locale}
          optional
          name="name"
          autoComplete="name"
          maxLength={200}
          label={t('account.name')}
          hint={t('account.invitation.nameHint')}
        />
        <FormButtons>
          <SubmitButton>{t('account.invitation.accept')}</SubmitButton>
        </FormButtons>
      </form>
    </>
  );
}

function Ended({ locale }: { locale: Locale }) {
  const t = translatorOf(locale);
  return (
    <>
      <h1>{t('account.invitation.ended')}</h1>
      <p className="lede">{t('account.invitation.endedText')}</p>
      <p>
        <a href={accountPaths.signIn(locale)}>{t('account.signIn')}</a>
      </p>
    </>
  );
}
