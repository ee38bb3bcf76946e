import { type Random, randomFrom } from '#tests/bench/random';

/** Sounds that words of a language are put together from: beginnings and ends of syllables, in its own script. */
const sounds: Record<string, [starts: string, ends: string]> = {
  en: ['b ch d f g h l m n p r s sh st t th tr w', 'a e ea i o oo u al an er ing ion ity le on'],
  fr: ['b c ch d f g j l m n p pr qu r s t v', 'a é è ai an eau ée eur i in oi on ou té u'],
  es: ['b c ch d f g j l ll m n ñ p r s t v', 'a ado an ar e ción dad es í ia o ón os u'],
  de: ['b br d f g h k l m n p r s sch st t w z', 'a ä e ei en er eu heit ich ie ö o u ü ung'],
  it: ['b c ch d f g gl l m n p r s t v z', 'a are e i ia io o one tà ù u zione è'],
  pt: ['b c d f g j l lh m n nh p r s t v', 'a ã ação ade ão ar e ê i ia o ões ó u'],
  pl: ['b c ch cz d g k l ł m n p rz s sz ś t w ż', 'a ą e ę ie o ó ość ów u y i ami'],
  nl: ['b d g h k l m n p r s sch t v w z', 'a aa e ee en er heid ie ij ing o oe oo u ui'],
  sv: ['b d f g h k l m n p r s sk t v', 'a å ä ar e en er het i ing o ö u y ning'],
  sq: ['b d dh f g gj k l ll m n nj p q r rr s sh t th v z', 'a e ë i im in it o u y je ia'],
  uk: ['б в г ґ д ж з к л м н п р с т х ц ч ш', 'а е є и і ї ість о ов у я ю ий ання'],
  el: ['β γ δ ζ θ κ λ μ ν π ρ σ τ φ χ', 'α ά ε έ η ή ι ία ο ός ού ω ώ ση'],
  tr: ['b c ç d g h k l m n p r s ş t v y z', 'a e ı i lar ler lık o ö u ü an in'],
  ar: ['ب ت ج ح خ د ر ز س ش ص ط ع ف ق ك ل م ن ه', 'ا ة ي و ات ين ال ان'],
  no: ['b d f g h k l m n p r s sk t v', 'a å ar e en er het i ing o ø u y else'],
};

/** The words that the bench searches for: one in few texts, one in many. */
export const rareWord = 'beekeeping';
export const commonWord = 'integration';
const wordsPerLanguage = 12_000;
/** Words drawn beforehand, by Zipf's law: drawing them one by one would take most of the time. */
const drawn = 1 << 16;

export type Lexicon = { word: (random: Random) => string };

const lexicons = new Map<string, Lexicon>();

/** The words of a language, which stand in texts as often as words do: few of them nearly always. */
export function lexiconOf(language: string): Lexicon {
  const known = lexicons.get(language) ?? makeLexicon(language);
  lexicons.set(language, known);
  return known;
}

function makeLexicon(language: string): Lexicon {
  const random = randomFrom(Buffer.from(language).readUInt16BE());
  const [starts = [], ends = []] = (sounds[language] ?? ['', '']).map((list) => list.split(' '));
  const words = new Set<string>();
  while (words.size < wordsPerLanguage) {
    // Frequent words are short.
    const syllables = 1 + random.below(words.size < 150 ? 2 : 4);
    const parts = Array.from({ length: syllables }, () => oneOf(starts, random) + oneOf(ends, random));
    words.add(parts.join(''));
  }
  const list = [...words];
  const sample = Array.from({ length: drawn }, () => list[random.oftenFirst(list.length)] ?? '');
  return { word: ({ below }) => sample[below(drawn)] ?? '' };
}

function oneOf(list: readonly string[], random: Random): string {
  return list[random.below(list.length)] ?? '';
}
