import { commonWord, type Lexicon, lexiconOf, rareWord } from '#tests/bench/generated-words';
import type { Random } from '#tests/bench/random';

export type GeneratedText = {
  language: string;
  title: string;
  summary: string;
  purpose: string;
  process: string;
  impact: string;
};

/** How often an English text holds the two words that are searched for. */
const chances: readonly [word: string, chance: number][] = [
  [rareWord, 0.001],
  [commonWord, 0.4],
];

/** A text of about 190 words. Letters are those of the language; the words mean nothing. */
export function generateText(language: string, random: Random): GeneratedText {
  const lexicon = lexiconOf(language);
  const purpose = paragraph(lexicon, 3 + random.below(3), random);
  const planted = chances.filter(([, chance]) => random.next() < chance).map(([word]) => word);
  return {
    language,
    title: sentence(lexicon, 4 + random.below(5), random).slice(0, 180),
    summary: paragraph(lexicon, 2, random).slice(0, 380).trimEnd(),
    purpose: language === 'en' && planted.length > 0 ? `${purpose} For ${planted.join(', ')}.` : purpose,
    process: paragraph(lexicon, 3 + random.below(6), random),
    impact: paragraph(lexicon, 2 + random.below(3), random),
  };
}

function paragraph(lexicon: Lexicon, sentences: number, random: Random): string {
  return Array.from({ length: sentences }, () => `${sentence(lexicon, 8 + random.below(8), random)}.`).join(
    ' ',
  );
}

function sentence(lexicon: Lexicon, words: number, random: Random): string {
  const text = Array.from({ length: words }, () => lexicon.word(random)).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
