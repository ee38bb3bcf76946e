import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Around } from '#components/ui/around';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { requireActing } from '#server/accounts/session';
import { type VerifiedSome, verifyStory } from '#server/audit/queries';
import { readWholeStory } from '#server/review/queries/story';
import { guard } from '../../../../guard';
import { PageFrame } from '../../../../page-frame';
import { StoryEvent } from './story-event';

type Props = PageProps<'/[locale]/review/[id]/story'>;

/** The story of an example, read once a request; who may not review it finds nothing there. */
const loadStory = cache(async (locale: Locale, id: string) => {
  const found = await guard(locale, async () => {
    const { actor } = await requireActing(locale, reviewPaths.story(locale, id), 'editor');
    const story = await readWholeStory({ actor, id, locale });
    if (!story) return null;
    return { story, verified: await verifyStory({ submissionId: id, practiceId: story.practiceId }) };
  });
  if (!found) notFound();
  return found;
});

async function read({ params }: Props) {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  const { story, verified } = await loadStory(locale, id);
  const t = translatorOf(locale);
  return { locale, id, t, ...story, verified, title: story.title || t('sending.untitled') };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { t, title } = await read(props);
  return { title: t('story.title', { title }), robots: { index: false } };
}

/** All that happened to an example, in plain sentences, the oldest first. */
export default async function StoryPage(props: Props) {
  const { locale, id, t, title, days, verified } = await read(props);
  return (
    <PageFrame locale={locale} pathIn={(other) => reviewPaths.story(other, id)}>
      <div className="wrap story-page" id="content" tabIndex={-1}>
        <p>
          <a href={reviewPaths.submission(locale, id)}>{t('story.back')}</a>
        </p>
        <h1>
          <Around sentence={(words) => t('story.title', { title: words })}>
            <bdi>{title}</bdi>
          </Around>
        </h1>
        <p className="lede">{t('story.lede')}</p>
        {days.map(({ day, events }) => (
          <section className="story-day" key={day.toISOString()} aria-labelledby={`day-${day.getTime()}`}>
            <h2 id={`day-${day.getTime()}`}>
              <time dateTime={day.toISOString().slice(0, 10)}>{formatDate(day, locale)}</time>
            </h2>
            <ol>
              {events.map((event) => (
                <StoryEvent
                  key={`${event.source} ${event.kind} ${event.at.toISOString()} ${event.by.id}`}
                  {...{ event, locale }}
                />
              ))}
            </ol>
          </section>
        ))}
        <Whole {...{ locale, verified }} />
      </div>
    </PageFrame>
  );
}

/** Whether these events are as they were written. */
function Whole({ locale, verified }: { locale: Locale; verified: VerifiedSome }) {
  const t = translatorOf(locale);
  if (verified.ok) return <p className="story-whole">{t('story.whole', { count: verified.count })}</p>;
  return (
    <p className="story-whole story-broken" role="alert">
      {t('story.broken', { event: `${verified.source} ${verified.eventId}` })}
    </p>
  );
}
