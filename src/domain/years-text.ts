import { type Mark, markYearsText, spellPlainly } from '#domain/years-words';

type Span = { start: number | null; end: number | null; ongoing: boolean };
type Reading = { ok: true; spans: Span[] } | { ok: false; reason: 'no-year' | 'not-understood' };

/**
 * How the marks of a text combine into one span. Y year, D dash, L slash, T to, A and, S since, F from (only with an
 * end), B between, O ongoing, W onwards, X not known. First match wins, so the longer forms stand first.
 */
const shapes: readonly { form: RegExp; read: (first: number, second: number) => Span }[] = [
  { form: /[SF]?Y[DT]X/y, read: (start) => ({ start, end: null, ongoing: false }) },
  { form: /[SF]?Y[DT]YD?O/y, read: (start) => ({ start, end: null, ongoing: true }) },
  { form: /BYAY/y, read: (start, end) => ({ start, end, ongoing: false }) },
  { form: /[SF]?Y(?:DT?|T)Y|YLY/y, read: (start, end) => ({ start, end, ongoing: false }) },
  { form: /[SF]?Y(?:D?T?O|W|D(?=[CAL]|$))|SY/y, read: (start) => ({ start, end: null, ongoing: true }) },
  { form: /OD?SY/y, read: (start) => ({ start, end: null, ongoing: true }) },
  { form: /Y/y, read: (start) => ({ start, end: start, ongoing: false }) },
  { form: /OD?(?=[CAL]|$)/y, read: () => ({ start: null, end: null, ongoing: true }) },
];

const separator = /[CAL]+/y;
/** Words unknown here, perhaps numbered or joined by "and": `Phase 1`, `Training and advice`. */
const isLabel = /^[UNA]*U[UNA]*$/;

/** Splits a text into the spans it names. Years are as written: neither their range nor their order is checked. */
export function readYearsText(text: string): Reading {
  const plain = spellPlainly(text);
  const reading = readSpans(markYearsText(plain));
  if (reading.ok) return reading;
  const refusal: Reading = { ok: false, reason: /\d{4}/.test(plain) ? 'not-understood' : reading.reason };
  return readLabelled(plain) ?? refusal;
}

/** `Social network - ongoing / Assessment - 2017`: parts of one practice, each with its own years. Null if not so. */
function readLabelled(plain: string): Reading | null {
  const parts = plain.split(/ \/ |;/).map((part) => /^(.+?)(?: ?: | - )(.+)$/.exec(part.trim()));
  if (parts.length < 2) return null;
  const spans: Span[] = [];
  for (const part of parts) {
    const [, label = '', years = ''] = part ?? [];
    const labelMarks = markYearsText(label)
      .map((mark) => mark.kind)
      .join('');
    const reading = readSpans(markYearsText(years));
    if (!isLabel.test(labelMarks) || !reading.ok) return null;
    spans.push(...reading.spans);
  }
  return { ok: true, spans };
}

function readSpans(marks: readonly Mark[]): Reading {
  const years = marks.flatMap((mark) => (mark.kind === 'Y' ? [mark.year] : []));
  const form = dropPartsOfYears(marks.map((mark) => mark.kind).join(''));
  if (form === 'X') return { ok: true, spans: [{ start: null, end: null, ongoing: false }] };
  if (!/[YO]/.test(form)) return { ok: false, reason: 'no-year' };
  const spans: Span[] = [];
  let at = 0;
  let used = 0;
  while (at < form.length) {
    const shape = shapes.find(({ form: pattern }) => matchLength(pattern, form, at) > 0);
    if (shape === undefined) return { ok: false, reason: 'not-understood' };
    const next = at + matchLength(shape.form, form, at);
    spans.push(shape.read(years[used] ?? Number.NaN, years[used + 1] ?? Number.NaN));
    used += form.slice(at, next).split('Y').length - 1;
    at = next + matchLength(separator, form, next);
    if (at === next && next < form.length) return { ok: false, reason: 'not-understood' };
  }
  return { ok: true, spans };
}

/** Months (M), seasons and days (N) that belong to a year say nothing more than the year does. */
function dropPartsOfYears(form: string): string {
  return form
    .replace(/N(?:[DTAC]+N)*M/g, 'M')
    .replace(/MN(?:[DTA]N)*(?=C?Y)/g, 'M')
    .replace(/[SFB]?M(?:[DTALC]+M)+C?Y/g, 'Y')
    .replace(/M[FC]?Y/g, 'Y')
    .replace(/YM(?:[DTA]M)*(?!Y)/g, 'Y')
    .replace(/C+/g, 'C')
    .replace(/^C|C$/g, '');
}

function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
