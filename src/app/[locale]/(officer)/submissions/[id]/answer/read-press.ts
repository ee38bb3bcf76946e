import { z } from 'zod';
import { stepNames } from '#domain/submission-fields';
import { type FormValues, firstValue } from '#lib/form-values';

const Press = z.object({
  verb: z.enum(['reply', 'take', 'leave', 'done', 'reopen']),
  thread: z.string().regex(/^[0-9a-z]{10}$/),
  /** The page whose button it is. */
  at: z.enum([...stepNames, 'sent']),
});
export type Press = z.output<typeof Press>;

/** Which button was pressed: "take-3f9k2m1q0z"; null for a form of nobody's. */
export function readPress(values: FormValues): Press | null {
  const [verb, thread] = firstValue(values, 'talk').split('-');
  return Press.safeParse({ verb, thread, at: firstValue(values, 'at') }).data ?? null;
}
