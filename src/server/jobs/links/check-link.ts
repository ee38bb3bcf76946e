import 'server-only';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { LinkAnswer, LinkProblem } from '#domain/link-check';
import { keepPace } from '#lib/keep-pace';
import { askAddress, hostOf } from '#server/jobs/links/ask-address';
import { isPublicAddress } from '#server/jobs/links/public-address';

const mostRedirects = 5;

type Settings = {
  userAgent: string;
  /** Milliseconds that one request may take. */
  timeoutMs?: number;
  /** Milliseconds between two requests to one host. */
  everyMs?: number;
  /** Whether an IP address may be connected to. Tests let their own server through. */
  allow?: (address: string) => boolean;
  /** All addresses of a name. */
  resolve?: (host: string) => Promise<readonly string[]>;
  signal?: AbortSignal;
};

/** Ends a check with the reason. */
class LinkTrouble extends Error {
  readonly problem: LinkProblem;
  constructor(problem: LinkProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Makes a checker of links: asks with HEAD, and with GET where that is not answered well; follows five redirects. Each
 * host is asked at most twice at once and once a second. Every hop is resolved and looked at before anything is sent, and
 * the connection goes to the address that was looked at: nothing inside this network is ever asked.
 */
export function makeLinkChecker({ everyMs = 1_000, ...settings }: Settings) {
  const inTurn = keepPace({ atOnce: 2, everyMs });
  const ask = (url: URL, method: 'HEAD' | 'GET') => inTurn(url.host, () => askOnce(url, method, settings));
  return async (link: string): Promise<LinkAnswer> => {
    try {
      return { status: await follow(new URL(link), ask), problem: null };
    } catch (error) {
      return { status: null, problem: problemOf(error) };
    }
  };
}

type AskOne = (url: URL, method: 'HEAD' | 'GET') => Promise<{ status: number; location: string | null }>;

async function follow(start: URL, ask: AskOne): Promise<number> {
  let url = start;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const head = await ask(url, 'HEAD').catch(rethrowUnlessSilent);
    // Some answer HEAD with an error, or not at all, and show the page nevertheless.
    const said = head && head.status < 400 ? head : await ask(url, 'GET');
    const isRedirect = [301, 302, 303, 307, 308].includes(said.status) && said.location !== null;
    if (!isRedirect) return said.status;
    url = parseNext(said.location ?? '', url);
  }
  throw new LinkTrouble('redirects');
}

function parseNext(location: string, from: URL): URL {
  if (!URL.canParse(location, from.href)) throw new LinkTrouble('redirects');
  return new URL(location, from);
}

/** Where nothing may be asked, GET is no way around. */
function rethrowUnlessSilent(error: unknown): null {
  if (error instanceof LinkTrouble) throw error;
  return null;
}

async function askOnce(url: URL, method: 'HEAD' | 'GET', settings: Omit<Settings, 'everyMs'>) {
  const { userAgent, timeoutMs = 10_000, allow = isPublicAddress, resolve = resolveAll, signal } = settings;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new LinkTrouble('redirects');
  const limit = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
  const host = hostOf(url);
  const addresses = isIP(host) ? [host] : await unlessAborted(resolve(host), limit);
  const [address] = addresses;
  if (address === undefined) throw new LinkTrouble('no-address');
  // One that lies inside is enough to leave the name alone.
  if (!addresses.every(allow)) throw new LinkTrouble('private');
  return askAddress({ url, method, address, userAgent, signal: limit });
}

async function resolveAll(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

/** A resolver that does not answer cannot be stopped, only left. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

function problemOf(error: unknown): LinkProblem {
  if (error instanceof LinkTrouble) return error.problem;
  if (!(error instanceof Error)) return 'unreachable';
  const code = 'code' in error ? String(error.code) : '';
  if (['ABORT_ERR', 'ETIMEDOUT'].includes(code) || error.name === 'TimeoutError') return 'timeout';
  if (['ENOTFOUND', 'EAI_AGAIN', 'ENODATA'].includes(code)) return 'no-address';
  return /CERT|SELF_SIGNED|VERIFY|ALTNAME/.test(code) ? 'certificate' : 'unreachable';
}
