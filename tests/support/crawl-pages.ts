import { adoptedSlug, archivedSlug, revisableSlug, revisedSlug } from '#tests/support/crawl-catalogue';
import type { Reader, Scene } from '#tests/support/crawl-scene';

/** An address after the language, who asks for it, and the status of the answer where it is not 200. */
export type Crawled = { as: Reader; path: string; status?: number };
/** A form, and what is sent with it. */
export type SentForm = Crawled & { values: Record<string, string> };

const steps = ['place', 'story', 'repeat', 'topics', 'files'];

/** An address at least of every kind of page that is for one reader alone, and of public ones that content/ does not have. */
export function crawledPages(scene: Scene): Crawled[] {
  return [
    ...forNobody(scene),
    ...forPeople(scene),
    ...forAuthors(scene),
    ...forEditors(scene),
    ...forTranslators(scene),
  ];
}

const as = (reader: Reader, ...paths: string[]): Crawled[] => paths.map((path) => ({ as: reader, path }));

function forNobody({ tokens }: Scene): Crawled[] {
  return [
    ...as('nobody', 'sign-in', 'sign-in?problem=email', 'access', 'feed.xml'),
    ...as('nobody', 'opinions/none', 'invitations/none', 'confirmations/none'),
    ...as('nobody', `opinions/${tokens.opinion}`, `invitations/${tokens.invitation}`),
    ...as('nobody', `confirmations/${tokens.confirmation}`, `unsubscribe/${tokens.unsubscribe}`),
    ...as('nobody', `unsubscribe/${tokens.unsubscribe}?done=1`),
    { as: 'nobody', path: 'unsubscribe/none', status: 404 },
    { as: 'nobody', path: `practices/${archivedSlug}`, status: 410 },
    ...as('nobody', `practices/${adoptedSlug}`, `practices/${revisedSlug}/history`),
    ...as('nobody', `practices/${revisedSlug}/history/1/2`, `practices/${revisedSlug}/history/1`),
  ];
}

function forPeople({ declined }: Scene): Crawled[] {
  return [
    ...as('newcomer', 'account', 'account/second-factor', 'submissions', 'submissions/import'),
    ...as('newcomer', `submissions/revise?practice=${adoptedSlug}`, `adoptions/new?practice=${adoptedSlug}`),
    { as: 'newcomer', path: 'people', status: 404 },
    { as: 'newcomer', path: `submissions/${declined}/sent`, status: 404 },
    ...as('halfway', 'sign-in/second-factor', 'sign-in/second-factor?problem=code'),
    ...as('administrator', 'people', 'account', 'account/second-factor'),
  ];
}

function forAuthors(scene: Scene): Crawled[] {
  const { draft, written, imported, asked, revised } = scene;
  const sent = [
    scene.sent,
    asked,
    scene.declined,
    scene.appealed,
    scene.accepted,
    scene.scheduled,
    scene.withdrawn,
  ];
  const of = (id: string, ...pages: string[]) =>
    as('author', ...pages.map((page) => `submissions/${id}/${page}`));
  return [
    ...as('author', 'account', 'account?done=saved', 'submissions', `adoptions/new?practice=${adoptedSlug}`),
    ...as('author', `submissions/revise?practice=${revisableSlug}`),
    ...of(written, ...steps, 'preview', 'share', 'delete', 'send'),
    ...of(draft, ...steps.map((step) => `${step}?check=1`), 'send'),
    ...of(imported, 'imported'),
    ...sent.flatMap((id) => of(id, 'sent')),
    ...of(asked, ...steps, 'send', 'preview'),
    ...of(revised, 'place', 'send'),
  ];
}

function forEditors(scene: Scene): Crawled[] {
  const { reviewed, accepted, asked, declined, appealed, scheduled, sent } = scene;
  const of = (id: string, ...pages: string[]) => as('editor', ...pages.map((page) => `review/${id}${page}`));
  return [
    ...as(
      'editor',
      'review',
      'review?tab=mine',
      'review?tab=decided',
      'review?q=biblioteca&country=PT&language=pt',
    ),
    ...of(reviewed, '', '/story', '/changes', '/changes?from=1&to=2', '/opinions'),
    ...of(reviewed, '/decide/accept', '/decide/request-changes', '/decide/decline'),
    ...of(accepted, '', '/decide/publish', '/decide/schedule'),
    ...of(declined, '/decide/reconsider'),
    ...[asked, declined, appealed, scheduled, sent].flatMap((id) => of(id, '', '/story')),
    ...as('editor', 'people', 'adoptions', 'care', `submissions/revise?practice=${revisedSlug}`),
    ...as('editor', 'vocabularies', 'vocabularies/topics', 'vocabularies/cities', 'vocabularies/groups'),
    ...as('editor', 'vocabularies/topics/new', 'vocabularies/cities/new', 'vocabularies/topics/education'),
    ...as('editor', 'vocabularies/cities/bergen', 'vocabularies/groups/newcomers'),
    ...as('editor', 'vocabularies/topics/education/merge', 'vocabularies/topics/education/merge?into=roma'),
  ];
}

function forTranslators({ translated }: Scene): Crawled[] {
  const of = (...pages: string[]) =>
    as('editor', ...pages.map((page) => `translations/${translated}/${page}`));
  return [
    ...as('newcomer', 'translations'),
    ...as('editor', 'translations', 'translations?mine=1', 'translations?q=zuri&language=pt'),
    ...as('editor', 'translations?state=ready', 'translations?q=nothing-like-that'),
    ...of('pt', 'pt?check=1', 'pt?refused=original-changed', 'it', 'it?done=late', 'de', 'ca?fault=busy'),
    { as: 'newcomer', path: `translations/${translated}/pt`, status: 404 },
  ];
}

/** Forms that lead to a page that one does not find by its address alone; most come back with what is to be corrected. */
export function sentForms({ tokens, declined, written, reviewed, translated }: Scene): SentForm[] {
  return [
    { as: 'nobody', path: 'sign-in/ask', values: { email: 'nobody' } },
    { as: 'nobody', path: 'sign-in/ask', values: { email: 'nobody@city.example' } },
    { as: 'nobody', path: 'access/ask', values: { email: 'nobody' } },
    { as: 'nobody', path: `opinions/${tokens.opinion}/give`, values: {} },
    { as: 'administrator', path: 'account/recovery-codes/renew', values: {} },
    { as: 'author', path: 'adoptions/new/state', values: { practice: adoptedSlug } },
    { as: 'author', path: `submissions/${declined}/appeal`, values: { words: '' } },
    { as: 'author', path: `submissions/${written}/share/add`, values: { email: 'nobody' } },
    { as: 'editor', path: 'people/invite', values: { email: 'nobody' } },
    { as: 'editor', path: 'vocabularies/cities/add', values: {} },
    { as: 'editor', path: `review/${reviewed}/comments/add`, values: { place: 'title' } },
    { as: 'editor', path: `review/${reviewed}/check`, values: { seen: '9', 'city-verdict': 'not' } },
    { as: 'editor', path: `review/${reviewed}/opinions/ask`, values: {} },
    { as: 'editor', path: `review/${reviewed}/decline`, values: {} },
    { as: 'editor', path: `translations/${translated}/it/return`, values: { because: '' } },
  ];
}
