/** One thing a text about years says. Kinds are single letters, so that a whole text reads as a short word of marks. */
export type Mark = { kind: 'Y'; year: number } | { kind: Exclude<MarkKind, 'Y'> };
type MarkKind = keyof typeof words | keyof typeof signs | 'Y' | 'N' | typeof unknownMark;

/** The kind of a word that is not known here. */
const unknownMark = 'U';

/** English, French, Albanian and Arabic, without accents and hamzas, in lower case. The longest phrase that fits is taken. */
const words = {
  /** Since, from: ongoing unless an end follows. */
  S: `since|from|starting|starting in|starting from|as of|depuis|des|a partir de|a partir du|a compter de|que nga|qe nga|
    qe prej|qe ne|nga|prej|duke filluar nga|منذ|ابتداء من|بدءا من|اعتبارا من`,
  /** From, only where an end follows. */
  F: 'de|du|من',
  B: 'between|entre|midis|ndermjet|بين|ما بين',
  T: `to|until|till|til|up to|through|a|au|jusqu'a|jusqu'au|jusqu'en|deri|deri me|e deri|الى|حتى|لغاية`,
  A: 'and|et|dhe|و',
  O: `ongoing|on-going|on going|in progress|continuing|continues|continued|present|the present|present day|the present day|to date|date|now|
    today|current|currently|still running|still ongoing|en cours|toujours en cours|aujourd'hui|ce jour|a ce jour|
    maintenant|actuel|actuellement|se poursuit|vazhdon|vazhdim|ne vazhdim|vazhdues|ende vazhdon|tani|sot|
    مستمر|مستمرة|ما زال مستمرا|ما زالت مستمرة|لا يزال مستمرا|جار|جارية|الان|اليوم|حاليا|الوقت الحاضر`,
  W: `onwards|onward|and onwards|and onward|forward|et apres|et au-dela|e tutje|e me tej|e ne vazhdim|فصاعدا|وما بعد|وما بعدها`,
  X: 'unknown|not known|inconnu|inconnue|i panjohur|e panjohur|nuk dihet|غير معروف|غير معروفة',
  M: `january|february|march|april|may|june|july|august|september|october|november|december|
    jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|
    janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fev|fevr|avr|juil|
    janar|shkurt|prill|maj|qershor|korrik|gusht|shtator|tetor|nentor|dhjetor|
    janari|shkurti|marsi|prilli|maji|qershori|korriku|gushti|shtatori|tetori|nentori|dhjetori|
    shk|pri|qer|korr|gush|sht|tet|nen|dhj|
    spring|summer|autumn|fall|winter|printemps|ete|automne|hiver|pranvere|vere|vjeshte|dimer|
    pranvera|vera|vjeshta|dimri|early|mid|mid-|late|start of|beginning of|end of|debut|mi-|fin|fillim|fund|fillimi|fundi|
    يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|
    كانون الثاني|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين الاول|تشرين الثاني|كانون الاول|
    ربيع|صيف|خريف|شتاء|الربيع|الصيف|الخريف|الشتاء|اوائل|بداية|مطلع|منتصف|اواخر|نهاية`,
  /** Words that add nothing. */
  _: `in|during|gjate|au cours de|the|of|year|years|school year|en|le|la|les|annee|annees|ne|e|i|te|me|viti|vitit|vitin|vitet|viteve|في|خلال|عام|العام|عامي|سنة|السنة|السنوات`,
} as const;

const signs = { D: '-', L: '/', C: ',;()[]', '.': '.' } as const;

/** Kinds by phrase. */
const kinds = new Map<string, keyof typeof words>();
for (const kind of ['S', 'F', 'B', 'T', 'A', 'O', 'W', 'X', 'M', '_'] as const) {
  for (const phrase of words[kind].split(/\|\s*/)) kinds.set(phrase, kind);
}
const phrases = [...kinds.keys()].sort((one, other) => other.length - one.length).join('|');

const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const token = new RegExp(
  [
    String.raw`(?<iso>\d{4})[-/](?:0[1-9]|1[0-2])[-/]${day}(?!\d)`,
    String.raw`${day}[./-](?:${day}[./-])?(?<dated>\d{4})(?!\d)`,
    String.raw`(?<from>\d{4})[-/](?<short>\d{2})(?![\d/-])`,
    String.raw`(?<year>\d{4})(?![\p{L}\d])`,
    String.raw`(?<number>\d{1,2})(?:st|nd|rd|th|er)?(?![\p{L}\d])`,
    String.raw`(?<phrase>${phrases})(?:(?<=-)|(?![\p{L}\d']))`,
    String.raw`(?<sign>[-/,;()[\].])`,
    String.raw`(?<plus>\+)`,
    String.raw`(?<asked>\?)`,
    '(?<amp>&)',
    String.raw`(?<unknown>[\p{L}\d']+|\S)`,
  ].join('|'),
  'gu',
);

/** Lower case without accents, in European digits; every dash a hyphen, every line a part, every blank one space. */
export function spellPlainly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/،/g, ',')
    .replace(/؛/g, ';')
    .replace(/(?<!\p{L})و(?=\d)/gu, 'و ')
    .replace(/[\p{Pd}\u2212]+/gu, '-')
    .replace(/[’‘`´]/g, "'")
    .replace(/(?<!\p{L})([dl])'/gu, '$1e ')
    .replace(/\s*\n\s*/g, ';')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The marks of a text in plain spelling, in order; words that add nothing are left out. */
export function markYearsText(plain: string): Mark[] {
  return [...plain.matchAll(token)].flatMap((match) => markToken(match.groups ?? {}));
}

function markToken(found: Record<string, string | undefined>): Mark[] {
  const year = found.iso ?? found.dated ?? found.year;
  if (year !== undefined) return [{ kind: 'Y', year: Number(year) }];
  if (found.from !== undefined && found.short !== undefined) return markShortRange(found.from, found.short);
  if (found.number !== undefined) return [{ kind: 'N' }];
  if (found.plus !== undefined) return [{ kind: 'W' }];
  if (found.asked !== undefined) return [{ kind: 'X' }];
  if (found.amp !== undefined) return [{ kind: 'A' }];
  const kind = kinds.get(found.phrase ?? '') ?? kindOfSign(found.sign);
  return kind === '_' || kind === '.' ? [] : [{ kind }];
}

/** `2012-13` is two years; `2019-05` could be a month, so it is not read. */
function markShortRange(from: string, short: string): Mark[] {
  const until = Number(from.slice(0, 2) + short);
  if (until <= Number(from)) return [{ kind: unknownMark }];
  return [{ kind: 'Y', year: Number(from) }, { kind: 'D' }, { kind: 'Y', year: until }];
}

function kindOfSign(sign: string | undefined): keyof typeof signs | typeof unknownMark {
  if (sign === undefined) return unknownMark;
  if (sign === '-') return 'D';
  if (sign === '/') return 'L';
  return sign === '.' ? '.' : 'C';
}
