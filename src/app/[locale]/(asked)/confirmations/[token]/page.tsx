import type { Metadata } from 'next';
import { SubmitButton } from '#components/form/buttons';
import { PracticeFacts } from '#components/practice/practice-facts';
import type { PracticeRecord } from '#domain/practice';
import { accountPaths } from '#i18n/account-paths';
import { confirmationPaths } from '#i18n/confirmation-paths';
import { formatDate } from '#i18n/format';
import { historyPaths } from '#i18n/history-paths';
import { directionOf, type Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { readPractice } from '#server/catalogue/queries/record';
import { readConfirmationRequest } from '#server/confirmations/queries/confirmation-request';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';

type Props = PageProps<'/[locale]/confirmations/[token]'>;

/** The address opens a door: it is told to nobody, neither by a list nor by a link that is followed from here. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const title = translatorOf(locale)('confirmation.title');
  return { title, robots: { index: false, follow: false }, referrer: 'same-origin' };
}

async function load(locale: Locale, token: string) {
  const now = new Date();
  return guard(locale, async () => {
    const asked = await readConfirmationRequest(token, now);
    const found = asked && (await readPractice(asked.slug, { locale, now }));
    return found?.found === 'current' ? { asked, practice: found.practice } : null;
  });
}

/** What the link in a mail opens: what stands there, and one button. Programs that follow links press none. */
export default async function ConfirmationPage({ params }: Props) {
  const { locale: inAddress, token } = await params;
  const locale = requireLocale(inAddress);
  const loaded = await load(locale, token);
  const t = translatorOf(locale);
  const confirmedAt = loaded?.asked?.confirmedAt;
  return (
    <PageFrame locale={locale} pathIn={(other) => confirmationPaths.page(other, token)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        {!loaded && (
          <>
            <h1>{t('confirmation.closed')}</h1>
            <p className="lede">{t('confirmation.closedText')}</p>
            <p>
              <a href={accountPaths.signIn(locale)}>{t('account.signIn')}</a>
            </p>
          </>
        )}
        {loaded && confirmedAt && <Done practice={loaded.practice} at={confirmedAt} locale={locale} />}
        {loaded?.asked && !confirmedAt && (
          <Question practice={loaded.practice} since={loaded.asked.since} {...{ locale, token }} />
        )}
      </div>
    </PageFrame>
  );
}

function Done({
  practice: { title, slug },
  at,
  locale,
}: {
  practice: PracticeRecord;
  at: Date;
  locale: Locale;
}) {
  const t = translatorOf(locale);
  return (
    <>
      <h1>{t('confirmation.done')}</h1>
      <p className="lede">{t('confirmation.doneText', { title, date: formatDate(at, locale) })}</p>
      <p>
        <a href={practicePath(locale, slug)}>{t('confirmation.whole')}</a>
      </p>
    </>
  );
}

type QuestionProps = { practice: PracticeRecord; since: Date | null; locale: Locale; token: string };

function Question({ practice, since, locale, token }: QuestionProps) {
  const t = translatorOf(locale);
  const { title, summary, slug, language } = practice;
  const inLanguage = { lang: language, dir: directionOf(language) };
  return (
    <>
      <h1>{t('confirmation.title')}</h1>
      <p className="lede">{t('confirmation.lede', { date: since ? formatDate(since, locale) : '' })}</p>
      <div className="confirm-buttons">
        <form method="post" action={confirmationPaths.confirm(locale, token)}>
          <SubmitButton>{t('confirmation.yes')}</SubmitButton>
        </form>
        <a className="button button-quiet" href={historyPaths.revise(locale, slug)}>
          {t('confirmation.changed')}
        </a>
      </div>
      <section className="confirmed-text" aria-label={t('confirmation.stands')}>
        <h2 {...inLanguage}>{title}</h2>
        <p {...inLanguage}>{summary}</p>
        <p>
          <a href={practicePath(locale, slug)}>{t('confirmation.whole')}</a>
        </p>
        <PracticeFacts practice={practice} locale={locale} />
      </section>
    </>
  );
}
