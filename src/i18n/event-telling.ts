import type { EventFacts } from '#domain/told-event';
import type { Locale } from '#i18n/locales';
import type { Translate } from '#i18n/translator';

/** What a sentence about an event is made of. */
export type Telling = { t: Translate; locale: Locale; who: string; count: number; facts: EventFacts };
/** Makes the sentence. */
export type Tell = (telling: Telling) => string;

/** A sentence that says who, and nothing besides. */
export const plain =
  (key: Parameters<Translate>[0]): Tell =>
  ({ t, who, count }) =>
    t(key, { who, count });
