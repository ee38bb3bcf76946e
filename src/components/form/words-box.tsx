import { html } from '#lib/html';

/** What a field for several lines says of itself, besides its words. */
export type WordsBoxProps = {
  id: string;
  name: string;
  rows?: number;
  /** Of the words, where their language is known. */
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | 'auto' | undefined;
  /** Characters that it takes at most. */
  maxLength?: number | undefined;
  defaultValue?: string | undefined;
  /** It may be read and copied, and not changed. */
  readOnly?: boolean;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
};

/**
 * A field for several lines. When React takes a page over, it sets every textarea back to the words that it came with, and
 * undoes what was typed before the scripts arrived: half a sentence, on a slow line. So this one is HTML that React does not
 * look into.
 */
export function WordsBox({
  defaultValue = '',
  rows = 6,
  dir = 'auto',
  maxLength,
  readOnly,
  ...attributes
}: WordsBoxProps) {
  const named = { class: 'text-field', rows, dir, maxlength: maxLength, readonly: readOnly, ...attributes };
  const written = Object.entries(named).map(([name, value]) =>
    value === undefined || value === false ? '' : html` ${name}="${String(value)}"`,
  );
  // The line after the tag is no part of the words: without it, words that begin with an empty line would lose that.
  const box = html`<textarea${written.filter((one) => one !== '')}>
${defaultValue}</textarea>`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: html`` escapes every value
  return <div className="words-box" dangerouslySetInnerHTML={{ __html: String(box) }} />;
}
