import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ErrorSummary, titleWithErrors } from '#components/form/error-summary';
import { SavedLine } from '#components/form/saved-line';
import { TextField } from '#components/form/text-field';
import { ExampleTitle } from '#components/submission/example-title';
import { requireLocale } from '#i18n/require-locale';
import { sendingPaths } from '#i18n/sending-paths';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import { readParkedForm } from '#server/forms/queries';
import { guard } from '../../../../guard';
import { PageFrame } from '../../../../page-frame';
import { loadStanding } from '../load-standing';

type Props = PageProps<'/[locale]/submissions/[id]/share'>;

const Query = z.object({
  form: z.string().max(100).optional().catch(undefined),
  done: z.literal('1').optional().catch(undefined),
});

async function read({ params, searchParams }: Props) {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  const path = sendingPaths.share(locale, id);
  const { form, done } = Query.parse(await searchParams);
  const standing = await loadStanding(locale, id, path);
  const parked = form ? await guard(locale, () => readParkedForm(form, path, new Date())) : null;
  return { locale, standing, parked, done };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, parked } = await read(props);
  const title = translatorOf(locale)('sending.share.title');
  return { title: titleWithErrors(title, parked !== null, locale), robots: { index: false } };
}

/** Who writes in an example, and a form to let a colleague write in it too. */
export default async function SharePage(props: Props) {
  const { locale, standing, parked, done } = await read(props);
  const { id, members, may } = standing;
  if (!may.has('share')) redirect(sendingPaths.sent(locale, id));
  const t = translatorOf(locale);
  const error = parked?.errors.email ? t('sending.share.problem') : undefined;
  return (
    <PageFrame locale={locale} pathIn={(other) => sendingPaths.share(other, id)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={error ? [{ name: 'email', text: error }] : []} />
        {done && <SavedLine>{t('sending.share.done')}</SavedLine>}
        <h1>{t('sending.share.title')}</h1>
        <p className="lede">
          <ExampleTitle {...standing} locale={locale} />
        </p>
        <section className="account-section" aria-labelledby="members-heading">
          <h2 id="members-heading">{t('sending.share.members')}</h2>
          <ul>
            {members.map(({ id: member, name, isAuthor }) => (
              <li key={member}>{isAuthor ? t('sending.share.author', { name }) : name}</li>
            ))}
          </ul>
        </section>
        <form method="post" action={sendingPaths.shareAdd(locale, id)} noValidate>
          <TextField
            {...{ locale, error }}
            name="email"
            type="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            label={t('sending.share.email')}
            hint={t('sending.share.hint')}
            defaultValue={parked ? firstValue(parked.values, 'email') : ''}
          />
          <FormButtons>
            <SubmitButton>{t('sending.share.add')}</SubmitButton>
            <a className="button button-quiet" href={submissionPaths.step(locale, id, 'place')}>
              {t('sending.share.back')}
            </a>
          </FormButtons>
        </form>
      </div>
    </PageFrame>
  );
}
