import 'server-only';
import { z } from 'zod';
import { Check, type Checks, type Criterion, criteria, unjudged, verdicts } from '#domain/review-criteria';
import type { Database, Transaction } from '#server/platform/db';

const Rows = z.array(
  Check.extend({
    criterion: z.enum(criteria),
    verdict: z.enum(verdicts).nullable(),
    checkedBy: z.string(),
    at: z.date(),
    version: z.number(),
  }),
);

/** What stands there about a submission. */
export type StoredChecks = {
  checks: Checks;
  /** Who wrote each last, and in which save. */
  written: ReadonlyMap<Criterion, { by: string; at: Date; version: number }>;
  /** The save that was last; 0 before the first. A form sends it back as what it has seen. */
  version: number;
};

/** The checks of a submission. Whether a person may see them is for the caller to have asked. */
export async function readChecks(db: Database | Transaction, submissionId: string): Promise<StoredChecks> {
  const rows = Rows.parse(await db.reviewCheck.findMany({ where: { submissionId } }));
  const found = new Map(rows.map((row) => [row.criterion, row]));
  const checkOf = (criterion: Criterion): Check => {
    const { verdict, note } = found.get(criterion) ?? unjudged;
    return { verdict, note };
  };
  return {
    checks: {
      aim: checkOf('aim'),
      city: checkOf('city'),
      evidence: checkOf('evidence'),
      plain: checkOf('plain'),
      transferable: checkOf('transferable'),
    },
    written: new Map(
      rows.map(({ criterion, checkedBy: by, at, version }) => [criterion, { by, at, version }]),
    ),
    version: Math.max(0, ...rows.map(({ version }) => version)),
  };
}
