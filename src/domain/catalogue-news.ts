/** Something that readers of the catalogue are told of a practice. */
type NewsKind = 'published' | 'revised' | 'archived' | 'confirmed' | 'adopted' | 'translated';

export type CatalogueNews = {
  /** Stays the same for ever: part of the entry's id. */
  key: string;
  kind: NewsKind;
  at: Date;
  slug: string;
  title: string;
  /** Language of the title. */
  language: string;
  /** For a version, or a text in the reader's language: its number. */
  number: number | null;
  /** What changed, or why it was archived; empty where nobody said. */
  words: string;
};

/** So many are told, the latest first. */
export const newsLimit = 50;
