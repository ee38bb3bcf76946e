import 'server-only';
import type { Actor } from '#domain/actor';
import type { AdoptionStatement } from '#domain/adoption';
import { drawId } from '#lib/draw-id';
import { titleIn } from '#server/adoptions/queries/names';
import { queueMail } from '#server/mail/commands';
import { mailLocale } from '#server/mail/mail-locale';
import { type Database, database, type Transaction } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { lockPublished } from '#server/practices/select/published';

type State = { actor: Actor; practiceId: string; statement: AdoptionStatement; now: Date };

/**
 * `same-city`: it is the city's own example. `already`: it was stated for this city, and not refused. `own-unknown`: what
 * was chosen as the city's own example is not published there.
 */
export type Stated =
  | { ok: true }
  | { ok: false; reason: 'not-found' | 'same-city' | 'already' | 'own-unknown' };

/** States that a city of the officer's repeats a practice. An editor looks at it. The same twice is once. */
export function stateAdoption(state: State, db: Database = database()): Promise<Stated> {
  return db.$transaction((tx) => stateIn(tx, state), turns);
}

async function stateIn(tx: Transaction, { actor, practiceId, statement, now }: State): Promise<Stated> {
  const { cityId, year, words, ownPracticeId, website } = statement;
  const practice = await lockPublished(tx, practiceId);
  const speaks = actor.roles.includes('officer') && actor.cities.some(({ id }) => id === cityId);
  if (!practice || !speaks) return { ok: false, reason: 'not-found' };
  if (practice.cities.includes(cityId)) return { ok: false, reason: 'same-city' };
  const standing = await tx.adoption.findFirst({
    where: { practiceId, cityId, state: { not: 'refused' } },
  });
  if (standing) return settle(standing, actor, words);
  if (ownPracticeId !== null && !(await isOfCity(tx, ownPracticeId, practiceId, cityId)))
    return { ok: false, reason: 'own-unknown' };
  await tx.adoption.create({
    data: {
      ...{ id: drawId(), practiceId, cityId, ownPracticeId, year, words, website },
      ...{ statedBy: actor.id, statedAt: now },
    },
  });
  await tellEditors(tx, { actor, practiceId, now });
  return { ok: true };
}

/** Who presses the button a second time meant what the first press did. */
function settle(standing: { statedBy: string; words: string }, actor: Actor, words: string): Stated {
  const isSame = standing.statedBy === actor.id && standing.words === words;
  return isSame ? { ok: true } : { ok: false, reason: 'already' };
}

/** Whether it is another published example of the city. */
async function isOfCity(tx: Transaction, id: string, practiceId: string, cityId: string): Promise<boolean> {
  const where = { id, status: 'published', cities: { some: { cityId } } } as const;
  return id !== practiceId && (await tx.practice.count({ where })) === 1;
}

type Told = { actor: Actor; practiceId: string; now: Date };

async function tellEditors(tx: Transaction, { actor, practiceId, now }: Told): Promise<void> {
  const editors = await tx.account.findMany({
    where: { roles: { has: 'editor' }, suspendedAt: null, id: { not: actor.id } },
    select: { id: true, email: true, locale: true },
  });
  for (const { id: accountId, email: to, locale: own } of editors) {
    const locale = mailLocale(own);
    const data = { title: await titleIn(tx, practiceId, locale) };
    await queueMail(tx, { to, accountId, locale, kind: 'adoption-stated', data, now });
  }
}
