import { type Check, type Checks, type Criterion, noteLimit, verdicts } from '#domain/review-criteria';
import { type FormValues, firstValue } from '#lib/form-values';
import { storableText } from '#lib/storable';

/** What the form says of each criterion. */
export function readChecks(values: FormValues): Checks {
  const checkOf = (criterion: Criterion): Check => {
    const chosen = firstValue(values, `${criterion}-verdict`);
    const note = storableText(firstValue(values, `${criterion}-note`))
      .text.replaceAll('\r\n', '\n')
      .trim();
    return { verdict: verdicts.find((verdict) => verdict === chosen) ?? null, note };
  };
  return {
    aim: checkOf('aim'),
    city: checkOf('city'),
    evidence: checkOf('evidence'),
    plain: checkOf('plain'),
    transferable: checkOf('transferable'),
  };
}

/** What is to be corrected, by the name of the field. */
export function findCheckProblems(checks: Checks): Record<string, 'why' | 'long'> {
  const found = new Map<string, 'why' | 'long'>();
  for (const [criterion, { verdict, note }] of Object.entries(checks)) {
    if (verdict === 'not' && note === '') found.set(`${criterion}-note`, 'why');
    if (note.length > noteLimit) found.set(`${criterion}-note`, 'long');
  }
  return Object.fromEntries(found);
}
