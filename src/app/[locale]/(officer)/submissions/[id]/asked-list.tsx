import { Notice } from '#components/form/notice';
import { firstLine } from '#components/submission/talk-thread';
import { openThreads, stepOfPlace } from '#domain/review-talk';
import { submissionPaths } from '#i18n/submission-paths';
import { talkFragment } from '#i18n/talk-paths';
import { placeLabel } from '#i18n/talk-text';
import { translatorOf } from '#i18n/translator';
import type { OwnTalk } from './own-talk';

/** What editors ask, one link each to the field it is about. Nothing where nothing is open. */
export function AskedList({ of }: { of: OwnTalk }) {
  const { locale, id, talk } = of;
  const open = openThreads(talk);
  if (open.length === 0) return null;
  const t = translatorOf(locale);
  return (
    <Notice title={t('talk.title')}>
      <p>{t('talk.text')}</p>
      <ul className="asked-list">
        {open.map((thread) => (
          <li key={thread.id}>
            <a
              href={`${submissionPaths.step(locale, id, stepOfPlace(thread.place))}#${talkFragment(thread.id)}`}
            >
              {placeLabel(thread.place, locale)}
            </a>
            {': '}
            <bdi>{firstLine(thread, locale)}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
