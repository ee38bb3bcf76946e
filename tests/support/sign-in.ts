import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { z } from 'zod';
import { queryDatabase } from '#scripts/query-database';

type Role = 'officer' | 'translator' | 'editor' | 'administrator';
type NewPerson = {
  email: string;
  name?: string;
  roles?: readonly Role[];
  /** Ids of cities they are confirmed for. */
  cities?: readonly string[];
  /** The database of the site, where it is not the one that all tests share. */
  database?: string;
};

function onSite(sql: string, values: readonly unknown[], database?: string): Promise<unknown[]> {
  return queryDatabase(database ?? process.env.TEST_DATABASE_URL ?? '', sql, values);
}

/** An address that no other test uses. */
export function drawEmail(name: string): string {
  return `${name}-${randomBytes(4).toString('hex')}@city.example`;
}

/** Makes an account in the database of the site under test; returns its id. */
export async function createPerson({
  email,
  name = 'Mira Test',
  roles = ['officer'],
  cities = [],
  database,
}: NewPerson): Promise<string> {
  const id = drawRowId();
  await onSite(
    `insert into account (id, email, name, locale, roles) values ($1, $2, $3, 'en', $4::"Role"[])`,
    [...[id, email, name], `{${roles.join(',')}}`],
    database,
  );
  for (const city of cities)
    await onSite(
      `insert into affiliation (id, account_id, city_id, country, confirmed, decided_at, decided_by)
        select $1, $2, id, country, true, now(), $2 from city where id = $3`,
      [drawRowId(), id, city],
      database,
    );
  return id;
}

/** Signs a browser in without the pages that do it, for tests of what comes after; returns the account's id. */
export async function signInAs(context: BrowserContext, origin: string, person: NewPerson): Promise<string> {
  const id = await createPerson(person);
  const isPowerful = person.roles?.some((role) => role === 'editor' || role === 'administrator') ?? false;
  // A second factor that was given; nobody has its secret.
  if (isPowerful)
    await onSite(
      `update account set totp_secret = '\\x00', totp_since = now() where id = $1`,
      [id],
      person.database,
    );
  await signInAgain(context, origin, { id, isPowerful, database: person.database });
  return id;
}

type Known = { id: string; isPowerful?: boolean; database?: string | undefined };

/** Signs a browser in as somebody who has an account. */
export async function signInAgain(
  context: BrowserContext,
  origin: string,
  { id, isPowerful = false, database }: Known,
): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await onSite(
    `insert into session (token_hash, id, account_id, expires_at, second_factor_at, device)
      values ($1, $2, $3, now() + interval '1 day', $4, 'Test')`,
    [hash, drawRowId(), id, isPowerful ? new Date() : null],
    database,
  );
  await context.addCookies([{ name: 'session', value: token, url: origin, httpOnly: true, sameSite: 'Lax' }]);
}

/** Ends every session of somebody, as time does. */
export async function endSessionsOf(id: string, database?: string): Promise<void> {
  await onSite('delete from session where account_id = $1', [id], database);
}

/** The code in the newest mail to an address. */
export async function readCodeFor(email: string): Promise<string> {
  const text = await readMailTo(email);
  const code = /^ {4}(\d{6})$/m.exec(text)?.[1];
  if (!code) throw new Error(`No code in the mail to ${email}:\n${text}`);
  return code;
}

/** The newest mail to an address, as it was written to a file: its text part. Waits for it, as a person would. */
export async function readMailTo(email: string, seconds = 20): Promise<string> {
  for (const deadline = Date.now() + seconds * 1_000; Date.now() < deadline; await setTimeout(100)) {
    const mail = await findNewestMail(email);
    if (mail) return mail;
  }
  throw new Error(`No mail to ${email} was written within ${seconds} seconds.`);
}

/** Null while a newer one waits to be written. */
async function findNewestMail(email: string): Promise<string | null> {
  const rows = await onSite(
    `select id from outbox_mail where "to" = $1 and state <> 'discarded' order by created_at desc limit 1`,
    [email],
  );
  const id = z.array(z.object({ id: z.string() })).parse(rows)[0]?.id;
  const file = path.join(process.env.TEST_MAIL_FOLDER ?? '', `${id}.eml`);
  return id && existsSync(file) ? readTextPart(await readFile(file, 'utf8')) : null;
}

/** The first part of a mail, decoded. */
function readTextPart(mail: string): string {
  const part = /Content-Type: text\/plain[\s\S]*?(?=\n--)/.exec(mail)?.[0] ?? '';
  const [head = '', ...rest] = part.split(/\r?\n\r?\n/);
  const body = rest.join('\n\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Goes through the sign-in, from the address to the code. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code from the mail').fill(await readCodeFor(email));
  await page.getByRole('button', { name: 'Sign in' }).click();
}

function drawRowId(): string {
  return randomBytes(5).toString('hex');
}
