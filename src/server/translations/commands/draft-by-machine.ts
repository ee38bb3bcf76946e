import 'server-only';
import { mayDo, mayTranslate, TextFields } from '#domain/translation';
import { type Database, database } from '#server/platform/db';
import { env } from '#server/platform/env';
import { keepMachineDraft } from '#server/translations/commands/keep-machine-draft';
import type { Asked, Refused } from '#server/translations/commands/with-standing';
import type { MachineAnswer } from '#server/translations/machine/machine';
import { translateText } from '#server/translations/machine/translate-text';
import { findStanding } from '#server/translations/select/translation';

type Ask = Asked & {
  /** The version of the machine's draft that the page showed; 0 where there was none. */
  seen: number;
};
type Fault = Extract<MachineAnswer, { ok: false }>;

/**
 * Asks the machine for a draft and keeps it. Nothing is held while it is asked, which may take half a minute. Who pressed
 * the button twice has what was asked for first.
 */
export async function draftByMachine(
  { seen, ...asked }: Ask,
  db: Database = database(),
): Promise<{ ok: true } | Refused | Fault> {
  const { actor, language } = asked;
  const standing = await findStanding(db, asked);
  if (!standing || !mayTranslate(actor, standing.practice)) return { ok: false, reason: 'not-found' };
  if (!mayDo(actor, 'draftByMachine', standing.facts)) return { ok: false, reason: 'not-possible' };
  const { original, newest, translation } = standing;
  if ((translation?.version ?? 0) !== seen) return { ok: true };
  const answer = await translateText({ from: original.language, to: language, fields: original.fields });
  if (!answer.ok) return answer;
  const fields = TextFields.parse(answer.fields);
  return keepMachineDraft({ ...asked, fields, machine: env().TRANSLATION_PROVIDER, madeFrom: newest }, db);
}
