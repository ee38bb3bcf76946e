'use client';

import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { describing, FieldHints, type FieldProps, LabelText } from '#components/form/field';
import { PlaceCombobox } from '#components/form/place-combobox';
import { fillEvent } from '#lib/form-fields';
import type { PlaceOption } from '#lib/match-places';

type Props = FieldProps & {
  chosen: readonly PlaceOption[];
  /** All that may be chosen, in the reader's order. */
  options: readonly PlaceOption[];
  words: {
    /** With `{name}`. */
    remove: string;
    add: string;
    addButton: string;
    empty: string;
    /** With `{name}`. */
    added: string;
    removed: string;
    none: string;
    found: string;
  };
};

/**
 * Several places, each with a button that takes it away; a list to add one more. With JavaScript it is found by typing,
 * and nothing is sent for it; without, the list is the browser's and the buttons send the form.
 */
export function PlacePicker({ chosen: initial, options, words, ...field }: Props) {
  const { locale, name, label, optional, hint, error, note } = field;
  const alive = useSyncExternalStore(never, isHere, isNotHere);
  const [chosen, setChosen] = useState(initial);
  const [said, say] = useState('');
  const group = useRef<HTMLFieldSetElement>(null);
  const wasAlive = useRef(false);
  const id = useId();

  // What scripts draw tells nobody that it changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each change of what is chosen.
  useEffect(() => {
    if (wasAlive.current) group.current?.dispatchEvent(new Event('input', { bubbles: true }));
    wasAlive.current = true;
  }, [chosen]);

  useEffect(() => {
    const form = group.current?.closest('form');
    const fill = (event: Event) => {
      const ids = event instanceof CustomEvent && event.detail instanceof Map ? event.detail.get(name) : null;
      if (Array.isArray(ids)) setChosen(options.filter((option) => ids.includes(option.id)));
    };
    form?.addEventListener(fillEvent, fill);
    return () => form?.removeEventListener(fillEvent, fill);
  }, [name, options]);

  function add(option: PlaceOption) {
    setChosen([...chosen, option]);
    say(words.added.replace('{name}', option.name));
  }

  function remove(option: PlaceOption) {
    setChosen(chosen.filter((one) => one.id !== option.id));
    say(words.removed.replace('{name}', option.name));
    document.getElementById(name)?.focus();
  }

  const left = options.filter((option) => !chosen.some((one) => one.id === option.id));
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} ref={group}>
      <legend className="field-label">
        <LabelText {...{ locale, label, optional }} />
      </legend>
      <FieldHints {...{ locale, name, hint, error }} />
      <input type="hidden" name={name} value="" />
      {chosen.length > 0 && (
        <ul className="chosen-places">
          {chosen.map((option) => (
            <li key={option.id}>
              <input type="hidden" name={name} value={option.id} />
              <span>{option.name}</span>
              <button
                type={alive ? 'button' : 'submit'}
                name="remove"
                value={`${name}:${option.id}`}
                className="button button-quiet"
                onClick={alive ? () => remove(option) : undefined}
              >
                <span className="sr-only">{words.remove.replace('{name}', option.name)}</span>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <label className="field-hint" htmlFor={name}>
        {words.add}
      </label>
      {alive ? (
        <PlaceCombobox
          {...{ id: name, options: left, words, onChoose: add }}
          describedBy={describing(field)['aria-describedby']}
          hasError={error !== undefined}
        />
      ) : (
        <PlainList {...{ name, options: left, words }} describedBy={describing(field)['aria-describedby']} />
      )}
      {note && <div className="field-note">{note}</div>}
      <p role="status" className="sr-only" id={id}>
        {said}
      </p>
    </fieldset>
  );
}

type ListProps = Pick<Props, 'name' | 'options' | 'words'> & { describedBy: string | undefined };

/** The browser's own list, country by country. */
function PlainList({ name, options, words, describedBy }: ListProps) {
  const byGroup = Map.groupBy(options, ({ group }) => group);
  return (
    <div className="place-add">
      <select className="text-field" id={name} name={name} defaultValue="" aria-describedby={describedBy}>
        <option value="">{words.empty}</option>
        {[...byGroup].map(([group, places]) => (
          <optgroup key={group} label={group}>
            {places.map(({ id, name: place }) => (
              <option key={id} value={id}>
                {place}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <button type="submit" name="add" value={name} className="button button-quiet">
        {words.addButton}
      </button>
    </div>
  );
}

const never = () => () => {};
const isHere = () => true;
const isNotHere = () => false;
