import type { DraftFields } from '#domain/submission-fields';
import { filledFields } from '#tests/support/filled-draft';

/** An example in a language that the site is not in, so that none of it is taken for words of the site. */
export const portuguese: DraftFields = {
  ...filledFields,
  ...{ country: 'PT', cities: [], otherPlaces: 'Moita, Barreiro', years: '2019-2021', language: 'pt' },
  ...{ topics: ['anti-discrimination-and-equality', 'education'], targetGroups: ['newcomers'] },
  title: 'O café das línguas, uma noite por semana na biblioteca do bairro',
  summary: 'Os vizinhos ensinam as suas línguas uns aos outros uma vez por semana na biblioteca municipal.',
  purpose: 'Para que as pessoas que vivem na mesma rua se conheçam e aprendam umas com as outras.',
  rationale: 'Muitas famílias chegaram há pouco tempo e quase não conheciam ninguém no bairro.',
  process: 'A biblioteca abriu as suas portas à noite e os voluntários prepararam as mesas e o café.',
  impact: 'Vieram muitas pessoas, e hoje o grupo organiza também passeios e jantares para todos.',
  contactName: 'Mira Alves',
};

/** What people write about it, in another; but the wording they suggest. */
export const italian = {
  comment: 'Non è ancora chiaro chi paga il caffè e chi ha avuto l’idea: scrivetelo in una frase.',
  suggestion: 'Os vizinhos ensinam as suas línguas uns aos outros todas as quintas-feiras na biblioteca.',
  note: 'Manca ancora qualche informazione sulle persone che hanno partecipato agli incontri.',
  question: 'Conosce altre città che hanno fatto qualcosa di simile negli ultimi anni?',
  opinion: 'Il racconto è convincente, ma vorrei sapere come continua dopo la fine del progetto.',
  letter: 'Gentile Mira, abbiamo letto il vostro esempio con piacere. Mancano ancora alcune cose.',
  because: 'Il testo descrive soltanto un prodotto che si vende, e non quello che ha fatto la città.',
  adopted: 'Abbiamo ripreso gli incontri nelle biblioteche e aggiunto le visite nelle scuole.',
};
