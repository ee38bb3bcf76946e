import type { ReactNode } from 'react';
import type { TalkPlace } from '#domain/review-talk';

/** What stands below a field, below the files, or, for an empty name, below the whole. */
export type Below = (place: TalkPlace) => ReactNode;
