'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { matchPlaces, type PlaceOption } from '#lib/match-places';

type Props = {
  id: string;
  options: readonly PlaceOption[];
  words: { none: string; found: string };
  onChoose: (option: PlaceOption) => void;
  describedBy: string | undefined;
  hasError: boolean;
};

/** An editable combobox (WAI-ARIA 1.2): what is chosen leaves the field, and the next can be typed. */
export function PlaceCombobox({ id, options, words, onChoose, describedBy, hasError }: Props) {
  const list = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = matchPlaces(options, typed);
  const shown = isOpen && typed.trim() !== '';
  const optionId = (index: number) => `${list}-${index}`;

  function choose(option: PlaceOption | undefined) {
    if (!option) return;
    onChoose(option);
    setTyped('');
    setOpen(false);
    setActive(0);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !shown) setOpen(true);
    else if (step) setActive((active + step + found.length) % Math.max(found.length, 1));
    else if (event.key === 'Escape' && shown) setOpen(false);
    // Enter would send the form: here it takes what is marked, or nothing.
    else if (event.key === 'Enter') choose(shown ? found[active] : undefined);
    else return;
    event.preventDefault();
  }

  return (
    <div className="combobox">
      <input
        type="text"
        className="text-field"
        id={id}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown && found.length > 0}
        aria-controls={list}
        aria-activedescendant={shown && found[active] ? optionId(active) : undefined}
        aria-describedby={describedBy}
        aria-invalid={hasError || undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div
        className="suggestions"
        id={list}
        role="listbox"
        aria-label={words.found}
        hidden={!shown || found.length === 0}
      >
        {found.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus.
          <div
            key={option.id}
            id={optionId(index)}
            className="place-option"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {option.name} <small>{option.group}</small>
          </div>
        ))}
      </div>
      {shown && found.length === 0 && (
        <p className="field-note" role="status">
          {words.none}
        </p>
      )}
    </div>
  );
}
