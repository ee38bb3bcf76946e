import 'server-only';
import { z } from 'zod';
import { addDays, confirmationDueBefore, confirmationRules, isToBeAsked } from '#domain/confirmation';
import { drawToken } from '#server/accounts/token';
import { queueMail } from '#server/mail/commands';
import { mailLocale } from '#server/mail/mail-locale';
import { type Database, database, type Transaction } from '#server/platform/db';
import { lockPublished, type StoredPractice } from '#server/practices/select/published';

const Due = z.array(z.object({ id: z.string() }));

/**
 * Asks cities whether what they published long ago is still so: one mail to each person, reminded once. Returns how many
 * mails were written. Two instances at once write them once: each practice is held meanwhile.
 */
export async function askConfirmations(now: Date, db: Database = database()): Promise<number> {
  const due = await db.$queryRaw`
    select id from practice
    where status = 'published' and provenance = 'city'
      and coalesce(confirmed_at, published_at) <= ${confirmationDueBefore(now)}
    order by id`;
  let written = 0;
  for (const { id } of Due.parse(due)) written += await db.$transaction((tx) => askAbout(tx, id, now));
  return written;
}

async function askAbout(tx: Transaction, id: string, now: Date): Promise<number> {
  const practice = await lockPublished(tx, id);
  const since = practice && (practice.confirmedAt ?? practice.publishedAt);
  // Confirmed or taken out of the catalogue since it was looked up.
  if (!since || since > confirmationDueBefore(now)) return 0;
  const people = await listAsked(tx, practice);
  const sent = await tx.confirmationRequest.findMany({
    where: { practiceId: id, accountId: { in: people.map((person) => person.id) } },
    orderBy: { sentAt: 'asc' },
  });
  let written = 0;
  for (const person of people) {
    const all = sent.filter(({ accountId }) => accountId === person.id).map(({ sentAt }) => sentAt);
    const thisTime = all.filter((sentAt) => sentAt > since);
    if (!isToBeAsked(thisTime, all.at(-1) ?? null, now)) continue;
    await writeTo(tx, { person, practice, since, isAgain: thisTime.length > 0, now });
    written += 1;
  }
  return written;
}

const person = { id: true, email: true, locale: true } as const;
type Person = { id: string; email: string; locale: string };

/** Who wrote what is published; where none of them is there any more, the confirmed officers of its cities. */
async function listAsked(tx: Transaction, { members, cities }: StoredPractice): Promise<Person[]> {
  const writers = await tx.account.findMany({
    where: { id: { in: [...members] }, suspendedAt: null },
    select: person,
    orderBy: { id: 'asc' },
  });
  if (writers.length > 0) return writers;
  return tx.account.findMany({
    where: {
      ...{ suspendedAt: null, roles: { has: 'officer' } },
      affiliations: { some: { confirmed: true, cityId: { in: [...cities] } } },
    },
    select: person,
    orderBy: { id: 'asc' },
  });
}

type Asked = { person: Person; practice: StoredPractice; since: Date; isAgain: boolean; now: Date };

async function writeTo(tx: Transaction, { person, practice, since, isAgain, now }: Asked): Promise<void> {
  const { token, hash } = drawToken();
  const { id: practiceId, originalLanguage } = practice;
  await tx.confirmationRequest.create({
    data: {
      ...{ tokenHash: hash, practiceId, accountId: person.id, sentAt: now },
      expiresAt: addDays(now, confirmationRules.linkDays),
    },
  });
  const locale = mailLocale(person.locale);
  const texts = await tx.practiceText.findMany({
    where: { practiceId, language: { in: [locale, originalLanguage] } },
    select: { language: true, title: true },
  });
  const own = texts.find(({ language }) => language === locale) ?? texts[0];
  const data = { token, title: own?.title ?? '', since, isAgain };
  await queueMail(tx, { to: person.email, locale, kind: 'confirmation-asked', data, now });
}
