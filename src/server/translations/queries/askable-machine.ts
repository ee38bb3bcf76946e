import 'server-only';
import { env } from '#server/platform/env';
import { canTranslate } from '#server/translations/machine/translate-text';

/** The machine that can be asked for a draft between two languages; null where there is none. */
export async function askableMachine(from: string, to: string): Promise<string | null> {
  return (await canTranslate(from, to)) ? env().TRANSLATION_PROVIDER : null;
}
