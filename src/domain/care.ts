/** What the report on the catalogue looks at, in its order. */
export const careSections = [
  'confirmation',
  'links',
  'pictures',
  'translations',
  'summaries',
  'gaps',
  'topics',
  'networks',
  'cities',
] as const;
export type CareSection = (typeof careSections)[number];
