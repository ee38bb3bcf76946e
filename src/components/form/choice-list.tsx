import { describing, FieldHints, type FieldProps, LabelText } from '#components/form/field';

type Choice = { value: string; label: string; hint?: string };

type Props = FieldProps & {
  /** Any number, or exactly one. */
  type: 'checkbox' | 'radio';
  choices: readonly Choice[];
  chosen: readonly string[];
  /** Many short ones stand in two columns where there is room. */
  columns?: boolean;
};

/** Choices under one question. A link to the question's name leads to the first of them. */
export function ChoiceList({ type, choices, chosen, columns = false, ...field }: Props) {
  const { locale, name, label, optional, hint, error, note } = field;
  const { 'aria-describedby': description } = describing(field);
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} aria-describedby={description}>
      <legend className="field-label">
        <LabelText {...{ locale, label, optional }} />
      </legend>
      <FieldHints {...{ locale, name, hint, error }} />
      <div className={columns ? 'choices choices-columns' : 'choices'}>
        {choices.map((choice, place) => (
          <ChoiceRow
            key={choice.value}
            {...{ type, name, choice, error }}
            id={place === 0 ? name : `${name}-${choice.value}`}
            checked={chosen.includes(choice.value)}
          />
        ))}
      </div>
      {note && (
        <div className="field-note" id={`${name}-note`}>
          {note}
        </div>
      )}
    </fieldset>
  );
}

type RowProps = {
  type: Props['type'];
  id: string;
  name: string;
  choice: Choice;
  checked: boolean;
  error?: string | undefined;
};

/** The whole row is the label: a big target. */
function ChoiceRow({ type, id, name, choice, checked, error }: RowProps) {
  const hintId = choice.hint && `${id}-choice-hint`;
  return (
    <label className="choice">
      <input
        {...{ type, id, name }}
        value={choice.value}
        defaultChecked={checked}
        aria-describedby={hintId}
        aria-invalid={error && type === 'checkbox' ? true : undefined}
      />
      <span>
        {choice.label}
        {choice.hint && (
          <small className="field-hint" id={hintId}>
            {choice.hint}
          </small>
        )}
      </span>
    </label>
  );
}
