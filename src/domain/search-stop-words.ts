/** Words too common to say anything in a search, without accents. PostgreSQL has no such list for Albanian. */
const stopWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: listOf(`a about after all also an and are as at be been but by for from had has have how i in into is it its of on
    or our s so than that the their them then there these they this those to was we were what when where which who
    will with you your`),
  fr: listOf(`a au aux avec ce ces cette comme d dans de des du elle en est et il ils je l la le les leur leurs mais ne
    nous on ou par pas plus pour qu que qui sa se ses son sont sur un une vous y`),
  sq: listOf(`a ai ajo as ata ato dhe e edhe i ja jane ka kane ku ky kjo kur me mes ne nga nje o ose per pa po qe
    sa se si sipas te tek u`),
};

/** Whether a word alone would say nothing, in the reader's language or in English, which many type in whatever they read. */
export function isStopWord(word: string, locale: string): boolean {
  const folded = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return [locale, 'en'].some((language) => stopWords[language]?.has(folded));
}

function listOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
