import { draftLimits, type FieldName, submissionFields } from '#domain/submission-fields';
import type { FieldValue } from '#domain/submission-values';
import { foldText } from '#lib/fold-text';
import { joinBlocks, type TextBlock } from '#lib/text-block';

/** What a filled template is understood by, in every language of the interface at once; all keys are folded. */
export type ImportVocabulary = {
  fields: ReadonlyMap<string, FieldName>;
  /** Headings of the steps, and the title. */
  groups: ReadonlySet<string>;
  /** Sentences of the template itself. */
  hints: ReadonlySet<string>;
  countries: ReadonlyMap<string, string>;
  languages: ReadonlyMap<string, string>;
  /** Ids of choices by their names; a name may be that of several cities. */
  cities: ReadonlyMap<string, readonly { id: string; country: string }[]>;
  topics: ReadonlyMap<string, string>;
  targetGroups: ReadonlyMap<string, string>;
};

export type Imported = {
  values: ReadonlyMap<FieldName, FieldValue>;
  /** What could not be put anywhere, with the heading it stood under. */
  left: readonly { heading: string; text: string }[];
};

type Section = { field: FieldName | null; heading: string; blocks: TextBlock[] };

/** Reads a filled template: each text goes to the field whose heading it stands under. */
export function importTemplate(blocks: readonly TextBlock[], vocabulary: ImportVocabulary): Imported {
  const values = new Map<FieldName, FieldValue>();
  const left: { heading: string; text: string }[] = [];
  for (const section of cutSections(blocks, vocabulary)) {
    const kept = section.blocks.filter(({ plain }) => !isHint(plain, vocabulary));
    if (kept.length === 0) continue;
    if (!section.field) left.push({ heading: section.heading, text: joinBlocks(kept) });
    else readField(section.field, kept, { values, left, vocabulary, heading: section.heading });
  }
  return { values, left };
}

function cutSections(blocks: readonly TextBlock[], { fields, groups }: ImportVocabulary): Section[] {
  const sections: Section[] = [{ field: null, heading: '', blocks: [] }];
  for (const block of blocks) {
    const folded = foldText(block.plain);
    const field = block.heading > 0 ? fields.get(folded) : undefined;
    if (field) sections.push({ field, heading: block.plain, blocks: [] });
    else if (block.heading > 0 && groups.has(folded)) sections.push({ field: null, heading: '', blocks: [] });
    else sections[sections.length - 1]?.blocks.push(asContent(block));
  }
  return sections;
}

/** A heading in a text stands below those of the page. */
function asContent(block: TextBlock): TextBlock {
  if (block.heading === 0) return block;
  return { ...block, markdown: `${'#'.repeat(Math.min(6, Math.max(3, block.heading)))} ${block.plain}` };
}

/** Where the template is brought in stands in it as well, whatever the site was called when it was made. */
const ownAddress = /^https?:\/\/\S+\/submissions\/import$/;

function isHint(plain: string, { hints }: ImportVocabulary): boolean {
  return hints.has(foldText(plain.replace(/^>\s?/gm, ''))) || ownAddress.test(plain.trim());
}

type Reading = {
  values: Map<FieldName, FieldValue>;
  left: { heading: string; text: string }[];
  vocabulary: ImportVocabulary;
  heading: string;
};

function readField(field: FieldName, blocks: readonly TextBlock[], reading: Reading): void {
  const { kind } = submissionFields[field];
  if (field === 'cities') readCities(blocks, reading);
  else if (field === 'topics' || field === 'targetGroups') readChoices(field, blocks, reading);
  else if (field === 'country' || field === 'language') readChoice(field, blocks, reading);
  else if (kind !== 'check') readText(field, blocks, reading);
  else if (blocks.some(({ plain }) => readTick(plain).ticked)) reading.values.set(field, 'yes');
}

function readChoice(field: 'country' | 'language', blocks: readonly TextBlock[], reading: Reading): void {
  const { values, left, vocabulary, heading } = reading;
  const text = plainLine(blocks);
  const id = vocabulary[field === 'country' ? 'countries' : 'languages'].get(foldText(text));
  if (id) values.set(field, id);
  else left.push({ heading, text });
}

function readText(field: FieldName, blocks: readonly TextBlock[], { values, left, heading }: Reading): void {
  const { kind } = submissionFields[field];
  const lines = blocks.map(({ plain }) => plain.trim()).join('\n');
  const text = kind === 'markdown' ? joinBlocks(blocks) : kind === 'text' ? lines : plainLine(blocks);
  const before = values.get(field);
  const whole = typeof before === 'string' ? `${before}${kind === 'line' ? ', ' : '\n\n'}${text}` : text;
  if (whole.length <= draftLimits.characters) values.set(field, whole);
  else left.push({ heading, text: text.slice(0, draftLimits.characters) });
}

function plainLine(blocks: readonly TextBlock[]): string {
  return blocks
    .map(({ plain }) => plain.trim())
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** Cities that the catalogue knows are chosen; the others are named as other places. */
function readCities(blocks: readonly TextBlock[], { values, vocabulary }: Reading): void {
  const country = values.get('country');
  const known: string[] = [];
  const others: string[] = [];
  for (const name of blocks.flatMap(({ plain }) => plain.split(/[\n,;]+/)).map((part) => part.trim())) {
    if (name === '') continue;
    const found = vocabulary.cities.get(foldText(name)) ?? [];
    const city = found.find((one) => one.country === country) ?? (found.length === 1 ? found[0] : undefined);
    if (city) known.push(city.id);
    else others.push(name);
  }
  if (known.length > 0) values.set('cities', [...new Set(known)].slice(0, draftLimits.values));
  if (others.length > 0) addOtherPlaces(values, others.join(', '));
}

function addOtherPlaces(values: Map<FieldName, FieldValue>, text: string): void {
  const before = values.get('otherPlaces');
  values.set('otherPlaces', typeof before === 'string' && before ? `${before}, ${text}` : text);
}

/** What was ticked. Who takes the boxes away and leaves some names has chosen those. */
function readChoices(field: 'topics' | 'targetGroups', blocks: readonly TextBlock[], reading: Reading): void {
  const { values, left, vocabulary, heading } = reading;
  const lines = blocks.flatMap(({ plain }) => plain.split('\n')).map(readTick);
  const chosen: string[] = [];
  for (const { box, ticked, text } of lines) {
    if (text === '' || (box && !ticked)) continue;
    const id = vocabulary[field].get(foldText(text));
    if (id) chosen.push(id);
    else left.push({ heading, text });
  }
  if (chosen.length > 0) values.set(field, [...new Set(chosen)]);
}

type Tick = { box: boolean; ticked: boolean; text: string };

/** "☒ Housing", "[x] Housing", "x Housing", "☐ x Housing": ticked; "☐ Housing", "- [ ] Housing": not. */
function readTick(line: string): Tick {
  const bare = line.trim().replace(/^[-*+•]\s+/, '');
  const [mark = ''] = /^(?:[☐☑☒✓✔✗✘]|\[\s?[xX]?\s?\])?\s*(?:[xX✓✔✗✘](?=\s))?/u.exec(bare) ?? [];
  const ticked = /[xX☑☒✓✔✗✘]/u.test(mark);
  return { box: mark.trim() !== '', ticked, text: bare.slice(mark.length).trim() };
}
