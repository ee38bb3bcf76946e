import 'server-only';
import type { ContentPractice } from '#domain/content-practice';
import type { ContentSection } from '#domain/content-sections';
import type { SectionName } from '#domain/practice';
import { type ChangedPractice, contentHash } from '#server/exchange/compare-content';
import type { Transaction } from '#server/platform/db';
import { appendPracticeEvent, type PracticeEvent } from '#server/practices/events/practice';

/** Who stands in the events for a load. */
const actor = 'content';

/** Adds practices as published ones, each with its address, its text and one event. */
export async function addPractices(
  tx: Transaction,
  practices: readonly ContentPractice[],
  now: Date,
): Promise<void> {
  await tx.practice.createMany({
    data: practices.map((practice) => ({
      ...columnsOf(practice),
      id: practice.id,
      status: 'published' as const,
      version: 1,
      contentVersion: 1,
      publishedAt: now,
      createdAt: now,
      updatedAt: now,
    })),
  });
  await addParts(tx, practices, now);
  await keepVersions(tx, practices, now);
  await appendPracticeEvent(tx, eventsOf('loaded', practices, now));
}

/** Replaces the text and relations of practices. Gives back those written: one edited in between is not among them. */
export async function replacePractices(
  tx: Transaction,
  changes: readonly ChangedPractice[],
  now: Date,
): Promise<ContentPractice[]> {
  const replaced: ContentPractice[] = [];
  for (const { practice, version } of changes) {
    const next = version + 1;
    const { count } = await tx.practice.updateMany({
      where: { id: practice.id, version },
      data: { ...columnsOf(practice), version: next, contentVersion: next, updatedAt: now },
    });
    if (count === 1) replaced.push(practice);
  }
  const ofReplaced = { where: { practiceId: { in: replaced.map(({ id }) => id) } } };
  await tx.practiceText.deleteMany(ofReplaced);
  await tx.practiceCity.deleteMany(ofReplaced);
  await tx.practiceTopic.deleteMany(ofReplaced);
  await tx.practiceTargetGroup.deleteMany(ofReplaced);
  await turnSlugs(tx, replaced);
  await addParts(tx, replaced, now);
  await keepVersions(tx, replaced, now);
  await appendPracticeEvent(tx, eventsOf('reloaded', replaced, now));
  return replaced;
}

function eventsOf(
  kind: 'loaded' | 'reloaded',
  practices: readonly ContentPractice[],
  at: Date,
): PracticeEvent[] {
  return practices.map(({ id, slug }) => ({ practiceId: id, actor, kind, at, data: { slug } }));
}

async function keepVersions(tx: Transaction, practices: readonly { id: string }[], now: Date): Promise<void> {
  const ids = practices.map(({ id }) => id);
  await tx.$executeRaw`select keep_versions(${ids}, ${actor}, ${now})`;
  // Files of one load say the same in every language.
  await tx.$executeRaw`
    update practice_text t set made_from = (select max(number) from practice_version where practice_id = p.id)
    from practice p where p.id = t.practice_id and t.language <> p.original_language and p.id = any(${ids})`;
}

/** Makes the folder's name the current address among those a practice has. One it never had is added later. */
async function turnSlugs(tx: Transaction, practices: readonly ContentPractice[]): Promise<void> {
  const practiceId = { in: practices.map(({ id }) => id) };
  const slugs = practices.map(({ slug }) => slug);
  const data = { current: false };
  await tx.practiceSlug.updateMany({ where: { practiceId, current: true, slug: { notIn: slugs } }, data });
  await tx.practiceSlug.updateMany({ where: { practiceId, slug: { in: slugs } }, data: { current: true } });
}

async function addParts(tx: Transaction, practices: readonly ContentPractice[], now: Date): Promise<void> {
  await tx.practiceText.createMany({ data: practices.flatMap(textRows) });
  await tx.practiceCity.createMany({
    data: practices.flatMap(({ id, cities }) =>
      cities.map((cityId, position) => ({ practiceId: id, cityId, position })),
    ),
  });
  await tx.practiceTopic.createMany({
    data: practices.flatMap(({ id, topics }) =>
      topics.map((topicId, position) => ({ practiceId: id, topicId, position })),
    ),
  });
  await tx.practiceTargetGroup.createMany({
    data: practices.flatMap(({ id, targetGroups }) =>
      targetGroups.map((targetGroupId, position) => ({ practiceId: id, targetGroupId, position })),
    ),
  });
  const addresses = practices.flatMap(({ id, slug, formerSlugs }) => [
    { slug, practiceId: id, current: true, createdAt: now },
    ...formerSlugs.map((former) => ({ slug: former, practiceId: id, current: false, createdAt: now })),
  ]);
  await tx.practiceSlug.createMany({ data: addresses, skipDuplicates: true });
}

function columnsOf(practice: ContentPractice) {
  const { country, years, originalLanguage, provenance, sourcesReadOn, canonicalUrl } = practice;
  return {
    country,
    startYear: years.start,
    endYear: years.end,
    ongoing: years.ongoing,
    originalLanguage,
    provenance,
    sourcesReadOn,
    canonicalUrl,
    contentHash: contentHash(practice),
  };
}

function textRows({ id, texts }: ContentPractice) {
  return texts.map(({ language, approvedBy, title, summary, sections }) => ({
    practiceId: id,
    language,
    state: 'approved' as const,
    approvedBy,
    title,
    summary,
    ...sectionColumns(sections),
  }));
}

function sectionColumns(sections: readonly ContentSection[]): Record<SectionName, string | null> {
  const markdown = (name: SectionName) => sections.find((section) => section.name === name)?.markdown ?? null;
  return {
    purpose: markdown('purpose'),
    rationale: markdown('rationale'),
    process: markdown('process'),
    impact: markdown('impact'),
    resources: markdown('resources'),
    challenges: markdown('challenges'),
    transfer: markdown('transfer'),
    evidence: markdown('evidence'),
    references: markdown('references'),
  };
}
