import type { Actor } from '#domain/actor';
import { criteria } from '#domain/review-criteria';
import { drawId } from '#lib/draw-id';
import type { Database } from '#server/platform/db';
import { claimSubmission } from '#server/review/commands/claim-submission';
import { acceptSubmission } from '#server/review/commands/decide-submission';
import { publishSubmission } from '#server/review/commands/publish-submission';
import { sendSubmission } from '#server/submissions/commands/send-submission';
import { addDraft, filledFields, knownInTest } from '#tests/support/filled-draft';

/** What an editor leaves of the suggested mail. */
export const letter = { subject: 'About your example', text: 'Dear Mira,\n\nit reads well.\nThe editors' };

/** An editor with an account, who has given the second factor. */
export async function addEditor(db: Database, id: string, locale = 'en'): Promise<Actor> {
  await db.account.create({
    data: { id, name: `Editor ${id}`, email: `${id}@catalogue.example`, locale, roles: ['editor'] },
  });
  return { id, roles: ['editor'], cities: [], hasSecondFactor: true };
}

/** The places, topics and groups that `filledFields` names, so that it can be published. */
export async function addChoices(db: Database): Promise<void> {
  await db.city.create({
    data: {
      ...{ id: 'cork', country: 'IE', placeType: 'city', latitude: 51.9, longitude: -8.47 },
      names: { create: { language: 'en', name: 'Cork' } },
    },
  });
  const names = { create: { language: 'en', name: 'Education' } };
  await db.topic.create({ data: { id: 'education', position: 0, thread: 1, names } });
  await db.targetGroup.create({ data: { id: 'newcomers', position: 0 } });
  await db.$executeRaw`select publish_change('{}'::text[], true)`;
}

/** Judges every criterion, as if an editor had. */
export async function judgeAll(db: Database, submissionId: string, checkedBy: string): Promise<void> {
  await db.reviewCheck.createMany({
    data: criteria.map((criterion) => ({
      ...{ submissionId, criterion, checkedBy, verdict: 'met', version: 1 },
    })),
    skipDuplicates: true,
  });
}

type Way = {
  author: Actor;
  others?: readonly Actor[];
  editor: Actor;
  fields?: typeof filledFields;
  now: Date;
};

/** A submission that was sent, taken up and accepted; returns its id. */
export async function addAccepted(
  db: Database,
  { author, others = [], editor, fields = filledFields, now }: Way,
): Promise<string> {
  const id = await addDraft(db, { id: drawId(), author, others, fields });
  await takeToAccepted(db, { id, author, editor, now });
  return id;
}

/** Sends a draft, takes it up and accepts it. */
export async function takeToAccepted(
  db: Database,
  { id, author, editor, now }: { id: string; author: Actor; editor: Actor; now: Date },
): Promise<void> {
  expectOk(await sendSubmission({ actor: author, id, agreed: true, known: knownInTest, now }, db));
  expectOk(await claimSubmission({ actor: editor, id, now }, db));
  await judgeAll(db, id, editor.id);
  expectOk(await acceptSubmission({ actor: editor, id, letter, now }, db));
}

/** The same, published; with the practice it became. */
export async function addPublished(db: Database, way: Way): Promise<{ id: string; practiceId: string }> {
  const id = await addAccepted(db, way);
  expectOk(await publishSubmission({ actor: way.editor, id, note: '', letter, now: way.now }, db));
  const { practiceId } = await db.submission.findUniqueOrThrow({ where: { id } });
  if (!practiceId) throw new Error('no practice');
  return { id, practiceId };
}

type Revision = { practiceId: string; author: Actor; fields?: typeof filledFields; basedOn?: number };

/** A draft of a revision of what is published. */
export async function addRevision(
  db: Database,
  { practiceId, author, fields = filledFields, basedOn }: Revision,
): Promise<string> {
  const newest = await db.practiceVersion.count({ where: { practiceId } });
  const id = await addDraft(db, { id: drawId(), author, fields });
  await db.submission.update({ where: { id }, data: { practiceId, basedOn: basedOn ?? newest } });
  return id;
}

function expectOk(result: { ok: boolean; reason?: string }): void {
  if (!result.ok) throw new Error(result.reason);
}
