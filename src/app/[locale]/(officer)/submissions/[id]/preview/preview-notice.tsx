import { Notice } from '#components/form/notice';
import type { Locale } from '#i18n/locales';
import { sendingPaths } from '#i18n/sending-paths';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import type { Draft } from '#server/submissions/queries/draft';

/** That this is a preview, who sees it, which places are not on the list yet, and the way back. */
export function PreviewNotice({ draft, locale }: { draft: Draft; locale: Locale }) {
  const t = translatorOf(locale);
  const { id, writable, fields } = draft;
  const back = writable ? submissionPaths.step(locale, id, 'send') : sendingPaths.sent(locale, id);
  const places = fields.otherPlaces.trim();
  return (
    <Notice>
      <p>{t('sending.preview.text')}</p>
      {places && <p>{t('sending.preview.places', { places })}</p>}
      <p>
        <a href={back}>{t('sending.preview.back')}</a>
      </p>
    </Notice>
  );
}
