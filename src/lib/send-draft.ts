import type { Answer, Values } from '#lib/autosave';

/** Bytes that a browser still sends while the page goes away; more than that stays in the browser. */
const mostAfterwards = 60_000;
const longestWait = 20_000;

/** What the server says to a save besides: sentences to stand beside fields. */
export type Notes = Readonly<Record<string, string>>;

type Sent = { action: string; base: string; page: string; turn: string; changes: Values };

/** Sends a form's changes; never throws. */
export async function sendDraft({
  action,
  base,
  page,
  turn,
  changes,
}: Sent): Promise<{ answer: Answer; notes: Notes }> {
  const body = new URLSearchParams([
    ...[...changes].flatMap(([name, values]) => values.map((value) => [name, value])),
    ...[
      ['base', base],
      ['page', page],
      ['turn', turn],
    ],
  ]);
  try {
    const response = await fetch(action, {
      ...{ method: 'POST', body, redirect: 'manual', cache: 'no-store' },
      headers: { Accept: 'application/json' },
      keepalive: body.toString().length < mostAfterwards,
      signal: AbortSignal.timeout(longestWait),
    });
    return await readAnswer(response);
  } catch {
    return { answer: { kind: 'later', reason: 'offline' }, notes: {} };
  }
}

async function readAnswer(response: Response): Promise<{ answer: Answer; notes: Notes }> {
  if (response.ok) {
    const { version, conflicts, notes }: { version: number; conflicts: string[]; notes: Notes } =
      await response.json();
    return { answer: { kind: 'saved', version, conflicts }, notes };
  }
  return { answer: refusals[response.status] ?? { kind: 'later', reason: 'away' }, notes: {} };
}

const refusals: Readonly<Record<number, Answer>> = {
  401: { kind: 'later', reason: 'signed-out' },
  403: { kind: 'stopped', reason: 'closed' },
  404: { kind: 'stopped', reason: 'closed' },
  413: { kind: 'stopped', reason: 'too-long' },
};
