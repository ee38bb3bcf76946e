import 'server-only';
import { z } from 'zod';
import { TextFields } from '#domain/translation';
import { Prisma } from '#generated/prisma/client';
import { originalChangedAt } from '#server/practices/select/original-change';

/** What a machine made of a practice in a language that nobody has translated it into. */
export const MachineDraft = z.object({
  language: z.string(),
  machine: z.string(),
  fields: TextFields,
  /** The version of the practice that it was given. */
  madeFrom: z.number(),
  /** Since when the original says something else. */
  changedAt: z.coerce.date().nullable(),
});
export type MachineDraft = z.output<typeof MachineDraft>;

/** Those of practice `p`, as rows of MachineDraft: none where a text was approved. */
export const machineDraftsOfPractice = Prisma.sql`
  (select coalesce(jsonb_agg(jsonb_build_object('language', m.language, 'machine', m.machine, 'fields', m.fields,
      'madeFrom', m.made_from, 'changedAt', ${originalChangedAt(Prisma.sql`m.made_from`)}) order by m.language), '[]')
    from translation m where m.practice_id = p.id and m.state = 'machine' and not exists (
      select from practice_text t where t.practice_id = p.id and t.language = m.language))`;
