import type { Metadata } from 'next';
import { ErrorSummary, titleWithErrors } from '#components/form/error-summary';
import type { Locale } from '#i18n/locales';
import { opinionPaths } from '#i18n/opinion-paths';
import { listOpinionProblems } from '#i18n/opinion-text';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { readParkedForm } from '#server/forms/queries';
import { noteRead } from '#server/opinions/commands/note-read';
import { readAskedOpinion } from '#server/opinions/queries/asked-opinion';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';
import { readQuery } from '../../read-query';
import { AskedExample } from './asked-example';
import { OpinionForm, opinionFields } from './opinion-form';
import { SignedOpinion } from './signed-opinion';

type Props = PageProps<'/[locale]/opinions/[token]'>;

/** The address opens a door: it is told to nobody, neither by a list nor by a link that is followed from here. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { form } = await readQuery(searchParams);
  const title = translatorOf(locale)('opinion.title');
  const { asked } = await load(locale, (await params).token, undefined);
  return {
    title: titleWithErrors(title, asked !== null && form !== undefined, locale),
    robots: { index: false, follow: false },
    referrer: 'same-origin',
  };
}

async function load(locale: Locale, token: string, form: string | undefined) {
  const now = new Date();
  return guard(locale, async () => {
    const [asked, parked] = await Promise.all([
      readAskedOpinion(token, now),
      form ? readParkedForm(form, opinionPaths.page(locale, token), now) : null,
    ]);
    return { asked, parked, now };
  });
}

/** What somebody from outside is asked: the example as it was sent, and a form. Nothing happens before its button is pressed. */
export default async function OpinionPage({ params, searchParams }: Props) {
  const { locale: inAddress, token } = await params;
  const locale = requireLocale(inAddress);
  const { form } = await readQuery(searchParams);
  const { asked, parked, now } = await load(locale, token, form);
  if (asked) await guard(locale, () => noteRead({ opinion: asked.id, now }));
  const problems = listOpinionProblems(locale, opinionFields, parked?.errors ?? {});
  return (
    <PageFrame locale={locale} pathIn={(other) => opinionPaths.page(other, token)}>
      {asked ? (
        <div className="wrap asked-page">
          <ErrorSummary locale={locale} problems={problems} />
          <AskedExample {...{ asked, locale, token, now }} />
          <OpinionForm {...{ locale, token, problems }} name={asked.name} typed={parked?.values} />
        </div>
      ) : (
        <div className="wrap account-page" id="content" tabIndex={-1}>
          {parked ? <SignedOpinion values={parked.values} locale={locale} /> : <Closed locale={locale} />}
        </div>
      )}
    </PageFrame>
  );
}

function Closed({ locale }: { locale: Locale }) {
  const t = translatorOf(locale);
  return (
    <>
      <h1>{t('opinion.closed')}</h1>
      <p className="lede">{t('opinion.closedText')}</p>
    </>
  );
}
