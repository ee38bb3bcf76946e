import type { Actor } from '#domain/actor';
import type { KnownChoices } from '#domain/submission-check';
import { type DraftFields, emptyDraft } from '#domain/submission-fields';
import type { Database } from '#server/platform/db';

/** What the catalogue knows in a test: Cork, and one topic. */
export const knownInTest: KnownChoices = {
  cities: new Map([['cork', 'IE']]),
  topics: new Set(['education']),
  targetGroups: new Set(['newcomers']),
};

/** A draft from which nothing is missing but the agreement. */
export const filledFields: DraftFields = {
  ...emptyDraft,
  country: 'IE',
  cities: ['cork'],
  years: '2019–2021',
  title: 'Café of languages',
  language: 'en',
  summary: 'Neighbours teach each other their languages once a week in the library.',
  purpose: 'To let people meet.',
  rationale: 'Few did.',
  process: 'The library opened its doors.',
  impact: 'Many came.',
  topics: ['education'],
  contactName: 'Mira',
  contactEmail: 'mira@cork.example',
};

type Draft = { id: string; author: Actor; others?: readonly Actor[]; fields?: DraftFields };

/** A draft with its writers. */
export async function addDraft(
  db: Database,
  { id, author, others = [], fields = filledFields }: Draft,
): Promise<string> {
  await db.submission.create({ data: { id, fields } });
  const since = new Date();
  await db.submissionMember.create({
    data: { submissionId: id, accountId: author.id, isAuthor: true, since },
  });
  for (const { id: accountId } of others)
    await db.submissionMember.create({ data: { submissionId: id, accountId, since } });
  return id;
}
