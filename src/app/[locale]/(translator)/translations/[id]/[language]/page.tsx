import type { Metadata } from 'next';
import { z } from 'zod';
import { ErrorSummary, titleWithErrors } from '#components/form/error-summary';
import { Notice } from '#components/form/notice';
import { languageName } from '#i18n/format';
import { requireLocale } from '#i18n/require-locale';
import { translationPaths } from '#i18n/translation-paths';
import { translatorOf } from '#i18n/translator';
import { readPractice } from '#server/catalogue/queries/record';
import { askableMachine } from '#server/translations/queries/askable-machine';
import { guard } from '../../../../guard';
import { PageFrame } from '../../../../page-frame';
import { BeginPanels } from './begin-panels';
import { ChangedList } from './changed-list';
import { ConflictList } from './conflict-list';
import { DecidePanels } from './decide-panels';
import { loadText, type TextView } from './load-text';
import { listProblems } from './problems';
import { ReadParts } from './read-parts';
import { TextFacts } from './text-facts';
import { TextForm } from './text-form';
import { TextHead } from './text-head';
import { TextHistory } from './text-history';

type Props = PageProps<'/[locale]/translations/[id]/[language]'>;

const One = z.string().max(200).catch('');
const Query = z.object({
  ...{ check: One, form: One, saved: One, changed: One, cleaned: One, done: One, refused: One, fault: One },
});

async function read({ params, searchParams }: Props) {
  const { locale, id, language } = await params;
  const query = Query.parse(await searchParams);
  const view = await loadText(requireLocale(locale), id, language, query.check === '1', query.form);
  return { view, query };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await read(props);
  const { locale, language, original } = view;
  const title = translatorOf(locale)('translations.pageTitle', {
    title: original.fields.title,
    language: languageName(language, locale),
  });
  return { title: titleWithErrors(title, listProblems(view).length > 0, locale), robots: { index: false } };
}

/** One language of an example: the original, part by part, and beside it what is made of it. */
export default async function TextPage(props: Props) {
  const { view, query } = await read(props);
  const { locale, practice, language, original, now, may, state } = view;
  const { machine, record } = await guard(locale, async () => ({
    machine: may.has('draftByMachine') ? await askableMachine(original.language, language) : null,
    record: await readPractice(practice.slug, { locale, now }),
  }));
  return (
    <PageFrame locale={locale} pathIn={(other) => translationPaths.text(other, practice.id, language)}>
      <div className="wrap text-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={listProblems(view)} />
        <div className="text-top">
          <div>
            <TextHead {...{ view, done: query.done, refused: query.refused }} />
            <Notices view={view} changedAgain={query.changed !== ''} />
            <BeginPanels {...{ view, machine, fault: query.fault }} />
            <ChangedList view={view} />
          </div>
          {record.found === 'current' && <TextFacts {...{ locale, practice: record.practice }} />}
        </div>
        <ConflictList view={view} />
        {state === 'draft' && may.has('write') ? (
          <TextForm {...{ view, isJustSaved: query.saved !== '' }} cleaned={query.cleaned.split(',')} />
        ) : (
          <ReadParts view={view} />
        )}
        <DecidePanels view={view} />
        <TextHistory view={view} />
      </div>
    </PageFrame>
  );
}

/** What to know before one goes on writing. */
function Notices({ view, changedAgain }: { view: TextView; changedAgain: boolean }) {
  const { locale, state, translation, unsaved } = view;
  const t = translatorOf(locale);
  const asked = state === 'draft' ? (translation?.returnedFor ?? '') : '';
  return (
    <>
      {changedAgain && <Notice>{t('submission.conflict.changedAgain')}</Notice>}
      {unsaved.length > 0 && <Notice>{t('submission.signedOutWhile')}</Notice>}
      {asked && (
        <Notice title={t('translations.returnedTitle')}>
          <p className="talk-text" dir="auto">
            {asked}
          </p>
        </Notice>
      )}
    </>
  );
}
