import type { Locale } from '#i18n/locales';

const below = (locale: Locale, id: string, name: string) => `/${locale}/submissions/${id}/${name}`;

/** Addresses of what is done with an example once it is written. The verbs take POST. */
export const sendingPaths = {
  mine: (locale: Locale, done?: 'deleted') => `/${locale}/submissions${done ? `?done=${done}` : ''}`,
  sendNow: (locale: Locale, id: string) => below(locale, id, 'send-now'),
  /** Where it stands. `late`: what was asked for is not possible any more; `another`: a later revision is under way. */
  sent: (locale: Locale, id: string, query?: 'late' | 'another') =>
    below(locale, id, `sent${query ? `?${query}=1` : ''}`),
  withdraw: (locale: Locale, id: string) => below(locale, id, 'withdraw'),
  appeal: (locale: Locale, id: string) => below(locale, id, 'appeal'),
  reopen: (locale: Locale, id: string) => below(locale, id, 'reopen'),
  share: (locale: Locale, id: string) => below(locale, id, 'share'),
  shareAdd: (locale: Locale, id: string) => below(locale, id, 'share/add'),
  delete: (locale: Locale, id: string) => below(locale, id, 'delete'),
  deleteNow: (locale: Locale, id: string) => below(locale, id, 'delete/now'),
  preview: (locale: Locale, id: string) => below(locale, id, 'preview'),
  copy: (locale: Locale, id: string) => below(locale, id, 'copy'),
} as const;
