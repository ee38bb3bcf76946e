import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { buildEnvironment, NEXT } from './build-site.ts';
import { endProcess } from './processes.ts';
import { Refusal } from './refusal.ts';
import { ROOT } from './settings.ts';

export type Site = {
  pid: number;
  /** Settles when the server ends, however that comes about. */
  ended: Promise<void>;
  /** Lets requests finish, at most ten seconds, then ends it. */
  stop: () => Promise<void>;
};

type Options = {
  /** Called as soon as the process is there, so that it can be found again if this one is killed. */
  onSpawn: (pid: number) => Promise<void>;
  databaseUrl: string;
  port: number;
  distDir: string;
  /** The public address, where it is not the one on this machine. */
  siteUrl?: string | undefined;
  signal?: AbortSignal;
  quiet?: boolean;
};

const SECONDS_TO_ANSWER = 60;

/** Starts the built site and waits until it answers. What it prints is passed on from then on, unless `quiet`. */
export async function serveSite({
  onSpawn,
  databaseUrl,
  port,
  distDir,
  siteUrl,
  signal,
  quiet = false,
}: Options): Promise<Site> {
  const env = {
    ...buildEnvironment(distDir),
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    ...(siteUrl ? { SITE_URL: siteUrl } : {}),
  };
  // In a session of its own: a Ctrl-C reaches this process alone, which then stops the site before the database.
  const child = spawn(process.execPath, [NEXT, 'start'], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Refusal('The site cannot be started: Next is not installed.');
  await onSpawn(pid);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const site = { pid, ended, stop: () => endProcess(pid) };
  const early: Buffer[] = [];
  const keepEarly = (chunk: Buffer) => early.push(chunk);
  for (const stream of [child.stdout, child.stderr]) stream.on('data', keepEarly);
  const answers = await Promise.race([waitForAnswer(port, signal), ended.then(() => false)]);
  if (!answers) {
    await site.stop();
    signal?.throwIfAborted();
    throw new Refusal(
      'The site does not answer: what it printed stands above.',
      Buffer.concat(early).toString('utf8'),
    );
  }
  for (const stream of [child.stdout, child.stderr]) stream.off('data', keepEarly).resume();
  if (!quiet) {
    child.stdout.pipe(process.stdout);
    child.stderr.pipe(process.stderr);
  }
  return site;
}

/** Asks until the front page comes without an error of the server's own. */
async function waitForAnswer(port: number, signal?: AbortSignal): Promise<boolean> {
  for (const deadline = Date.now() + SECONDS_TO_ANSWER * 1000; Date.now() < deadline; await setTimeout(50)) {
    if (signal?.aborted) return false;
    try {
      const response = await fetch(`http://127.0.0.1:${port}/`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(5000),
      });
      await response.body?.cancel();
      if (response.status < 500) return true;
    } catch {
      // Not listening yet.
    }
  }
  return false;
}
