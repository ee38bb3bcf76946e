import 'server-only';
import { type SectionName, sectionNames } from '#domain/practice';
import { type DraftText, markdownDraft, plainDraft } from '#server/translations/machine/draft-text';
import type { MachineFault, Provider } from '#server/translations/machine/provider';
import { translatePassages } from '#server/translations/machine/translate-passages';

const fieldNames = ['title', 'summary', ...sectionNames] as const;
type FieldName = 'title' | 'summary' | SectionName;

/** Title and summary as plain text, sections in Markdown. */
export type MachineFields = Readonly<Partial<Record<FieldName, string>>>;
export type MachineAsk = { from: string; to: string; fields: MachineFields; signal?: AbortSignal };
export type MachineAnswer = { ok: true; fields: MachineFields } | { ok: false; reason: 'off' | MachineFault };

/** Twice what the form for examples has room for. */
const mostCharacters = 60_000;

/**
 * Translates the fields of a text with a provider. The list of sources is not sent: it is the same in all languages.
 * All fields come back, or none.
 */
export async function translateFields(
  { from, to, fields, signal }: MachineAsk,
  provider: Provider,
): Promise<MachineAnswer> {
  const sent = fieldNames.filter((name) => name !== 'references' && fields[name]?.trim());
  const length = sent.reduce((sum, name) => sum + (fields[name]?.length ?? 0), 0);
  if (length > mostCharacters) return { ok: false, reason: 'too-long' };
  if (from === to) return { ok: false, reason: 'language' };
  const pair = await provider.findPair(from, to, signal);
  if (pair === null || typeof pair === 'string') return { ok: false, reason: pair ?? 'language' };
  const drafts = sent.map((name) => ({ name, draft: draftOf(name, fields[name] ?? '') }));
  const passages = drafts.flatMap(({ draft }) => draft.passages);
  const fault = await translatePassages(passages, { provider, pair, signal });
  if (fault) return { ok: false, reason: fault };
  const written: Partial<Record<FieldName, string>> = { ...fields };
  for (const { name, draft } of drafts) {
    const text = draft.write();
    if (text === null) return { ok: false, reason: 'refused' };
    written[name] = text;
  }
  return { ok: true, fields: written };
}

function draftOf(name: FieldName, text: string): DraftText {
  return name === 'title' || name === 'summary' ? plainDraft(text) : markdownDraft(text);
}
