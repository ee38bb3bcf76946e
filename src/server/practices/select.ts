import 'server-only';
import type { Prisma } from '#generated/prisma/client';

/** A text a visitor may read: everything that is not a draft or a machine's. */
export const publicText = { state: { in: ['approved', 'outdated'] } } satisfies Prisma.PracticeTextWhereInput;

/** Columns of a practice that stand on its card as well. */
const cardSelect = {
  id: true,
  country: true,
  startYear: true,
  endYear: true,
  ongoing: true,
  originalLanguage: true,
  publishedAt: true,
  cities: { select: { cityId: true }, orderBy: { position: 'asc' } },
  topics: { select: { topicId: true }, orderBy: { position: 'asc' } },
  texts: { select: { language: true, title: true }, where: publicText },
} satisfies Prisma.PracticeSelect;

/** Columns of a practice that its own page needs: one language's text in full, the names of the others. */
export const recordSelect = {
  ...cardSelect,
  provenance: true,
  sourcesReadOn: true,
  canonicalUrl: true,
  updatedAt: true,
  slugs: { select: { slug: true }, where: { current: true } },
  targetGroups: { select: { targetGroupId: true }, orderBy: { position: 'asc' } },
  texts: { where: publicText },
} satisfies Prisma.PracticeSelect;

export type RecordSource = Prisma.PracticeGetPayload<{ select: typeof recordSelect }>;
