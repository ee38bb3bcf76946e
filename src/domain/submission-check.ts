import { countryCodes } from '#domain/countries';
import {
  type DraftFields,
  type FieldName,
  fieldNames,
  fieldsOf,
  type StepName,
  submissionFields,
} from '#domain/submission-fields';
import { textLanguages } from '#domain/text-languages';
import { parseYears } from '#domain/years';
import { isEmailAddress, isWebAddress } from '#lib/addresses';
import { countCharacters } from '#lib/count-characters';

/** What is to be corrected about a field; `count` and `limit` are characters of a text, or how many were chosen. */
export type FieldProblem = { field: FieldName } & (
  | { reason: 'missing' | 'unknown-choice' | 'other-country' | 'not-an-address' }
  | { reason: 'too-long' | 'too-many'; count: number; limit: number }
  /** The language that is offered, from what was written, waits to be saved. */
  | { reason: 'to-confirm'; language: string }
  | { reason: 'no-year' | 'years-not-understood' | 'end-before-start' | 'years-out-of-range' }
);

type Options = {
  /** Only the fields of this step. */
  step?: StepName;
  /** Also what is needed to send. Without, only what is wrong with what stands there: a draft may have gaps. */
  forSending: boolean;
  /** What the catalogue knows; without it, ids of cities, topics and groups are taken as they are. */
  known?: KnownChoices | undefined;
};

export type KnownChoices = {
  /** The country of each city. */
  cities: ReadonlyMap<string, string>;
  topics: ReadonlySet<string>;
  targetGroups: ReadonlySet<string>;
};

const listed: Partial<Record<FieldName, ReadonlySet<string>>> = {
  country: new Set(countryCodes),
  language: new Set(textLanguages),
};

/** What is to be corrected, in the order of the fields; at most one problem each. */
export function checkFields(fields: DraftFields, { step, forSending, known }: Options): FieldProblem[] {
  const names = step ? fieldsOf(step) : fieldNames;
  return names.flatMap((name) => {
    const value = fields[name];
    if (isEmpty(value))
      return forSending && submissionFields[name].needed ? [{ field: name, reason: 'missing' }] : [];
    const problem =
      typeof value === 'string'
        ? checkText(name, value.trim())
        : checkList(name, value, fields.country, known);
    return problem ? [problem] : [];
  });
}

/** Whether nothing stands there, blanks aside. */
export function isEmpty(value: DraftFields[FieldName]): boolean {
  return typeof value === 'string' ? value.trim() === '' : value.length === 0;
}

function checkList(
  field: FieldName,
  ids: readonly string[],
  country: string,
  known: KnownChoices | undefined,
): FieldProblem | null {
  const { limit } = submissionFields[field];
  if (known && field === 'cities') {
    const countries = ids.map((id) => known.cities.get(id));
    if (countries.includes(undefined)) return { field, reason: 'unknown-choice' };
    if (country && countries.some((one) => one !== country)) return { field, reason: 'other-country' };
  }
  const choices =
    field === 'topics' ? known?.topics : field === 'targetGroups' ? known?.targetGroups : undefined;
  if (choices && ids.some((id) => !choices.has(id))) return { field, reason: 'unknown-choice' };
  return ids.length > limit ? { field, reason: 'too-many', count: ids.length, limit } : null;
}

function checkText(field: FieldName, text: string): FieldProblem | null {
  const { limit, kind } = submissionFields[field];
  if (kind === 'choice')
    return listed[field]?.has(text) === false ? { field, reason: 'unknown-choice' } : null;
  const count = countCharacters(text);
  return count > limit ? { field, reason: 'too-long', count, limit } : checkForm(field, text);
}

/** What only one kind of text can be: years, an e-mail address, a web address. */
function checkForm(field: FieldName, text: string): FieldProblem | null {
  if (field === 'years') return checkYears(text);
  const { kind } = submissionFields[field];
  const fits = kind === 'email' ? isEmailAddress(text) : kind === 'url' ? isWebAddress(text) : true;
  return fits ? null : { field, reason: 'not-an-address' };
}

const yearReasons = {
  empty: 'missing',
  'no-year': 'no-year',
  'not-understood': 'years-not-understood',
  'end-before-start': 'end-before-start',
  'out-of-range': 'years-out-of-range',
} as const;

function checkYears(text: string): FieldProblem | null {
  const read = parseYears(text);
  return read.ok ? null : { field: 'years', reason: yearReasons[read.reason] };
}
