import 'server-only';
import { z } from 'zod';
import type { Actor } from '#domain/actor';
import { defaultLocale } from '#i18n/locales';
import { queueMail } from '#server/mail/commands';
import { mailLocale } from '#server/mail/mail-locale';
import { type Database, database, type Transaction } from '#server/platform/db';
import { lockFor, turns } from '#server/practices/commands/lock-for';
import { appendSubmissionEvent } from '#server/practices/events/submission';

type Share = {
  actor: Actor;
  id: string;
  /** In small letters. */
  email: string;
  /** The name by which the mail calls the one who shares. */
  by: string;
  now: Date;
};

/** `ok` says nothing about the address: whether anybody has it is not for the person who typed it to learn. */
export type ShareResult = { ok: true } | { ok: false; reason: 'not-found' | 'not-possible' };

const Colleagues = z.array(z.object({ id: z.string(), email: z.string(), locale: z.string() }));

/** Lets a colleague of one of the author's cities write in a draft. Any other address changes nothing. */
export function shareSubmission(share: Share, db: Database = database()): Promise<ShareResult> {
  return db.$transaction((tx) => shareIn(tx, share), turns);
}

async function shareIn(tx: Transaction, { actor, id, email, by, now }: Share): Promise<ShareResult> {
  const locked = await lockFor(tx, { actor, id }, 'share');
  if (!locked.ok) return { ok: false, reason: locked.reason };
  const { fields, members } = locked.submission;
  const colleague = await findColleague(tx, actor.id, email);
  const isNew = colleague !== undefined && !members.includes(colleague.id);
  if (isNew) {
    await tx.submissionMember.create({ data: { submissionId: id, accountId: colleague.id, since: now } });
    const event = {
      submissionId: id,
      actor: actor.id,
      kind: 'shared',
      at: now,
      data: { with: colleague.id },
    } as const;
    await appendSubmissionEvent(tx, event);
  }
  await queueMail(tx, {
    to: email,
    locale: colleague ? mailLocale(colleague.locale) : defaultLocale,
    kind: 'submission-shared',
    data: { id, title: fields.title, by },
    now,
    discarded: !isNew,
  });
  return { ok: true };
}

/** The account with an address that says, unrefused, that it works for a city the author works for. */
async function findColleague(tx: Transaction, authorId: string, email: string) {
  const rows = await tx.$queryRaw`
    select distinct a.id, a.email, a.locale from account a
    join affiliation theirs on theirs.account_id = a.id and (theirs.confirmed or theirs.decided_at is null)
    join affiliation own on own.account_id = ${authorId} and (own.confirmed or own.decided_at is null)
      and own.country = theirs.country
      and coalesce(own.city_id, lower(own.city_name)) = coalesce(theirs.city_id, lower(theirs.city_name))
    where a.email = ${email} and a.id <> ${authorId} and a.suspended_at is null and 'officer' = any (a.roles)`;
  return Colleagues.parse(rows)[0];
}
