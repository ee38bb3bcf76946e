import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ErrorSummary, titleWithErrors } from '#components/form/error-summary';
import { ExampleTitle } from '#components/submission/example-title';
import { requireLocale } from '#i18n/require-locale';
import { readDecisionVerb, reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { readKnownChoices } from '#server/catalogue/queries/choices';
import { readParkedForm } from '#server/forms/queries';
import { readReviewTalk } from '#server/review/queries/talk';
import { guard } from '../../../../../guard';
import { PageFrame } from '../../../../../page-frame';
import { loadReview } from '../../load-review';
import { DecisionForm } from './decision-form';
import { type DecisionView, listDecisionProblems } from './decision-view';
import { MovedOn } from './moved-on';

type Props = PageProps<'/[locale]/review/[id]/decide/[verb]'>;

const Query = z.object({ form: z.string().max(100).catch('') });

async function read({ params, searchParams }: Props): Promise<DecisionView> {
  const { locale: asked, id, verb: name } = await params;
  const locale = requireLocale(asked);
  const verb = readDecisionVerb(name);
  if (!verb) notFound();
  const path = reviewPaths.decide(locale, id, verb);
  const { form } = Query.parse(await searchParams);
  const { person, review, now } = await loadReview(locale, id, path);
  const [returned, known, talk] = await guard(locale, () =>
    Promise.all([
      form ? readParkedForm(form, path, now) : null,
      readKnownChoices(now),
      verb === 'requestChanges' ? readReviewTalk({ actor: person.actor, id }) : null,
    ]),
  );
  return { locale, review, now, verb, returned, known, threads: talk?.threads ?? [] };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const view = await read(props);
  const { locale, verb } = view;
  const title = translatorOf(locale)(`review.verb.${verb}.title`);
  return {
    title: titleWithErrors(title, listDecisionProblems(view).length > 0, locale),
    robots: { index: false },
  };
}

/** One decision: what it brings about, the mail that goes out, and the button. */
export default async function DecisionPage(props: Props) {
  const view = await read(props);
  const { locale, review, verb } = view;
  const t = translatorOf(locale);
  const { title, language } = review.fields;
  return (
    <PageFrame locale={locale} pathIn={(other) => reviewPaths.decide(other, review.id, verb)}>
      <div className="wrap account-page decision-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={listDecisionProblems(view)} />
        <p>
          <a href={reviewPaths.submission(locale, review.id)}>{t('review.decide.back')}</a>
        </p>
        <h1>{t(`review.verb.${verb}.title`)}</h1>
        <p className="lede">
          <ExampleTitle {...{ locale, title, language }} />
        </p>
        {review.may.has(verb) ? <DecisionForm view={view} /> : <MovedOn view={view} />}
      </div>
    </PageFrame>
  );
}
