import { inReadingOrder, stepOfPlace } from '#domain/review-talk';
import { submissionPaths } from '#i18n/submission-paths';
import { talkFragment, talkPaths } from '#i18n/talk-paths';
import { placeLabel } from '#i18n/talk-text';
import { translatorOf } from '#i18n/translator';
import { type OwnTalk, OwnThread } from '../own-talk';

/** Everything editors wrote about an example, in reading order, with what can be done about each. */
export function Asked({ of }: { of: OwnTalk }) {
  const { locale, id, talk, writes } = of;
  if (talk.length === 0) return null;
  const t = translatorOf(locale);
  return (
    <section className="account-section asked" id="asked" aria-labelledby="asked-heading" tabIndex={-1}>
      <h2 id="asked-heading">{t('talk.title')}</h2>
      {writes && <p>{t('talk.text')}</p>}
      <form method="post" action={talkPaths.own(locale, id)}>
        <input type="hidden" name="at" value="sent" />
        {inReadingOrder(talk).map((thread) => (
          <div key={thread.id}>
            <h3>{placeLabel(thread.place, locale)}</h3>
            {writes && thread.place !== '' && (
              <p>
                <a
                  href={`${submissionPaths.step(locale, id, stepOfPlace(thread.place))}#${talkFragment(thread.id)}`}
                >
                  {t('talk.toField', { label: placeLabel(thread.place, locale) })}
                </a>
              </p>
            )}
            <OwnThread of={of} thread={thread} />
          </div>
        ))}
      </form>
    </section>
  );
}
