import { beginsWords, foldText } from '#lib/fold-text';

/** A place as it is chosen: `group` is its country, `also` its other names. */
export type PlaceOption = { id: string; name: string; group: string; also: readonly string[] };

const most = 8;

/** Places with a name in which the words typed begin words; those whose name itself begins so first. */
export function matchPlaces(options: readonly PlaceOption[], typed: string): PlaceOption[] {
  const wanted = foldText(typed);
  if (wanted === '') return [];
  const rankOf = ({ name, also, group }: PlaceOption) => {
    if (foldText(name).startsWith(wanted)) return 0;
    if ([name, ...also].some((one) => beginsWords(foldText(one), wanted))) return 1;
    return beginsWords(foldText(group), wanted) ? 2 : null;
  };
  return options
    .flatMap((option) => {
      const rank = rankOf(option);
      return rank === null ? [] : [{ option, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ option }) => option);
}
