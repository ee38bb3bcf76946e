/** Words too common to say anything in a search, without accents. PostgreSQL has no such list for Albanian. */
const stopWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: listOf(`a about after against all also an and any are as at be been between but by can could did do does during
    each for from get gets had has have her his how i if in into is it its may more most much my no nor not of on or other
    others our out over she he should so some such than that the their them then there these they this those through to
    under up us very was we were what when where which while who whose why will with within without would you your`),
  fr: listOf(`a ai ainsi au aussi aux avec avoir c ce ces cet cette chez comme comment contre d dans de des dont du elle
    elles en entre est et etre eux fait faire font il ils j je l la le les leur leurs lors m mais meme moins n ne ni nos
    notre nous on ont ou par pas plus pour quand que quel quelle quelles quels qu qui s sa sans se ses si son sont sous
    sur t tous tout toute toutes tres un une va vers vont vos votre vous y`),
  sq: listOf(`a ai ajo as ata ato cfare cila cilat cilet cili dhe do duke e edhe eshte gjate i ishte ja jane jo ka kane
    keta keto ketij kesaj kjo ku kunder kur ky me mes midis mund mos nder ne nga ndaj nen nje nuk o ose pa per permes po
    pas por prej qe qene saj sa se si sipas shume te tek tij tyre u une vetem`),
  ar: listOf(`في من الى على عن مع هذا هذه ذلك تلك هو هي هم نحن ان انه انها او ام ثم لا ما لم لن قد كل بعض غير بين عند
    عندما حول حتى خلال ضد كان كانت كيف لماذا متى اين التي الذي الذين و ب ل ك لكن اذا منذ بعد قبل تحت فوق`),
};

/**
 * Whether a word alone would say nothing, in the reader's language, in English, which many type in whatever they read, or in
 * Arabic, which no other language is mistaken for.
 */
export function isStopWord(word: string, locale: string): boolean {
  const folded = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return [locale, 'en', 'ar'].some((language) => stopWords[language]?.has(folded));
}

function listOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
