const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A piece of HTML made by `html`, which goes into another as it is. */
class Html {
  readonly #source: string;
  constructor(source: string) {
    this.#source = source;
  }
  toString(): string {
    return this.#source;
  }
}

export type { Html };

type Value = string | number | Html | readonly Html[] | false | null | undefined;

/**
 * HTML as text, for answers and mails that are drawn without React: html`<p title="${title}">${text}</p>`. Every value is
 * escaped, for content and for a quoted attribute; what `html` made goes in as it is; nothing stands for what is missing.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(
    parts.map((part, index) => `${index === 0 ? '' : render(values[index - 1])}${part}`).join(''),
  );
}

function render(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.map(render).join('');
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
