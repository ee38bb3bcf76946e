import 'server-only';
import type { Actor } from '#domain/actor';
import { mayDo, mayTranslate, type TranslationVerb, translationEventOf } from '#domain/translation';
import type { Database, Transaction } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { type LanguageStanding, lockStanding } from '#server/translations/select/translation';

/** Who asks for something to be done to one language of a practice. */
export type Asked = { actor: Actor; practiceId: string; language: string; now: Date };

/** Nothing was changed: there is none for this person, or it stands otherwise than the page showed. */
export type Refused = { ok: false; reason: 'not-found' | 'not-possible' };

/**
 * Does what a verb does, in one transaction that holds the practice and the translation. Who pressed the button twice is
 * told that it is done.
 */
export function withStanding<Result>(
  db: Database,
  verb: TranslationVerb,
  asked: Asked,
  work: (tx: Transaction, standing: LanguageStanding) => Promise<Result>,
): Promise<Result | { ok: true } | Refused> {
  return db.$transaction(async (tx): Promise<Result | { ok: true } | Refused> => {
    const standing = await lockStanding(tx, asked);
    if (!standing || !mayTranslate(asked.actor, standing.practice)) return { ok: false, reason: 'not-found' };
    if (mayDo(asked.actor, verb, standing.facts)) return work(tx, standing);
    return (await wasDone(tx, verb, asked)) ? { ok: true } : { ok: false, reason: 'not-possible' };
  }, turns);
}

/** Whether the last that happened to the translation was this, by this person. */
async function wasDone(
  tx: Transaction,
  verb: TranslationVerb,
  { actor, practiceId, language }: Asked,
): Promise<boolean> {
  const last = await tx.practiceEvent.findFirst({
    where: {
      ...{ practiceId, kind: { startsWith: 'translation-' } },
      data: { path: ['language'], equals: language },
    },
    orderBy: { id: 'desc' },
    select: { kind: true, actor: true },
  });
  return last?.kind === translationEventOf(verb) && last.actor === actor.id;
}
