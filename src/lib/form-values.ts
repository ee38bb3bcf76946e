/** What a form sent: for each name its values, in the order they were sent, as they were typed. */
export type FormValues = ReadonlyMap<string, readonly string[]>;

/** The values of pairs of a name and a value. */
export function groupValues(pairs: Iterable<readonly [name: string, value: string]>): FormValues {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return values;
}

/** The first value of a field; empty when the form did not send it. */
export function firstValue(values: FormValues, name: string): string {
  return values.get(name)?.[0] ?? '';
}
