'use client';

import { type ComponentProps, type KeyboardEvent, useId, useState, useSyncExternalStore } from 'react';
import { SuggestionList, type SuggestionWords } from '#components/site/suggestion-list';
import { useSuggestions } from '#components/site/use-suggestions';

type Props = { locale: string; words: SuggestionWords; field: ComponentProps<'input'> };

/**
 * The search field; with JavaScript an editable combobox (WAI-ARIA 1.2) whose options are links. Without, and until the
 * page has become alive, it is the plain field of its form.
 */
export function SearchCombobox({ locale, words, field }: Props) {
  const id = useId();
  const alive = useSyncExternalStore(never, isHere, isNotHere);
  const { suggestions, ask, forget } = useSuggestions(locale);
  const [active, setActive] = useState(-1);
  const open = suggestions !== null && suggestions.length > 0;
  const optionId = (index: number) => `${id}-${index}`;

  function close() {
    forget();
    setActive(-1);
  }

  /** The field itself stands between the last option and the first. */
  function move(step: number) {
    const places = (suggestions?.length ?? 0) + 1;
    const next = ((active + 1 + step + places) % places) - 1;
    setActive(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // Safari says with the code alone that an Enter only ends the composition of a letter.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    // The cursor moves, so the reader is in the field again.
    if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) setActive(-1);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !open) ask(event.currentTarget.value, 0);
    else if (step) move(step);
    else if (event.key === 'Escape' && open) close();
    else if (event.key === 'Enter' && open && active >= 0) document.getElementById(optionId(active))?.click();
    // Everything else is the field's own: letters, Home and End, Enter to search, Escape to clear.
    else return;
    event.preventDefault();
  }

  const combobox = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': open,
    'aria-controls': `${id}-list`,
    'aria-activedescendant': active >= 0 ? optionId(active) : undefined,
    autoComplete: 'off',
  } as const;
  return (
    <div className="combobox">
      <input
        {...field}
        {...(alive ? combobox : {})}
        onInput={(event) => {
          setActive(-1);
          ask(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <SuggestionList
        {...{ id: `${id}-list`, optionId, words, active, locale }}
        suggestions={suggestions ?? []}
        onChoose={close}
      />
      <p role="status" className="sr-only">
        {suggestions && words.counts[suggestions.length]}
      </p>
    </div>
  );
}

const never = () => () => {};
const isHere = () => true;
const isNotHere = () => false;
