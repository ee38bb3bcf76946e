import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  type BrokenLink,
  beginning,
  type ChainHead,
  type ChainLink,
  eventText,
  followChain,
} from '#domain/audit-chain';
import { Prisma } from '#generated/prisma/client';
import { type Database, database, type Transaction } from '#server/platform/db';

export type Verified = { ok: true; head: ChainHead } | { ok: false; broken: BrokenLink };
/** What was found of the events of one example. */
export type VerifiedSome = { ok: true; count: number } | { ok: false; source: string; eventId: bigint };

/** Links that are read at once. */
const atOnce = 5_000;

const Links = z.array(
  z.object({
    position: z.bigint(),
    source: z.string(),
    event_id: z.bigint(),
    hash: z.string(),
    // Null where there is no such event.
    subject: z.string().nullable(),
    at: z.string().nullable(),
    actor: z.string().nullable(),
    kind: z.string().nullable(),
    data: z.string().nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
);
const Heads = z.array(z.object({ position: z.bigint(), hash: z.string() }));
const Unlinked = z.array(z.object({ source: z.string(), id: z.bigint() }));

/**
 * Whether the history is whole: reads all events and links as they are at one moment and computes every hash anew. The
 * chain must lead through `written`, a head that was noted earlier. Reads some ten thousand events a second.
 */
export function verifyEvents(written?: ChainHead, db: Database = database()): Promise<Verified> {
  return db.$transaction((tx) => verifyEventsIn(tx, written), {
    ...{ isolationLevel: 'RepeatableRead', maxWait: 10_000, timeout: 3_600_000 },
  });
}

/** The same, in a transaction that reads all of it at one moment, and sees what it changed itself. */
export async function verifyEventsIn(tx: Transaction, written?: ChainHead): Promise<Verified> {
  const [head = null] = Heads.parse(
    await tx.$queryRaw`select position, encode(hash, 'hex') as hash from audit_head`,
  );
  const chain = followChain({ digest, head, written });
  for await (const link of readLinks(tx)) {
    const broken = chain.take(link);
    if (broken) return { ok: false, broken };
  }
  const broken = chain.end() ?? (await findUnlinked(tx));
  return broken ? { ok: false, broken } : { ok: true, head: chain.reached() };
}

function digest(hash: string, text: string): string {
  return createHash('sha256').update(hash, 'hex').update(text, 'utf8').digest('hex');
}

/** All links in the order of their positions, whichever those are. */
async function* readLinks(tx: Transaction): AsyncGenerator<ChainLink> {
  let rest = Prisma.empty;
  for (;;) {
    const links = await readSome(tx, rest);
    for (const { position, source, event_id, hash, subject, at, actor, kind, ...json } of links) {
      const { data, before, after } = json;
      const columns = [source, String(event_id), subject, at, actor, kind, data, before, after];
      yield { position, source, hash, eventId: event_id, text: subject === null ? null : eventText(columns) };
    }
    const last = links.at(-1);
    if (!last) return;
    rest = Prisma.sql`where l.position > ${last.position}`;
  }
}

/** One event at most is found for a link: ids are keys, and the names of the tables exclude each other. */
async function readSome(tx: Transaction, where: Prisma.Sql): Promise<z.infer<typeof Links>> {
  const rows = await tx.$queryRaw`
    select l.position, l.source, l.event_id, encode(l.hash, 'hex') as hash, e.subject, e.actor, e.kind,
      trim_scale(extract(epoch from e.at) * 1000)::text as at,
      e.data::text, e.before::text, e.after::text
    from (select * from audit_link l ${where} order by l.position limit ${atOnce}) l
    left join lateral (
      select practice_id as subject, at, actor, kind, data, before, after from practice_event
        where l.source = 'practice' and id = l.event_id
      union all
      select submission_id, at, actor, kind, data, before, after from submission_event
        where l.source = 'submission' and id = l.event_id
      union all
      select account_id, at, actor, kind, data, before, after from account_event
        where l.source = 'account' and id = l.event_id
    ) e on true
    order by l.position`;
  return Links.parse(rows);
}

/** The oldest event that the chain knows nothing of. */
async function findUnlinked(tx: Transaction): Promise<BrokenLink | null> {
  const rows = await tx.$queryRaw`
    select e.source, e.id from (
      select 'practice' as source, id, at from practice_event
      union all select 'submission', id, at from submission_event
      union all select 'account', id, at from account_event
    ) e
    where not exists (select from audit_link l where l.source = e.source and l.event_id = e.id)
    order by e.at, e.id, e.source limit 1`;
  const [unlinked] = Unlinked.parse(rows);
  if (!unlinked) return null;
  const sentence = 'No link of the chain leads to this event: it was written while nobody watched.';
  return { position: null, source: unlinked.source, eventId: unlinked.id, sentence };
}

const Own = z.array(
  z.object({
    ...{ source: z.string(), event_id: z.bigint(), position: z.bigint().nullable() },
    ...{ hash: z.string().nullable(), previous: z.string().nullable(), subject: z.string() },
    ...{ at: z.string(), actor: z.string(), kind: z.string() },
    ...{ data: z.string().nullable(), before: z.string().nullable(), after: z.string().nullable() },
  }),
);

/**
 * Whether the events of one submission and of the practice it became are as they were written: each has its link, whose
 * hash follows from the link before. Cheap, and no more than that: whether events are missing, only the whole chain says.
 */
export async function verifyStory(
  { submissionId, practiceId }: { submissionId: string; practiceId: string | null },
  db: Database = database(),
): Promise<VerifiedSome> {
  const rows: unknown = await db.$queryRaw`
    select e.source, e.id as event_id, l.position, encode(l.hash, 'hex') as hash, encode(p.hash, 'hex') as previous,
      e.subject, e.actor, e.kind, trim_scale(extract(epoch from e.at) * 1000)::text as at,
      e.data::text, e.before::text, e.after::text
    from (
      select 'submission' as source, id, submission_id as subject, at, actor, kind, data, before, after
        from submission_event where submission_id = ${submissionId}
      union all
      select 'practice', id, practice_id, at, actor, kind, data, before, after
        from practice_event where practice_id = ${practiceId}
    ) e
    left join audit_link l on l.source = e.source and l.event_id = e.id
    left join audit_link p on p.position = l.position - 1
    order by l.position nulls first, e.id`;
  const own = Own.parse(rows);
  const broken = own.find(({ source, event_id, position, hash, subject, at, actor, kind, ...rest }) => {
    const previous = position === 1n ? beginning.hash : rest.previous;
    const { data, before, after } = rest;
    const columns = [source, String(event_id), subject, at, actor, kind, data, before, after];
    return previous === null || digest(previous, eventText(columns)) !== hash;
  });
  if (broken) return { ok: false, source: broken.source, eventId: broken.event_id };
  return { ok: true, count: own.length };
}
