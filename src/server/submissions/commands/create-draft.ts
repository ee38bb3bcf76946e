import 'server-only';
import type { Actor } from '#domain/actor';
import { mayBegin } from '#domain/permissions';
import { emptyDraft, type FieldName } from '#domain/submission-fields';
import { type FieldValue, type FieldValues, withValues } from '#domain/submission-values';
import { drawId } from '#lib/draw-id';
import { type Database, database, type Transaction } from '#server/platform/db';
import { appendSave } from '#server/practices/commands/saves/append-save';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import { submissionSaves } from '#server/practices/select/saves/log';

type Create = {
  actor: Actor;
  /** The contact that the form begins with. */
  name: string;
  email: string;
  now: Date;
};

export type CreateResult = { ok: true; id: string } | { ok: false; reason: 'not-allowed' };

/** Any number, the same in every instance: people who begin do so one at a time each. */
const beginLock = 7_305_119;

/**
 * Begins an example, with what is known of its author filled in. An example of theirs in which nothing was written yet is
 * taken instead of another: a double click makes one.
 */
export function createDraft(create: Create, db: Database = database()): Promise<CreateResult> {
  return db.$transaction((tx) => createIn(tx, create), { maxWait: 10_000, timeout: 15_000 });
}

async function createIn(tx: Transaction, { actor, name, email, now }: Create): Promise<CreateResult> {
  if (!mayBegin(actor)) return { ok: false, reason: 'not-allowed' };
  await tx.$executeRaw`select pg_advisory_xact_lock(${beginLock}::int, hashtext(${actor.id}))`;
  const untouched = await tx.submission.findFirst({
    where: {
      ...{ state: 'draft', version: 1, deletedAt: null, files: { none: {} } },
      // A revision begins with a whole text.
      basedOn: null,
      members: { some: { accountId: actor.id, isAuthor: true } },
    },
    select: { id: true },
  });
  if (untouched) return { ok: true, id: untouched.id };
  const known = await readKnown(tx, { actor, name, email });
  const id = drawId();
  const row = { submissionId: id, accountId: actor.id };
  await tx.submission.create({
    data: { id, fields: withValues(emptyDraft, known), createdAt: now, updatedAt: now },
  });
  await tx.submissionMember.create({ data: { ...row, isAuthor: true, since: now } });
  const save = { actor, version: 1, base: 0, page: '', now, changed: Object.fromEntries(known) };
  await appendSave(tx, submissionSaves(id), save);
  const begun = { submissionId: id, actor: actor.id, kind: 'begun', at: now } as const;
  await appendSubmissionEvent(tx, { ...begun, after: { state: 'draft' } });
  return { ok: true, id };
}

/** The author as contact, and their city where there is one alone. */
async function readKnown(tx: Transaction, { actor, name, email }: Omit<Create, 'now'>): Promise<FieldValues> {
  const affiliations = await tx.affiliation.findMany({
    where: { accountId: actor.id, OR: [{ decidedAt: null }, { confirmed: true }] },
    select: { country: true, cityId: true, cityName: true },
  });
  const [only] = affiliations.length === 1 ? affiliations : [];
  const known = new Map<FieldName, FieldValue>([['contactEmail', email]]);
  if (name) known.set('contactName', name);
  if (only) known.set('country', only.country);
  if (only?.cityId) known.set('cities', [only.cityId]);
  if (only?.cityName) known.set('otherPlaces', only.cityName);
  return known;
}
