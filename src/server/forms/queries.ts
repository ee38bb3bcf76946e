import 'server-only';
import { z } from 'zod';
import type { FormValues } from '#lib/form-values';
import { hashToken } from '#server/forms/token';
import { database } from '#server/platform/db';

const Values = z.array(z.tuple([z.string(), z.array(z.string())]));
const Errors = z.record(z.string(), z.string()).nullable();

/** A parked form, for the page it belongs to; null when the token is of no form, of another page's, or too old. */
export async function readParkedForm(
  token: string,
  path: string,
  now: Date,
): Promise<{ values: FormValues; errors: Record<string, string> } | null> {
  const parked = await database().parkedForm.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!parked || parked.path !== path || parked.expiresAt <= now) return null;
  return { values: new Map(Values.parse(parked.values)), errors: Errors.parse(parked.errors) ?? {} };
}
