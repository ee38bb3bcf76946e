import 'server-only';
import type { LanguagePair } from '#server/translations/machine/provider';

// https://developers.deepl.com/docs/getting-started/supported-languages, read in November 2026. Of the languages of the
// catalogue only Romansh is missing.
const withTags = new Set(
  'ar bg cs da de el en es et fi fr hu it ja ko lt lv no nl pl pt ro ru sk sl sv tr uk zh'.split(' '),
);
const withoutTags = new Set('az be bs ca cy eu fa ga gl he hr hy is ka lb mk mt sq sr'.split(' '));

const sources: Readonly<Record<string, string>> = { no: 'NB' };
/** What a language is translated to, where it is written in more than one way. */
const targets: Readonly<Record<string, string>> = { en: 'EN-GB', no: 'NB', pt: 'PT-PT', zh: 'ZH-HANS' };

/** Two languages in DeepL's codes; null when it does not know both. */
export function deeplPair(from: string, to: string): LanguagePair | null {
  const isKnown = [from, to].every((language) => withTags.has(language) || withoutTags.has(language));
  if (!isKnown) return null;
  return {
    from: sources[from] ?? from.toUpperCase(),
    to: targets[to] ?? to.toUpperCase(),
    takesTags: withTags.has(from) && withTags.has(to),
  };
}
