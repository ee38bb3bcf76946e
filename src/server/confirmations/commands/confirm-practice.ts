import 'server-only';
import type { Actor } from '#domain/actor';
import { speaksFor } from '#domain/permissions';
import { hashToken } from '#server/accounts/token';
import { type Database, database, type Transaction } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { appendPracticeEvent } from '#server/practices/events/practice';
import { lockPublished, type StoredPractice } from '#server/practices/select/published';

/** By whoever is signed in, or by the link in a mail. */
type Confirm = ({ actor: Actor; practiceId: string } | { token: string }) & { now: Date };

/**
 * `not-found`: there is no such practice or link, or the person speaks for none of its cities. `not-possible`: the link
 * is too old, or the text is not the city's own.
 */
export type Confirmed = { ok: true; slug: string } | { ok: false; reason: 'not-found' | 'not-possible' };

/** Who confirms, and the link it is done by. */
type Claim = { actor: Actor; practiceId: string; request: { tokenHash: Uint8Array<ArrayBuffer> } | null };

/** Says for the city that a practice is still as it says. A second time on the same day changes nothing. */
export function confirmPractice(confirm: Confirm, db: Database = database()): Promise<Confirmed> {
  return db.$transaction(async (tx) => {
    const claim = await readClaim(tx, confirm);
    const practice = claim && (await lockPublished(tx, claim.practiceId));
    if (!practice || !speaksFor(claim.actor, practice)) return { ok: false, reason: 'not-found' };
    return confirmFor(tx, { claim, practice, now: confirm.now });
  }, turns);
}

async function readClaim(tx: Transaction, confirm: Confirm): Promise<Claim | null> {
  if ('actor' in confirm) return { actor: confirm.actor, practiceId: confirm.practiceId, request: null };
  const request = await tx.confirmationRequest.findUnique({
    where: { tokenHash: hashToken(confirm.token) },
    include: { account: { include: { affiliations: { where: { confirmed: true } } } } },
  });
  if (!request || request.account.suspendedAt) return null;
  const { account, practiceId, tokenHash } = request;
  const cities = account.affiliations.flatMap(({ cityId }) =>
    cityId === null ? [] : [{ id: cityId, confirmed: true }],
  );
  const actor = { id: account.id, roles: account.roles, cities, hasSecondFactor: false };
  return { actor, practiceId, request: { tokenHash } };
}

type Stored = { claim: Claim; practice: StoredPractice; now: Date };

async function confirmFor(tx: Transaction, { claim, practice, now }: Stored): Promise<Confirmed> {
  const { id, slug, provenance, confirmedAt } = practice;
  if (provenance !== 'city') return { ok: false, reason: 'not-possible' };
  if (confirmedAt && isSameDay(confirmedAt, now)) return { ok: true, slug };
  if (claim.request) {
    // Looked at while the practice is held: of two clicks, the second finds it used.
    const { count } = await tx.confirmationRequest.updateMany({
      where: {
        ...claim.request,
        usedAt: null,
        expiresAt: { gt: now },
        sentAt: { gt: confirmedAt ?? new Date(0) },
      },
      data: { usedAt: now },
    });
    if (count === 0) return { ok: false, reason: 'not-possible' };
  }
  await tx.practice.update({ where: { id }, data: { confirmedAt: now } });
  await appendPracticeEvent(tx, {
    ...{ practiceId: id, actor: claim.actor.id, kind: 'confirmed', at: now },
    ...{
      before: { confirmedAt: confirmedAt?.toISOString() ?? null },
      after: { confirmedAt: now.toISOString() },
    },
  });
  await tx.$executeRaw`select publish_change(array[${id}])`;
  return { ok: true, slug };
}

function isSameDay(one: Date, other: Date): boolean {
  return one.toISOString().slice(0, 10) === other.toISOString().slice(0, 10);
}
