import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Endable, endable } from '#domain/mail-wishes';
import { keyFor } from '#server/accounts/commands/key';

/** Whom a link at the end of a mail takes off which mails. */
export type Unsubscription = { accountId: string; ends: Endable };

/** A token for such a link, made with the key for it: it works for ever, without signing in, and can do nothing else. */
export function signUnsubscription(key: Buffer, { accountId, ends }: Unsubscription): string {
  return `${accountId}.${ends}.${sign(key, { accountId, ends }).toString('base64url')}`;
}

/** What a token says; null where it was not made here. */
export async function readUnsubscription(token: string): Promise<Unsubscription | null> {
  const [accountId = '', name, given = '', ...rest] = token.split('.');
  const ends = endable.find((one) => one === name);
  if (!ends || rest.length > 0) return null;
  const [signature, right] = [
    Buffer.from(given, 'base64url'),
    sign(await keyFor('unsubscribe'), { accountId, ends }),
  ];
  const isRight = signature.length === right.length && timingSafeEqual(signature, right);
  return isRight ? { accountId, ends } : null;
}

function sign(key: Buffer, { accountId, ends }: Unsubscription): Buffer {
  return createHmac('sha256', key).update(`${accountId}.${ends}`).digest();
}
