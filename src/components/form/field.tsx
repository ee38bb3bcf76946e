import type { ReactNode } from 'react';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

export type FieldProps = {
  locale: Locale;
  name: string;
  label: string;
  /** Said beside the label: what may stay empty. */
  optional?: boolean;
  hint?: ReactNode;
  /** What to do about it; the same words stand in the summary on top. */
  error?: string | undefined;
  /** More about what stands in the field, below it: a count, how it was understood. */
  note?: ReactNode;
};

type Props = FieldProps & { children: ReactNode };

/** Label above, hint below it, error between hint and control, with a bar at its side. */
export function Field({ locale, name, label, optional, hint, error, note, children }: Props) {
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={name}>
        <LabelText {...{ locale, label, optional }} />
      </label>
      <FieldHints {...{ locale, name, hint, error }} />
      {children}
      {note && (
        <div className="field-note" id={`${name}-note`}>
          {note}
        </div>
      )}
    </div>
  );
}

/** The label, and whether the field may stay empty. */
export function LabelText({ locale, label, optional }: Pick<FieldProps, 'locale' | 'label' | 'optional'>) {
  return (
    <>
      {label}
      {optional && <span className="field-optional"> {translatorOf(locale)('form.optional')}</span>}
    </>
  );
}

/** Hint and error, under the ids that `describing` names. */
export function FieldHints({ locale, name, hint, error }: Pick<Props, 'locale' | 'name' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <div className="field-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          <span className="sr-only">{translatorOf(locale)('form.errorPrefix')} </span>
          {error}
        </p>
      )}
    </>
  );
}

/** What ties a control to its hint, error and note. */
export function describing({
  name,
  hint,
  error,
  note,
}: Pick<FieldProps, 'name' | 'hint' | 'error' | 'note'>) {
  const ids = [hint && `${name}-hint`, error && `${name}-error`, note && `${name}-note`].filter(Boolean);
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': error ? true : undefined,
  };
}
