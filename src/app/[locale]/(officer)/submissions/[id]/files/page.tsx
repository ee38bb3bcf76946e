import type { Metadata } from 'next';
import { z } from 'zod';
import { titleWithErrors } from '#components/form/error-summary';
import { Notice } from '#components/form/notice';
import { requireLocale } from '#i18n/require-locale';
import { sendingPaths } from '#i18n/sending-paths';
import { translatorOf } from '#i18n/translator';
import { firstWords } from '#lib/plain-text';
import { DraftFrame } from '../draft-frame';
import { ownTalk, PlaceTalk } from '../own-talk';
import { FilesForm } from './files-form';
import { type FilesView, loadFiles } from './load-files';

type Props = PageProps<'/[locale]/submissions/[id]/files'>;

const Line = z.string().max(500).catch('');
const Query = z.object({ check: Line, form: Line });

async function readPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const { check, form } = Query.parse(await searchParams);
  return loadFiles(requireLocale(locale), id, check === '1', form);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, draft, problems } = await readPage(props);
  const t = translatorOf(locale);
  const example = firstWords(draft.fields.title, 60) || t('submission.newExample');
  const title = t('site.pair', { name: t('submission.step.files'), value: example });
  return { title: titleWithErrors(title, problems.length > 0, locale), robots: { index: false } };
}

/** The step with pictures and documents. */
export default async function FilesPage(props: Props) {
  const view = await readPage(props);
  const { locale, draft, problems, known, isFromSignIn } = view;
  const t = translatorOf(locale);
  return (
    <DraftFrame {...{ locale, draft, problems, known }} step="files">
      {draft.writable && isFromSignIn && <Notice>{t('files.signedOut')}</Notice>}
      {!draft.writable && <Notice>{t('submission.sent')}</Notice>}
      <FilesTalk view={view} />
      <FilesForm view={view} />
    </DraftFrame>
  );
}

/** What editors wrote about the files. It is answered on a page of its own, so that no description is lost here. */
function FilesTalk({ view }: { view: FilesView }) {
  const { locale, draft } = view;
  const own = ownTalk(view, { locale, fields: draft.fields, parked: null });
  if (!draft.talk.some(({ place }) => place === 'files')) return null;
  return (
    <>
      <PlaceTalk of={{ ...own, answers: false }} place="files" />
      {own.answers && (
        <p>
          <a href={`${sendingPaths.sent(locale, draft.id)}#asked`}>
            {translatorOf(locale)('talk.answerThere')}
          </a>
        </p>
      )}
    </>
  );
}
