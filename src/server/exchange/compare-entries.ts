import 'server-only';

export type Name = { language: string; name: string };
/** One entry of a list: its columns, and its names. */
type Entry<C> = { id: string; columns: C; names: Name[] };
/** The same as it is stored; once it was edited on the site, it is left alone. */
type StoredEntry<C> = Entry<C> & { isEdited?: boolean };

/** What is to be added, and what is to be corrected, so that the stored entries are the wanted ones. */
export function compareEntries<C extends object>(
  stored: readonly StoredEntry<C>[],
  wanted: readonly Entry<C>[],
  isGone: (id: string) => boolean = () => false,
) {
  const before = new Map(stored.map((entry) => [entry.id, entry]));
  return {
    added: wanted.filter(({ id }) => !before.has(id) && !isGone(id)),
    changed: wanted.filter((entry) => {
      const known = before.get(entry.id);
      return known && !known.isEdited && spell(known) !== spell(entry);
    }),
  };
}

/** An entry as one text, the same whatever order its columns and names come in. */
function spell<C extends object>({ columns, names }: Entry<C>): string {
  const fields = Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([fields, names.map(({ language, name }) => `${language} ${name}`).sort()]);
}
