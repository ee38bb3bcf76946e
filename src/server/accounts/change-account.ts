import 'server-only';
import { z } from 'zod';
import { roles } from '#domain/actor';
import { EmailAddress } from '#domain/sign-in';
import { defaultLocale, locales } from '#i18n/locales';
import { grantRoles } from '#server/accounts/commands/grant-roles';
import { resetSecondFactor, suspendByAddress } from '#server/accounts/commands/rescue';
import { siteUrl } from '#server/platform/env';

const Given = z.object({
  email: EmailAddress,
  role: z.array(z.enum(roles)).min(1).optional(),
  name: z.string().trim().max(200).optional(),
  language: z.enum(locales).default(defaultLocale),
  suspend: z.boolean().optional(),
  restore: z.boolean().optional(),
  'reset-second-factor': z.boolean().optional(),
});

type Changed = { ok: boolean; sentence: string };

/** What a person on the server may do to an account; told in a sentence. */
export async function changeAccount({
  now,
  ...given
}: { now: Date } & Record<string, unknown>): Promise<Changed> {
  const read = Given.safeParse(given);
  if (!read.success) return { ok: false, sentence: explain(read.error) };
  const { email, role, name, language, suspend, restore, 'reset-second-factor': reset } = read.data;
  if (suspend || restore) {
    const isDone = await suspendByAddress({ email, suspended: suspend === true, now });
    return told(isDone, `${email} is ${suspend ? 'suspended' : 'restored'}.`, email);
  }
  if (reset) {
    const isDone = await resetSecondFactor({ email, now });
    return told(isDone, `${email} has no second factor now, and is signed out everywhere.`, email);
  }
  if (!role) return { ok: false, sentence: 'Name a role.' };
  const all = await grantRoles({ email, roles: role, name, locale: language, now });
  const sentence = `${email} is ${all.join(', ')}. Sign in at ${siteUrl()}/${language}/sign-in; the code comes by mail.`;
  return { ok: true, sentence };
}

function told(isDone: boolean, sentence: string, email: string): Changed {
  return isDone ? { ok: true, sentence } : { ok: false, sentence: `Nothing was to be done for ${email}.` };
}

function explain(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `--${String(path[0])}: ${message}`).join('. ');
}
