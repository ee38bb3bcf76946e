import 'server-only';
import { cleanWords } from '#server/translations/machine/clean-words';
import { cutBatches } from '#server/translations/machine/cut-batches';
import { readMarked, writeMarked } from '#server/translations/machine/marked-text';
import { hasWords, type Passage, type Piece, type Words } from '#server/translations/machine/piece';
import type {
  LanguagePair,
  MachineFault,
  Provider,
  Texts,
  Translated,
} from '#server/translations/machine/provider';

type Work = { provider: Provider; pair: LanguagePair; signal?: AbortSignal | undefined };

/** Bytes of one passage: a paragraph has a tenth of it. */
const longestPassage = 32 * 1024;

/**
 * Translates passages where they stand; null when all went well. A passage with marks goes as one text with tags, so that
 * the machine sees whole sentences. Where it knows no tags, or the tags come back changed, the words between the marks go
 * one by one: then sentences suffer, but never links and emphasis.
 */
export async function translatePassages(
  passages: readonly Passage[],
  work: Work,
): Promise<MachineFault | null> {
  const inner = passages.map(peel).filter(({ pieces }) => wordsIn(pieces).length > 0);
  const marked = work.pair.takesTags ? inner.filter(({ pieces }) => pieces.length > 1) : [];
  const { fault, broken } = await translateMarked(marked, work);
  if (fault) return fault;
  const plain = [...inner.filter((passage) => !marked.includes(passage)), ...broken];
  return translateWords(
    plain.flatMap(({ pieces }) => wordsIn(pieces)),
    work,
  );
}

/** What a mark around a whole passage is around. */
function peel(passage: Passage): Passage {
  const [only, ...more] = passage.pieces;
  return only?.kind === 'mark' && more.length === 0 ? peel(only) : passage;
}

function wordsIn(pieces: readonly Piece[]): Words[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'mark') return wordsIn(piece.pieces);
    return piece.kind === 'words' && hasWords(piece.text) ? [piece] : [];
  });
}

async function translateMarked(
  passages: readonly Passage[],
  work: Work,
): Promise<{ fault: MachineFault | null; broken: readonly Passage[] }> {
  const written = passages.map(({ pieces }) => writeMarked(pieces));
  const answer = await translateAll(
    { ...work, texts: written.map(({ text }) => text), isMarked: true },
    work,
  );
  if (!answer.ok) return { fault: answer.reason, broken: [] };
  const broken = passages.filter((passage, place) => {
    const pieces = readMarked(answer.texts[place] ?? '', written[place]?.marks ?? []);
    if (pieces) passage.pieces = pieces;
    return pieces === null;
  });
  return { fault: null, broken };
}

async function translateWords(words: readonly Words[], work: Work): Promise<MachineFault | null> {
  const texts = words.map(({ text }) => text.trim());
  const answer = await translateAll({ ...work, texts, isMarked: false }, work);
  if (!answer.ok) return answer.reason;
  for (const [place, piece] of words.entries()) {
    const said = cleanWords(answer.texts[place] ?? '').trim();
    // The spaces around it belong to the text. A machine without a word for it leaves the one that was there.
    if (said !== '') piece.text = piece.text.replace(/\S(?:[\s\S]*\S)?/, () => said);
  }
  return null;
}

async function translateAll(texts: Texts, { provider }: Work): Promise<Translated> {
  if (texts.texts.some((text) => Buffer.byteLength(text) > longestPassage))
    return { ok: false, reason: 'too-long' };
  const translated: string[] = [];
  for (const batch of cutBatches(texts.texts, provider.limits)) {
    const answer = await provider.translate({ ...texts, texts: batch });
    if (!answer.ok) return answer;
    translated.push(...answer.texts);
  }
  return { ok: true, texts: translated };
}
