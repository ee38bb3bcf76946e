import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PracticeArticle } from '#components/practice/practice-article';
import { PracticeFacts } from '#components/practice/practice-facts';
import { PracticeFiles } from '#components/practice/practice-files';
import { Weave } from '#components/practice/weave';
import { requireLocale } from '#i18n/require-locale';
import { sendingPaths } from '#i18n/sending-paths';
import { translatorOf } from '#i18n/translator';
import { previewRecord } from '#server/catalogue/queries/preview';
import { listFiles } from '#server/submissions/queries/files';
import { guard } from '../../../../guard';
import { PageFrame } from '../../../../page-frame';
import { loadDraft } from '../load-draft';
import { PreviewNotice } from './preview-notice';

type Props = PageProps<'/[locale]/submissions/[id]/preview'>;

async function read({ params }: Props) {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  return { locale, ...(await loadDraft(locale, id, sendingPaths.preview(locale, id))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, draft } = await read(props);
  const t = translatorOf(locale);
  const title = draft.fields.title.trim() || t('sending.untitled');
  return { title: t('sending.preview.title', { title }), robots: { index: false } };
}

/** An example as its page will be, drawn with the very parts of a published one. */
export default async function PreviewPage(props: Props) {
  const { locale, draft, person, now } = await read(props);
  const { id, fields, updatedAt } = draft;
  const record = await guard(locale, async () => {
    const files = await listFiles({ actor: person.actor, id });
    return files && previewRecord(fields, { id, updatedAt, files, locale, now });
  });
  if (!record) notFound();
  const practice = { ...record, title: record.title || translatorOf(locale)('sending.untitled') };
  return (
    <PageFrame locale={locale} pathIn={(other) => sendingPaths.preview(other, id)}>
      <div className="wrap preview-page">
        <PreviewNotice draft={draft} locale={locale} />
        <div className="record-band">
          <Weave id={id} threads={practice.topics.map(({ thread }) => thread)} shape="band" />
        </div>
        <div className="record">
          <div>
            <PracticeArticle practice={practice} locale={locale} />
            <PracticeFiles files={record.files} locale={locale} />
          </div>
          <PracticeFacts practice={practice} locale={locale} />
        </div>
      </div>
    </PageFrame>
  );
}
