import 'server-only';
import type { Endable, MailWish } from '#domain/mail-wishes';
import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { wishPaths } from '#i18n/wish-paths';
import { keyIn } from '#server/accounts/commands/key';
import { care, type MailData, type MailKind, mailKinds } from '#server/mail/kinds';
import { type Letter, setLetter } from '#server/mail/letter';
import { readMailWishes } from '#server/mail/queries/wishes';
import { signUnsubscription } from '#server/mail/unsubscribe-token';
import type { Transaction } from '#server/platform/db';

type Queued<Kind extends MailKind> = {
  to: string;
  /** Whose address it is; has to be said for a mail that people can live without. */
  accountId?: string;
  /** The person's language. */
  locale: Locale;
  kind: Kind;
  data: MailData<Kind>;
  now: Date;
  /** Written like any other, so that it takes as long, and never sent: for an address without an account. */
  discarded?: boolean;
};

/**
 * Writes a mail in the transaction of what it announces: it is sent if that is committed, and only then. The worker is
 * woken with the commit. What people can live without comes as they wish: by itself, as a line of the next daily mail, or
 * not at all.
 */
export async function queueMail<Kind extends MailKind>(
  tx: Transaction,
  { to, accountId, locale, kind, data, now, discarded = false }: Queued<Kind>,
): Promise<void> {
  const letter = mailKinds[kind]({ t: translatorOf(locale), locale }, data);
  const post = { to, locale, kind, letter, now, discarded };
  const { optional } = care[kind];
  if (!optional) return write(tx, post);
  if (!accountId) throw new Error(`Whose wish decides about a mail of kind ${kind}?`);
  const wish = await wishFor(tx, accountId, optional);
  if (wish === 'each') {
    const key = await keyIn(tx, 'unsubscribe');
    await write(tx, post, signUnsubscription(key, { accountId, ends: optional }));
  }
  if (wish === 'daily') await keepForTheDay(tx, accountId, post);
}

/** The daily mail itself is there for who has something in it. */
async function wishFor(tx: Transaction, accountId: string, optional: Endable): Promise<MailWish> {
  return optional === 'digest' ? 'each' : (await readMailWishes(accountId, tx))[optional];
}

type Post = { to: string; locale: Locale; kind: MailKind; letter: Letter; now: Date; discarded: boolean };

async function write(tx: Transaction, post: Post, token?: string): Promise<void> {
  const { to, locale, kind, letter, now, discarded } = post;
  await tx.outboxMail.create({
    data: {
      ...{ id: crypto.randomUUID(), to, locale, kind },
      ...setLetter(letter, locale, token && wishPaths.stop(locale, token)),
      unsubscribe: token ? wishPaths.stopNow(locale, token) : null,
      state: discarded ? 'discarded' : 'waiting',
      ...{ createdAt: now, nextTryAt: now },
    },
  });
  await tx.$executeRaw`select pg_notify('outbox_mail', '')`;
}

async function keepForTheDay(tx: Transaction, accountId: string, post: Post): Promise<void> {
  const { kind, letter, locale, now } = post;
  const { subject } = setLetter(letter, locale);
  const [path = accountPaths.start(locale)] = letter.parts.flatMap((part) =>
    typeof part === 'object' && 'path' in part ? [part.path] : [],
  );
  await tx.digestItem.create({ data: { accountId, at: now, kind, subject, path } });
}
