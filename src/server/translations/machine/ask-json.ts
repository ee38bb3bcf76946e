import 'server-only';
import { setTimeout } from 'node:timers/promises';
import type { MachineFault, ProviderSettings } from '#server/translations/machine/provider';

type Ask<T> = {
  /** Below the provider's address: "/translate". */
  path: string;
  headers?: Readonly<Record<string, string>>;
  /** Is posted as JSON; without it, the request is a GET. */
  body?: unknown;
  /** Bytes that an answer may have. */
  most: number;
  /** What an answer says; null for one that is not as it should be. */
  read: (json: unknown) => T | null;
  signal?: AbortSignal | undefined;
};
type Failed = { ok: false; reason: MachineFault; status: number | null; pauseMs: number | null };
type Try<T> = { ok: true; said: T } | Failed;

const usualTimeoutMs = 30_000;
/** How long a provider that has too much to do may let us wait before the one further try. */
const longestPauseMs = 5_000;

/**
 * Asks a provider for JSON. Redirects are not followed, so that key and text go nowhere else. Who is busy is asked once
 * more.
 */
export async function askJson<T>(ask: Ask<T>, settings: ProviderSettings): Promise<Try<T>> {
  const url = new URL(`${settings.url}${ask.path}`);
  const first = await askOnce(url, ask, settings);
  const pause = !first.ok && first.pauseMs !== null && first.pauseMs <= longestPauseMs ? first.pauseMs : null;
  const answer = pause === null ? first : await askAgain(pause, url, ask, settings);
  if (!answer.ok) settings.report?.({ host: url.host, status: answer.status, reason: answer.reason });
  return answer;
}

async function askAgain<T>(
  pauseMs: number,
  url: URL,
  ask: Ask<T>,
  settings: ProviderSettings,
): Promise<Try<T>> {
  const isStopped = await setTimeout(pauseMs, false, { signal: ask.signal }).catch(() => true);
  return isStopped ? failed('away', null) : askOnce(url, ask, settings);
}

async function askOnce<T>(url: URL, ask: Ask<T>, settings: ProviderSettings): Promise<Try<T>> {
  const { headers, body, most, read, signal } = ask;
  const limit = AbortSignal.timeout(settings.timeoutMs ?? usualTimeoutMs);
  try {
    const response = await fetch(url, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      redirect: 'manual',
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
    });
    const reason = faultOf(response.status);
    if (reason) {
      await response.body?.cancel();
      return { ...failed(reason, response.status), pauseMs: pauseOf(response) };
    }
    const text = await readAtMost(response, most);
    const said = text === null ? null : read(JSON.parse(text));
    return said === null ? failed('refused', response.status) : { ok: true, said };
  } catch {
    // No connection, one that broke off, no answer in time, no JSON. What was thrown may hold the request: it ends here.
    return failed('away', null);
  }
}

function failed(reason: MachineFault, status: number | null): Failed {
  return { ok: false, reason, status, pauseMs: null };
}

function faultOf(status: number): MachineFault | null {
  if (status === 200) return null;
  if (status === 429 || status === 503 || status === 529) return 'busy';
  if (status === 413) return 'too-long';
  return status >= 400 && status < 500 ? 'refused' : 'away';
}

/** Milliseconds to wait before asking again; null where there is no use in it. */
function pauseOf({ status, headers }: Response): number | null {
  if (faultOf(status) !== 'busy') return null;
  const told = headers.get('retry-after')?.trim() ?? '1';
  return /^\d{1,6}$/.test(told) ? Number(told) * 1_000 : null;
}

/** The body as text; null when it is longer than it may be. */
async function readAtMost(response: Response, most: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // To leave the loop ends the connection.
    if (bytes > most) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** How long an answer to texts may be: some languages need twice the letters, and JSON six signs for one. */
export function mostBytes(texts: readonly string[]): number {
  return 64 * 1024 + 12 * Buffer.byteLength(texts.join(''));
}
