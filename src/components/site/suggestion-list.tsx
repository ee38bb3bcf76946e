import type { Suggestion, SuggestionKind } from '#domain/suggestion';

export type SuggestionWords = {
  list: string;
  groups: readonly { kind: SuggestionKind; heading: string }[];
  /** "No suggestions", "1 suggestion" …, by their number. */
  counts: readonly string[];
};

type Props = {
  id: string;
  optionId: (index: number) => string;
  words: SuggestionWords;
  locale: string;
  suggestions: readonly Suggestion[];
  active: number;
  onChoose: () => void;
};

/** The listbox under the search field, one group for each kind. Empty, it is there but hidden. */
export function SuggestionList({ id, words, suggestions, onChoose, ...option }: Props) {
  const groups = words.groups.filter(({ kind }) => suggestions.some((one) => one.kind === kind));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field.
    <div
      role="listbox"
      id={id}
      className="suggestions"
      aria-label={words.list}
      hidden={groups.length === 0}
      // A press on an option or a scroll bar must not take the focus from the field, which would close the list.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {groups.map(({ kind, heading }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
          <div role="presentation" id={`${id}-${kind}`} className="suggestions-heading">
            {heading}
          </div>
          {suggestions.map((suggestion, index) =>
            suggestion.kind === kind ? (
              <Option key={suggestion.href} {...option} suggestion={suggestion} index={index} />
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}

type OptionProps = Pick<Props, 'optionId' | 'active' | 'locale'> & { suggestion: Suggestion; index: number };

function Option({ suggestion, index, optionId, active, locale }: OptionProps) {
  const { label, detail, language, href } = suggestion;
  return (
    <a role="option" id={optionId(index)} aria-selected={index === active} tabIndex={-1} href={href}>
      <span lang={language ?? locale} dir="auto">
        {label}
      </span>
      {detail && <small>{detail}</small>}
    </a>
  );
}
