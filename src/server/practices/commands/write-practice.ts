import 'server-only';
import { sectionNames } from '#domain/practice';
import type { DraftFields } from '#domain/submission-fields';
import { parseYears, type Years } from '#domain/years';
import type { Transaction } from '#server/platform/db';
import type { LockedPractice } from '#server/practices/commands/lock-practice';

type Written = { id: string; before: LockedPractice | null; fields: DraftFields; now: Date };

/** What its fields say about the years; they were checked before. */
export function yearsOf({ years }: DraftFields): Years {
  const read = parseYears(years);
  return read.ok ? read.years : { start: null, end: null, ongoing: false };
}

/**
 * Writes the fields of a submission into the practice, new or not, as what the city says now. Its version grows, so that
 * the loader of content leaves it alone. Returns whether its original says something else than before.
 */
export async function writePractice(tx: Transaction, { id, before, fields, now }: Written): Promise<boolean> {
  const columns = columnsOf(fields, now);
  if (before) {
    await tx.practice.update({ where: { id }, data: { ...columns, version: { increment: 1 } } });
    // Only what was public before has a day on which it was.
    await tx.practice.updateMany({ where: { id, publishedAt: null }, data: { publishedAt: now } });
  } else await tx.practice.create({ data: { id, ...columns, createdAt: now, publishedAt: now } });
  await writeRelations(tx, id, fields);
  return writeText(tx, { id, before, fields, now });
}

function columnsOf(fields: DraftFields, now: Date) {
  const { start, end, ongoing } = yearsOf(fields);
  const isNamed = fields.contactPublic === 'yes';
  return {
    ...({ status: 'published', provenance: 'city' } as const),
    ...{ country: fields.country, originalLanguage: fields.language, sourcesReadOn: null },
    ...{ startYear: start, endYear: end, ongoing },
    ...{ website: textOrNull(fields.website), evaluator: textOrNull(fields.evaluator) },
    contactName: isNamed ? textOrNull(fields.contactName) : null,
    contactOffice: isNamed ? textOrNull(fields.contactOffice) : null,
    contactEmail: isNamed ? textOrNull(fields.contactEmail) : null,
    ...{ archivedAt: null, archivedBecause: null, updatedAt: now, confirmedAt: now },
  };
}

/** The text in its original language; tells whether other words stood there. */
async function writeText(tx: Transaction, { id: practiceId, before, fields }: Written): Promise<boolean> {
  const { language } = fields;
  const text = {
    ...{ title: fields.title.trim(), summary: textOrNull(fields.summary) },
    ...Object.fromEntries(sectionNames.map((name) => [name, textOrNull(fields[name])])),
  };
  const former = before?.originalLanguage ?? language;
  const isSame = await tx.practiceText.count({ where: { practiceId, language: former, ...text } });
  const approved = { ...text, state: 'approved', approvedBy: 'city', madeFrom: null } as const;
  await tx.practiceText.upsert({
    where: { practiceId_language: { practiceId, language } },
    create: { practiceId, language, ...approved },
    update: approved,
  });
  return isSame === 0 || former !== language;
}

async function writeRelations(tx: Transaction, practiceId: string, fields: DraftFields): Promise<void> {
  const where = { practiceId };
  await tx.practiceCity.deleteMany({ where });
  await tx.practiceTopic.deleteMany({ where });
  await tx.practiceTargetGroup.deleteMany({ where });
  await tx.practiceCity.createMany({
    data: fields.cities.map((cityId, position) => ({ practiceId, cityId, position })),
  });
  await tx.practiceTopic.createMany({
    data: fields.topics.map((topicId, position) => ({ practiceId, topicId, position })),
  });
  await tx.practiceTargetGroup.createMany({
    data: fields.targetGroups.map((targetGroupId, position) => ({ practiceId, targetGroupId, position })),
  });
}

function textOrNull(text: string): string | null {
  return text.trim() || null;
}
