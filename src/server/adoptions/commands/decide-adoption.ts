import 'server-only';
import type { Actor } from '#domain/actor';
import { mayDecideAdoption } from '#domain/adoption';
import { mayManagePeople } from '#domain/permissions';
import { cityNameIn, titleIn } from '#server/adoptions/queries/names';
import { queueMail } from '#server/mail/commands';
import { mailLocale } from '#server/mail/mail-locale';
import { type Database, database, type Transaction } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { appendPracticeEvent } from '#server/practices/events/practice';

type Decide = {
  actor: Actor;
  id: string;
  /** Why it is refused; null confirms it. */
  refusedBecause: string | null;
  now: Date;
};

/**
 * `own`: whoever states something decides nothing about it. `unconfirmed`: nobody has confirmed yet that who stated it
 * works for the city. `late`: it was decided otherwise meanwhile.
 */
export type Decided = { ok: true } | { ok: false; reason: 'not-found' | 'own' | 'unconfirmed' | 'late' };

/** Confirms or refuses, once, that a city repeats a practice, and tells who stated it. */
export function decideAdoption(decide: Decide, db: Database = database()): Promise<Decided> {
  return db.$transaction((tx) => decideIn(tx, decide), turns);
}

async function decideIn(tx: Transaction, decide: Decide): Promise<Decided> {
  const { actor, id, refusedBecause, now } = decide;
  // An address may hold anything; some of it the database would not take.
  if (!mayManagePeople(actor) || !/^[0-9a-z]{10}$/.test(id)) return { ok: false, reason: 'not-found' };
  await tx.$queryRaw`select id from adoption where id = ${id} for update`;
  const stored = await tx.adoption.findUnique({ where: { id } });
  if (!stored) return { ok: false, reason: 'not-found' };
  if (!mayDecideAdoption(actor, stored)) return { ok: false, reason: 'own' };
  const state = refusedBecause === null ? 'confirmed' : 'refused';
  // Who presses the button a second time meant what the first press did.
  if (stored.state !== 'stated') return stored.state === state ? { ok: true } : { ok: false, reason: 'late' };
  if (state === 'confirmed' && !(await isConfirmedFor(tx, stored)))
    return { ok: false, reason: 'unconfirmed' };
  await tx.adoption.update({
    where: { id },
    data: { state, refusedBecause, decidedBy: actor.id, decidedAt: now, version: { increment: 1 } },
  });
  if (state === 'confirmed') await publish(tx, stored, decide);
  await tellOfficer(tx, stored, decide);
  return { ok: true };
}

type Stored = {
  id: string;
  practiceId: string;
  ownPracticeId: string | null;
  cityId: string;
  statedBy: string;
};

async function isConfirmedFor(tx: Transaction, { statedBy, cityId }: Stored): Promise<boolean> {
  return (await tx.affiliation.count({ where: { accountId: statedBy, cityId, confirmed: true } })) > 0;
}

/** Both records show it from now on. */
async function publish(tx: Transaction, stored: Stored, { actor, now }: Decide): Promise<void> {
  const { id, practiceId, ownPracticeId, cityId } = stored;
  await appendPracticeEvent(tx, {
    ...{ practiceId, actor: actor.id, kind: 'adopted', at: now },
    data: { adoption: id, city: cityId, ...(ownPracticeId && { ownPractice: ownPracticeId }) },
  });
  const shown = ownPracticeId ? [practiceId, ownPracticeId] : [practiceId];
  await tx.$executeRaw`select publish_change(${shown})`;
}

async function tellOfficer(tx: Transaction, stored: Stored, { refusedBecause, now }: Decide): Promise<void> {
  const { email: to, ...officer } = await tx.account.findUniqueOrThrow({
    where: { id: stored.statedBy },
    select: { email: true, locale: true },
  });
  const locale = mailLocale(officer.locale);
  const { slug } = await tx.practiceSlug.findFirstOrThrow({
    where: { practiceId: stored.practiceId, current: true },
  });
  const title = await titleIn(tx, stored.practiceId, locale);
  const about = { title, slug, city: await cityNameIn(tx, stored.cityId, locale) };
  if (refusedBecause === null)
    await queueMail(tx, { to, locale, kind: 'adoption-confirmed', data: about, now });
  else
    await queueMail(tx, {
      ...{ to, locale, kind: 'adoption-refused', now },
      data: { ...about, because: refusedBecause },
    });
}
