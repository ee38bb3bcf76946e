import 'server-only';
import { type Section, sectionNames, type TranslationStanding } from '#domain/practice';
import { contentText, type PracticeContent } from '#domain/practice-content';
import { summaryOf } from '#domain/summary';
import type { TextFields } from '#domain/translation';
import type { MachineDraft } from '#server/practices/select/machine-draft';
import type { ChangedSince } from '#server/practices/select/original-change';

/** What there is of a practice to read. */
type Texts = {
  content: PracticeContent;
  /** The number of the version that this is. */
  number: number | null;
  changedSince: ChangedSince;
  machineDrafts: readonly MachineDraft[];
};

/** A text of a practice, and how it stands to the original. */
type ShownText = {
  title: string;
  summary: string;
  sections: readonly Section[];
  approvedBy: 'city' | 'catalogue' | null;
  translation: TranslationStanding | null;
};

/** The text in a language: what was approved, or else what a machine wrote. Null where there is neither. */
export function shownText(texts: Texts, language: string): ShownText | null {
  const text = contentText(texts.content, language);
  if (text) return { ...wordsOf(text), approvedBy: text.approved_by, translation: standingOf(texts, text) };
  const draft = texts.machineDrafts.find((one) => one.language === language);
  return draft ? machineText(draft, texts.number) : null;
}

function standingOf(
  { content, number, changedSince }: Texts,
  { language, state, made_from: madeFrom }: PracticeContent['texts'][number],
): TranslationStanding | null {
  if (language === content.originalLanguage) return null;
  if (state === 'approved') return { machine: null, changed: null };
  const at = changedSince[language] ?? null;
  return { machine: null, changed: { at, versions: versionsBetween(madeFrom, number) } };
}

function machineText({ machine, fields, madeFrom, changedAt: at }: MachineDraft, number: number | null) {
  const changed = at && { at, versions: versionsBetween(madeFrom, number) };
  return { ...wordsOf(fields), approvedBy: null, translation: { machine, changed } };
}

function versionsBetween(from: number | null, to: number | null): readonly [number, number] | null {
  return from !== null && to !== null && from < to ? [from, to] : null;
}

function wordsOf(text: PracticeContent['texts'][number] | TextFields) {
  const sections = sectionNames.flatMap((name): Section[] => {
    const markdown = text[name];
    return markdown ? [{ name, markdown }] : [];
  });
  return { title: text.title, summary: summaryOf(text), sections };
}
