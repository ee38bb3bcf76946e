import { z } from 'zod';
import type { SubmissionState } from '#domain/lifecycle';
import { titleWords } from '#lib/title-words';

/** What an editor looks at, in the order of the work. */
export const reviewTabs = [
  'waiting',
  'mine',
  'review',
  'authors',
  'accepted',
  'declined',
  'published',
  'archived',
] as const;
export type ReviewTab = (typeof reviewTabs)[number];

/** The states of each; `mine` is what one has taken up oneself. */
export const statesOfTab: Record<ReviewTab, readonly SubmissionState[]> = {
  waiting: ['submitted', 'resubmitted'],
  mine: ['in_review'],
  review: ['in_review'],
  authors: ['changes_requested'],
  accepted: ['accepted', 'scheduled'],
  declined: ['declined'],
  published: ['published'],
  archived: ['archived'],
};

export const reviewSorts = ['waiting', 'due', 'newest'] as const;
export type ReviewSort = (typeof reviewSorts)[number];

export const queueLimits = { pageSize: 25, lastPage: 1_000, queryLength: 100 } as const;

/** Stands for "taken up by nobody". */
export const nobody = 'nobody';

/** What an editor asks of the queue. Empty: everything. */
export type ReviewFilter = {
  tab: ReviewTab;
  /** Words of the title or the reference, all of which are to be there. */
  q: string;
  country: string;
  language: string;
  topic: string;
  /** An account's id, or `nobody`. */
  editor: string;
  late: boolean;
  sort: ReviewSort;
  /** Counted from 1. */
  page: number;
};

export const emptyReviewFilter: ReviewFilter = {
  ...{ tab: 'waiting', q: '', country: '', language: '', topic: '', editor: '' },
  ...{ late: false, sort: 'waiting', page: 1 },
};

const code = (pattern: RegExp) => z.string().max(120).regex(pattern).catch('');

const Params = z.object({
  tab: z.enum(reviewTabs).catch('waiting'),
  q: z
    .string()
    .transform((text) => titleWords(text, queueLimits.queryLength))
    .catch(''),
  country: code(/^[A-Z]{2}$/),
  language: code(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/),
  topic: code(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  editor: code(/^([0-9a-z]{10}|nobody)$/),
  late: z
    .literal('1')
    .transform(() => true)
    .catch(false),
  sort: z.enum(reviewSorts).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(queueLimits.lastPage).catch(1),
});

/** Reads a filter from search parameters. Never throws: a value that says nothing is left out. */
export function parseReviewFilter(raw: Record<string, string | string[] | undefined>): ReviewFilter {
  const names = ['tab', 'q', 'country', 'language', 'topic', 'editor', 'late', 'sort', 'page'] as const;
  const { sort, ...filter } = Params.parse(
    Object.fromEntries(names.map((name) => [name, firstOf(raw[name])])),
  );
  return { ...filter, sort: sort ?? defaultSort(filter.tab) };
}

/** What waits is seen from its oldest end, what is done from its newest. */
export function defaultSort(tab: ReviewTab): ReviewSort {
  return tab === 'declined' || tab === 'published' || tab === 'archived' ? 'newest' : 'waiting';
}

/** The query string, without "?": fixed order, nothing that is a default. */
export function serializeReviewFilter(filter: ReviewFilter): string {
  const out = new URLSearchParams();
  for (const name of ['tab', 'q', 'country', 'language', 'topic', 'editor'] as const)
    if (filter[name] !== emptyReviewFilter[name]) out.append(name, filter[name]);
  if (filter.sort !== defaultSort(filter.tab)) out.append('sort', filter.sort);
  if (filter.late) out.append('late', '1');
  if (filter.page > 1) out.append('page', String(filter.page));
  return out.toString();
}

/** How many restrictions are set besides the tab. */
export function countRestrictions({ q, country, language, topic, editor, late }: ReviewFilter): number {
  return [q, country, language, topic, editor, late].filter(Boolean).length;
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
