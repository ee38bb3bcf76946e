import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import type { Endable } from '#domain/mail-wishes';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { type Translate, translatorOf } from '#i18n/translator';
import { wishPaths } from '#i18n/wish-paths';
import { readUnsubscription } from '#server/mail/unsubscribe-token';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';
import { formMetadata } from '../../form-metadata';
import { readQuery } from '../../read-query';

type Props = PageProps<'/[locale]/unsubscribe/[token]'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { done } = await readQuery(searchParams);
  const t = translatorOf(locale);
  return formMetadata(locale, done ? t('wishes.unsubscribe.done') : t('wishes.unsubscribe.title'), false);
}

/** Ends mails for who has the link in one of them, without signing in. Nothing happens before its button is pressed. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { locale: asked, token } = await params;
  const locale = requireLocale(asked);
  const { done } = await readQuery(searchParams);
  const found = await guard(locale, () => readUnsubscription(token));
  if (!found) notFound();
  return (
    <PageFrame locale={locale} pathIn={(other) => wishPaths.stop(other, token)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        {done ? <Done locale={locale} /> : <Offer {...{ locale, token }} ends={found.ends} />}
      </div>
    </PageFrame>
  );
}

const texts: Record<Endable, (t: Translate) => string> = {
  arrivals: (t) => t('wishes.unsubscribe.text.arrivals'),
  answers: (t) => t('wishes.unsubscribe.text.answers'),
  versions: (t) => t('wishes.unsubscribe.text.versions'),
  digest: (t) => t('wishes.unsubscribe.text.digest'),
};

function Offer({ locale, token, ends }: { locale: Locale; token: string; ends: Endable }) {
  const t = translatorOf(locale);
  return (
    <>
      <h1>{t('wishes.unsubscribe.title')}</h1>
      <p className="lede">{texts[ends](t)}</p>
      <p>{t('wishes.unsubscribe.still')}</p>
      <form method="post" action={wishPaths.stopNow(locale, token)}>
        <FormButtons>
          <SubmitButton>{t('wishes.unsubscribe.button')}</SubmitButton>
        </FormButtons>
      </form>
    </>
  );
}

function Done({ locale }: { locale: Locale }) {
  const t = translatorOf(locale);
  return (
    <>
      <h1>{t('wishes.unsubscribe.done')}</h1>
      <p className="lede">{t('wishes.unsubscribe.back')}</p>
      <p>{t('wishes.unsubscribe.still')}</p>
      <p>
        <a href={wishPaths.choose(locale)}>{t('wishes.unsubscribe.toAccount')}</a>
      </p>
    </>
  );
}
