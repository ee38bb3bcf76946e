import 'server-only';
import type { Role } from '#domain/actor';
import { defaultLocale } from '#i18n/locales';
import { confirmCities } from '#server/accounts/commands/affiliations';
import { createAccount } from '#server/accounts/commands/create-account';
import { keyFor } from '#server/accounts/commands/key';
import { renewRecoveryCodes } from '#server/accounts/commands/recovery-codes';
import { seal } from '#server/accounts/sealed';
import { drawTotpSecret } from '#server/accounts/totp';
import { database, type Transaction } from '#server/platform/db';

/** What is needed to sign in as the three, told once: the database keeps hashes and what is encrypted. */
export type TryOut = {
  officer: string;
  translator: string;
  editor: string;
  secret: Buffer;
  codes: string[];
};

const officer = 'officer@city.example';
const translator = 'translator@words.example';
const editor = 'editor@catalogue.example';

/** An officer, a translator and an editor for trying the site out. Null where anybody has an account already. */
export async function createTryOutAccounts(now: Date): Promise<TryOut | null> {
  const secret = drawTotpSecret();
  const key = await keyFor('second factor');
  return database().$transaction(async (tx) => {
    if ((await tx.account.count()) > 0) return null;
    const officerId = await create(tx, { email: officer, name: 'Olga Officer', role: 'officer', now });
    const cities = await tx.city.findMany({ select: { id: true }, orderBy: { id: 'asc' }, take: 1 });
    await create(tx, { email: translator, name: 'Tara Translator', role: 'translator', now });
    const editorId = await create(tx, { email: editor, name: 'Edi Editor', role: 'editor', now });
    await confirmCities(tx, {
      ...{ accountId: officerId, decidedBy: editorId, now },
      cityIds: cities.map(({ id }) => id),
    });
    await tx.account.update({
      where: { id: editorId },
      data: { totpSecret: seal(key, editorId, secret), totpSince: now },
    });
    return { officer, translator, editor, secret, codes: await renewRecoveryCodes(tx, editorId, now) };
  });
}

async function create(
  tx: Transaction,
  { role, ...person }: { email: string; name: string; role: Role; now: Date },
): Promise<string> {
  const made = { ...person, locale: defaultLocale, roles: [role], actor: 'system' };
  return (await createAccount(tx, made)).id;
}
