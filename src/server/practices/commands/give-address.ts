import 'server-only';
import type { DraftFields } from '#domain/submission-fields';
import { slugOf } from '#lib/slug';
import type { Transaction } from '#server/platform/db';

type Named = {
  practiceId: string;
  fields: Pick<DraftFields, 'title' | 'cities'>;
  /** The first year, where it is known. */
  year: number | null;
  now: Date;
};

/** So many examples of one name have a number; one more is called by its id. */
const mostOfOneName = 50;

/**
 * The present address of a practice. One that has none yet gets one made of its title, or of its city and year where the
 * title is not written in Latin letters; it keeps it whatever it is called later. Two that ask for the same at once get two.
 */
export async function giveAddress(
  tx: Transaction,
  { practiceId, fields, year, now }: Named,
): Promise<string> {
  const present = await tx.practiceSlug.findFirst({ where: { practiceId, current: true } });
  if (present) return present.slug;
  const wanted = slugOf(fields.title) ?? [fields.cities[0], year].filter(Boolean).join('-');
  for (let number = 1; wanted && number <= mostOfOneName; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    const data = [{ slug, practiceId, createdAt: now }];
    const { count } = await tx.practiceSlug.createMany({ data, skipDuplicates: true });
    if (count === 1) return slug;
  }
  await tx.practiceSlug.create({ data: { slug: practiceId, practiceId, createdAt: now } });
  return practiceId;
}
