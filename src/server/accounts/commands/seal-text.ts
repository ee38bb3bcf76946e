import 'server-only';
import { keyFor } from '#server/accounts/commands/key';
import { seal, unseal } from '#server/accounts/sealed';

/** A text that only its account is to see, to be kept for a while where others may read. */
export async function sealText(accountId: string, text: string): Promise<string> {
  const sealed = seal(await keyFor('recovery code'), accountId, Buffer.from(text));
  return Buffer.from(sealed).toString('base64url');
}

/** The text again; null for another account. */
export async function unsealText(accountId: string, sealed: string): Promise<string | null> {
  const bytes = unseal(await keyFor('recovery code'), accountId, Buffer.from(sealed, 'base64url'));
  return bytes?.toString('utf8') ?? null;
}
