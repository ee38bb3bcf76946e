import type { Random } from '#tests/bench/random';

/** A link as it was written. */
export type WrittenLink = { position: number; source: string; event: number; hash: string };

/** What someone does who may do anything, and what is to be found of it. */
type Tampering = {
  what: string;
  sql: readonly string[];
  /** The first thing that is wrong; `event` null where none is to be named. */
  found: { position: number | null; event: number | null; sentence: string };
};

type Draw = (links: readonly WrittenLink[], random: Random) => Tampering;

const changed = 'The event was changed after it was written';
const moved = 'This is not what was written here';
const gone = 'There is no link at this position';
const table = ({ source }: WrittenLink) => `${source}_event`;
const at = ({ position, event }: WrittenLink, sentence: string) => ({ position, event, sentence });
const missing = (position: number) => ({ position, event: null, sentence: gone });

/** The expressions differ from what they replace, whatever that is. */
const edits = [
  'id = id + 100000',
  "at = case when isfinite(at) then at + interval '1 millisecond' else '2026-01-01' end",
  "at = case when at = 'infinity' then '-infinity' else 'infinity' end::timestamptz",
  "actor = actor || ' '",
  "kind = upper(kind) || '2'",
  `data = coalesce(data, '{}') || '{"forged": true}'`,
  "data = case when data is null then 'null'::jsonb end",
  `before = case when before is null then '{}'::jsonb end`,
  `after = jsonb_build_array(after)`,
];

function pick(links: readonly WrittenLink[], random: Random): WrittenLink {
  const link = links[random.below(links.length)];
  if (!link) throw new Error('There is no link to tamper with.');
  return link;
}

/** Two links, the second at least so far behind the first. */
function pickTwo(links: readonly WrittenLink[], random: Random, apart: number): [WrittenLink, WrittenLink] {
  const first = pick(links.slice(0, -apart), random);
  return [first, pick(links.slice(first.position - 1 + apart), random)];
}

/** First, last, or somewhere between. */
function pickPlace(links: readonly WrittenLink[], random: Random): WrittenLink {
  const ends = [links[0], links.at(-1)];
  return ends[random.below(4)] ?? pick(links, random);
}

const editColumn: Draw = (links, random) => {
  const link = pickPlace(links, random);
  const subject = `${link.source}_id = ${link.source}_id || 'x'`;
  const edit = [...edits, subject][random.below(edits.length + 1)] ?? subject;
  const sentence = edit.startsWith('id') ? 'its event is gone' : changed;
  const sql = [`update ${table(link)} set ${edit} where id = ${link.event}`];
  return { what: edit, sql, found: at(link, sentence) };
};

const deleteEvent: Draw = (links, random) => {
  const link = pickPlace(links, random);
  const sql = [`delete from ${table(link)} where id = ${link.event}`];
  return { what: 'delete an event', sql, found: at(link, 'its event is gone') };
};

const swapEvents: Draw = (links, random) => {
  const first = pick(links.slice(0, -9), random);
  const same = links.filter((one) => one.source === first.source && one.position > first.position);
  const second = pick(same, random);
  const sql = [
    `update ${table(first)} a set actor = b.actor, kind = b.kind, at = b.at, data = b.data, before = b.before, after = b.after
      from ${table(first)} b where (a.id, b.id) in ((${first.event}, ${second.event}), (${second.event}, ${first.event}))`,
  ];
  // Where the second stands next in the chain, nothing is left that says which of link and event is right.
  const sentence = second.position === first.position + 1 ? moved : changed;
  return { what: 'swap two events', sql, found: at(first, sentence) };
};

const swapHashes: Draw = (links, random) => {
  const [first, second] = pickTwo(links, random, 2);
  const sql = [
    `update audit_link a set hash = b.hash from audit_link b
      where (a.position, b.position) in ((${first.position}, ${second.position}), (${second.position}, ${first.position}))`,
  ];
  return { what: 'swap two hashes', sql, found: at(first, 'The hash of this link was changed') };
};

const swapPositions: Draw = (links, random) => {
  const [first, second] = pickTwo(links, random, 1);
  const move = (from: number, to: number) =>
    `update audit_link set position = ${to} where position = ${from}`;
  const sql = [
    move(first.position, 9999),
    move(second.position, first.position),
    move(9999, second.position),
  ];
  return { what: 'swap two positions', sql, found: { ...at(second, moved), position: first.position } };
};

const renumber: Draw = (links, random) => {
  const { position } = pickPlace(links, random);
  const sql = [`update audit_link set position = position + 1000 where position >= ${position}`];
  return { what: 'renumber', sql, found: missing(position) };
};

