import { z } from 'zod';

/** A place in the chain of events: how many events it holds so far, and what stands for all of them, in hexadecimal. */
export type ChainHead = { position: bigint; hash: string };

/** One link, with the text of its event as it is now; null where the event is gone. */
export type ChainLink = ChainHead & { source: string; eventId: bigint; text: string | null };

/** The first thing that is wrong. What is not known of it is null: an event without a link has no position. */
export type BrokenLink = {
  position: bigint | null;
  source: string | null;
  eventId: bigint | null;
  sentence: string;
};

/** SHA-256 of the bytes of a hash and then of a text in UTF-8, in hexadecimal. */
type Digest = (hash: string, text: string) => string;

/** Before the first link. */
export const beginning: ChainHead = { position: 0n, hash: '0'.repeat(64) };

/** A head as the log tells it and as it is typed: `position:hash`. */
export const WrittenHead = z
  .string()
  .regex(/^\d{1,18}:[0-9a-f]{64}$/, 'A head is a position and a hash, such as 120:9f86d0…')
  .transform((text): ChainHead => {
    const [position = '', hash = ''] = text.split(':');
    return { position: BigInt(position), hash };
  });

export function headText({ position, hash }: ChainHead): string {
  return `${position}:${hash}`;
}

/** What is hashed of an event: its columns as texts in one JSON array, as the SQL function event_text writes it. */
export function eventText(columns: readonly (string | null)[]): string {
  return `[${columns.map((column) => JSON.stringify(column)).join(', ')}]`;
}

/** What is wrong, in a line for who looks after the database. */
export function tellBroken({ position, source, eventId, sentence }: BrokenLink): string {
  const place = position === null ? [] : [`position ${position}`];
  const event = eventId === null ? [] : [`${source} event ${eventId}`];
  return `The history is not whole. First at ${[...place, ...event].join(', ')}: ${sentence}`;
}

type Given = {
  digest: Digest;
  /** The head that the database tells; null where there is none. */
  head: ChainHead | null;
  /** One that was written down earlier. */
  written?: ChainHead | undefined;
};

/**
 * Follows the chain link by link, in the order of positions. `take` and `end` return the first thing that is wrong; after
 * that, nothing more is to be asked. A link whose hash is not right is judged by what comes after it.
 */
export function followChain({ digest, head, written }: Given) {
  let last = beginning;
  let previous: { link: ChainLink; from: string } | undefined;
  let suspect: { link: ChainLink; computed: string } | undefined;
  const follows = (link: ChainLink, hash: string) =>
    link.text !== null && digest(hash, link.text) === link.hash;

  function take(link: ChainLink): BrokenLink | null {
    if (suspect)
      return broken(
        suspect.link,
        explain(suspect, (hash) => follows(link, hash)),
      );
    const place = last.position + 1n;
    if (link.position < place) return broken(link, 'The chain begins at position 1, and this is before it.');
    if (link.position > place) return missing(place, `the next link has position ${link.position}`);
    if (head && place > head.position)
      return broken(link, `The chain goes on after its head, which says that it ends at ${head.position}.`);
    if (link.text === null) return broken(link, 'The link is there, and its event is gone.');
    const computed = digest(last.hash, link.text);
    const isRight = computed === link.hash;
    if (!isRight && previous && follows(link, previous.from)) return broken(previous.link, putIn);
    if (!isRight) suspect = { link, computed };
    else if (written?.position === place && written.hash !== link.hash) return broken(link, rewritten);
    previous = { link, from: last.hash };
    last = { position: place, hash: link.hash };
    return null;
  }

  function end(): BrokenLink | null {
    const { position } = last;
    const isLast = (hash: string) => head?.position === position && head.hash === hash;
    if (suspect) return broken(suspect.link, explain(suspect, isLast));
    if (!head) return broken({ position }, 'The head of the chain is gone.');
    if (head.position > position)
      return missing(position + 1n, `the head says that the chain ends at ${head.position}`);
    if (head.hash !== last.hash) return broken({ position }, 'The head has another hash than the last link.');
    return written ? compareEnds(written, position) : null;
  }

  return { take, end, reached: () => last };
}

/** A head that was written down must have been passed, or the chain is shorter than it was. */
function compareEnds(written: ChainHead, position: bigint): BrokenLink | null {
  if (written.position > position)
    return missing(position + 1n, `when the head was written down, the chain went on to ${written.position}`);
  if (written.position === 0n && written.hash !== beginning.hash) return broken({ position: 0n }, rewritten);
  return null;
}

const putIn = 'This event was put in later: the next link follows from the one before it.';
const rewritten =
  'Up to here everything fits together, but it is not the chain whose head was written down: it was written anew.';

/** Says what happened to a link whose hash is not right, by which of the two hashes the chain goes on from. */
function explain(
  { link, computed }: { link: ChainLink; computed: string },
  goesOnFrom: (hash: string) => boolean,
): string {
  if (goesOnFrom(link.hash))
    return 'The event was changed after it was written, or others were put in or taken out just before it.';
  if (goesOnFrom(computed)) return 'The hash of this link was changed.';
  return 'This is not what was written here: links or events were changed, moved, or taken out.';
}

function missing(position: bigint, reason: string): BrokenLink {
  return broken({ position }, `There is no link at this position: ${reason}.`);
}

function broken(at: { position: bigint; source?: string; eventId?: bigint }, sentence: string): BrokenLink {
  return { position: at.position, source: at.source ?? null, eventId: at.eventId ?? null, sentence };
}
