import { type FormValues, firstValue } from '#lib/form-values';
import { storableText } from '#lib/storable';

/** A field of one line: without what no line can hold, and without spaces around it. */
export function readLine(values: FormValues, name: string): string {
  return storableText(firstValue(values, name)).text.replace(/\s+/g, ' ').trim();
}

/** Whether this can be the id of a row at all. */
export function isId(value: string): boolean {
  return /^[0-9a-z]{10}$/.test(value);
}
