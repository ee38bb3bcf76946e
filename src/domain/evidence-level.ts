import { textLanguages } from '#domain/text-languages';
import { foldText } from '#lib/fold-text';
import { plainText } from '#lib/plain-text';
import { numbersIn } from '#lib/written-numbers';

/** How far the results of a practice are known, from the first step to the last. */
export const evidenceLevels = ['described', 'monitored', 'evaluated', 'outside', 'repeated'] as const;

/** The parts of a text in which figures say what came of it. */
const countedSections = ['impact', 'evidence'] as const;
type CountedSection = (typeof countedSections)[number];

/** The level, with what in the record it rests on. */
export type Evidence =
  | { level: 'described' }
  /** `figure` as it is written. */
  | { level: 'monitored'; section: CountedSection; figure: string }
  | { level: 'evaluated'; source: 'link' | 'document' }
  | { level: 'outside'; evaluator: string }
  | { level: 'repeated'; adoptions: number };

export type EvidenceFacts = {
  sections: readonly { name: string; markdown: string }[];
  /** Documents attached to it. */
  documents: number;
  /** Who evaluated it, as the record names them. */
  evaluator: string | null;
  /** Names of its cities: who evaluates oneself is not outside. */
  cities: readonly string[];
  /** Other cities that repeat it, confirmed. */
  adoptions: number;
};

/** Works out the level by rule, so that two records that hold the same have the same. Nobody gives it. */
export function findEvidence(facts: EvidenceFacts): Evidence {
  const { sections, evaluator, cities, adoptions } = facts;
  if (adoptions > 0) return { level: 'repeated', adoptions };
  const source = findSource(facts);
  if (source && evaluator && isOutside(evaluator, cities)) return { level: 'outside', evaluator };
  if (source) return { level: 'evaluated', source };
  for (const section of countedSections) {
    const [figure] = figuresIn(textOf(sections, section));
    if (figure) return { level: 'monitored', section, figure };
  }
  return { level: 'described' };
}

/** What there is to read beside an evidence section: a link in it or in the references, or a document. */
function findSource({ sections, documents }: EvidenceFacts): 'link' | 'document' | null {
  const evidence = textOf(sections, 'evidence');
  if (evidence.trim() === '') return null;
  if (address.test(`${evidence}\n${textOf(sections, 'references')}`)) return 'link';
  return documents > 0 ? 'document' : null;
}

function textOf(sections: EvidenceFacts['sections'], name: string): string {
  return sections.find((section) => section.name === name)?.markdown ?? '';
}

const address = /(?:https?:\/\/|www\.)[^\s)>\]]+/i;
const addresses = new RegExp(address, 'gi');

const months = [...new Set(textLanguages.flatMap(monthNames))].join('|');
const years = String.raw`(?:19|20|21)\d\d`;

/** What is written in digits and counts nothing. */
const noFigures = [
  addresses,
  /** 12.05.2021, 2021-05-12, 5/2021 */
  new RegExp(String.raw`(?<!\d)(?:\d{1,2}[./-]){1,2}${years}(?!\d)|(?<!\d)${years}-\d\d-\d\d(?!\d)`, 'g'),
  /** 3 May, 1er mai, May 3rd, 3. Mai 2021 */
  new RegExp(String.raw`(?<!\d)\d{1,2}(?:\.|st|nd|rd|th|er)?\s+(?:of |de )?(?:${months})(?!\p{L})`, 'giu'),
  new RegExp(String.raw`(?<!\p{L})(?:${months})\s+\d{1,2}(?:st|nd|rd|th)?(?![\d\p{L}])`, 'giu'),
  new RegExp(
    String.raw`(?<!\d)\d{1,2}(?:\.|st|nd|rd|th|er)?\s+(?:de )?\p{L}+\s+(?:de )?${years}(?!\d)`,
    'gu',
  ),
  /** 2019-21, 2019 */
  new RegExp(String.raw`(?<![\d.,])${years}(?:\s?[–/-]\s?\d\d)?(?![\d%]|[.,]\d)`, 'g'),
  /** 18:30, 18h30 */
  /(?<!\d)\d{1,2}[:h]\d\d(?!\d)/g,
  /** COVID-19, B2, 21st, phase 2 */
  /\p{L}[-–]?\d+/gu,
  /\d+(?:st|nd|rd|th|er|re|e|ème)(?!\p{L})/gu,
  /(?<!\p{L})(?:phase|step|stage|article|chapter|étape|chapitre|faza|hapi|neni|kapitulli)\s+\d+/giu,
];

/** The figures of a Markdown text that count something, as they are written. */
export function figuresIn(markdown: string): string[] {
  const text = noFigures.reduce((left, pattern) => left.replace(pattern, ' '), plainText(markdown));
  return numbersIn(text)
    .filter(({ values }) => !values.includes('0'))
    .map(({ written }) => written);
}

function monthNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month)));
}

/** Words that name no other body than the city itself. */
const ofTheCity = new Set(
  foldText(`the of and a city town council municipality municipal administration office department our own we ourselves
    la le les de du des d l et ville commune mairie conseil municipale communale nous
    e i te se dhe bashkia bashkise bashkine qyteti qytetit keshilli bashkiak komuna ne vete vetë`).split(' '),
);

/** Whether a name is that of somebody else: a university, an institute, a person. */
function isOutside(evaluator: string, cities: readonly string[]): boolean {
  const own = new Set(cities.flatMap((city) => foldText(city).split(' ')));
  return foldText(evaluator)
    .split(' ')
    .some((word) => word !== '' && !ofTheCity.has(word) && !own.has(word));
}