const leadElsewhere: Draw = (links, random) => {
  const link = pickPlace(links, random);
  const sql = [`update audit_link set event_id = event_id + 100000 where position = ${link.position}`];
  const found = { position: link.position, event: link.event + 100_000, sentence: 'its event is gone' };
  return { what: 'lead a link elsewhere', sql, found };
};

const deleteLink: Draw = (links, random) => {
  const { position } = pickPlace(links, random);
  const sql = [`delete from audit_link where position = ${position}`];
  return { what: 'delete a link', sql, found: missing(position) };
};

const takeOut: Draw = (links, random) => {
  const link = pick(links.slice(0, -1), random);
  const next = pick(links.slice(link.position, link.position + 1), random);
  const sql = [
    `delete from ${table(link)} where id = ${link.event}`,
    `delete from audit_link where position = ${link.position}`,
    `update audit_link set position = position + 9999 where position > ${link.position}`,
    `update audit_link set position = position - 10000 where position > 9999`,
    'update audit_head set position = position - 1',
  ];
  return { what: 'take an event out', sql, found: { ...at(next, changed), position: link.position } };
};

const truncate: Draw = (links, random) => {
  const source = ['practice', 'submission', 'account'][random.below(3)] ?? '';
  const first = pick(links.filter((link) => link.source === source).slice(0, 1), random);
  return {
    what: `truncate ${source}`,
    sql: [`truncate ${source}_event`],
    found: at(first, 'its event is gone'),
  };
};

const truncateLinks: Draw = () => ({
  ...{ what: 'truncate the chain', sql: ['truncate audit_link'] },
  found: missing(1),
});

const truncateHead: Draw = (links) => ({
  ...{ what: 'truncate the head', sql: ['truncate audit_head'] },
  found: { position: links.length, event: null, sentence: 'The head of the chain is gone' },
});

const cutTail: Draw = (links, random) => {
  const from = 1 + random.below(links.length);
  const events = links.slice(from - 1).map((link) => `delete from ${table(link)} where id = ${link.event}`);
  const sql = [...events, `delete from audit_link where position >= ${from}`];
  return { what: 'cut the end off', sql, found: missing(from) };
};

const setHeadBack: Draw = (links, random) => {
  const [to, next] = [pick(links.slice(0, -1), random)].flatMap((link) => [link, links[link.position]]);
  if (!to || !next) throw new Error('There is nothing to set back.');
  const sql = [`update audit_head set position = ${to.position}, hash = '\\x${to.hash}'`];
  return { what: 'set the head back', sql, found: at(next, 'The chain goes on after its head') };
};

const editHead: Draw = (links) => ({
  ...{ what: 'edit the head', sql: [`update audit_head set hash = sha256(hash)`] },
  found: { position: links.length, event: null, sentence: 'The head has another hash' },
});

const forged = `insert into account_event (id, account_id, at, actor, kind) values (5000, 'a', '2026-01-01', 'a', 'created')`;
const forgedText = `event_text('account', 5000, 'a', '2026-01-01', 'a', 'created', null, null, null)`;

const forgeEvent: Draw = () => ({
  ...{ what: 'forge an event', sql: [forged] },
  found: { position: null, event: 5000, sentence: 'No link of the chain leads to this event' },
});

/** With all that belongs to it, as far as someone can who does not write everything behind it anew. */
const putIn: Draw = (links, random) => {
  const { position, hash } = pickPlace(links, random);
  const isLast = position === links.length;
  const sql = [
    `set local timezone = 'UTC'`,
    forged,
    `update audit_link set position = position + 10000 where position > ${position}`,
    `update audit_link set position = position - 9999 where position > 10000`,
    `insert into audit_link values (${position + 1}, 'account', 5000, sha256('\\x${hash}' || convert_to(${forgedText}, 'UTF8')))`,
    ...(isLast ? [] : ['update audit_head set position = position + 1']),
  ];
  const sentence = isLast ? 'The chain goes on after its head' : 'This event was put in later';
  return { what: 'put an event in', sql, found: { position: position + 1, event: 5000, sentence } };
};

/** All kinds; each draws where. */
export const tamperings: readonly Draw[] = [
  ...[editColumn, editColumn, editColumn, deleteEvent, deleteEvent, swapEvents, swapHashes, swapPositions],
  ...[renumber, leadElsewhere, deleteLink, takeOut, truncate, truncateLinks, truncateHead, cutTail],
  ...[setHeadBack, editHead, forgeEvent, putIn],
];
