import type { Values } from '#lib/autosave';
import type { KeptDraft } from '#lib/kept-draft';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlsOf(form: HTMLFormElement, names: ReadonlySet<string>): Control[] {
  return [...form.elements]
    .filter(
      (control) =>
        control instanceof HTMLInputElement ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement,
    )
    .filter(({ name }) => names.has(name));
}

/** What stands in these fields now, as the form would send it. */
export function readFields(form: HTMLFormElement, names: ReadonlySet<string>): Values {
  const values = new Map<string, string[]>();
  for (const [name, value] of new FormData(form)) {
    if (names.has(name) && typeof value === 'string') values.set(name, [...(values.get(name) ?? []), value]);
  }
  return values;
}

/** What the page came with: whatever was typed before it was alive, or filled in by the browser, is new. */
export function readDefaults(form: HTMLFormElement, names: ReadonlySet<string>): Values {
  const values = new Map<string, string[]>();
  for (const control of controlsOf(form, names)) {
    const value = defaultOf(control);
    if (value !== null) values.set(control.name, [...(values.get(control.name) ?? []), value]);
  }
  return values;
}

function defaultOf(control: Control): string | null {
  if (control instanceof HTMLSelectElement) {
    const chosen = [...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0];
    return chosen?.value ?? null;
  }
  if (control instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(control.type))
    return control.defaultChecked ? control.value : null;
  return control.defaultValue;
}

/** Event that tells fields which scripts draw that other values are to stand in them. */
export const fillEvent = 'fill-fields';

/** Puts values into the fields. */
export function fillFields(form: HTMLFormElement, values: Values): void {
  for (const control of controlsOf(form, new Set(values.keys()))) {
    const wanted = values.get(control.name) ?? [];
    if (control instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(control.type))
      control.checked = wanted.includes(control.value);
    else if (control.type !== 'hidden') control.value = wanted.at(-1) ?? '';
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
  form.dispatchEvent(new CustomEvent(fillEvent, { detail: values }));
}

/** What the form says of itself: the version it shows, the window it is, and how often that has sent something. */
export function standingOf(form: HTMLFormElement): Omit<KeptDraft, 'values'> {
  return {
    base: hidden(form, 'base').value,
    page: hidden(form, 'page').value,
    turn: hidden(form, 'turn').value,
  };
}

/** Goes on from what a form said of itself. */
export function takeUp(form: HTMLFormElement, { base, page, turn }: Omit<KeptDraft, 'values'>): void {
  for (const [name, value] of Object.entries({ base, page, turn })) hidden(form, name).value = value;
}

function hidden(form: HTMLFormElement, name: string): HTMLInputElement {
  const input = form.elements.namedItem(name);
  if (!(input instanceof HTMLInputElement)) throw new Error(`The form has no field ${name}.`);
  return input;
}
