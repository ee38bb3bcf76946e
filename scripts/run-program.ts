import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

type RunOptions = {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** In a session of its own, out of reach of a Ctrl-C in the terminal. */
  detached?: boolean;
  /** Ends the program with SIGTERM when aborted. */
  signal?: AbortSignal;
  /** What to end it with instead. */
  killSignal?: NodeJS.Signals;
};

/** `code` is null when the program could not be started or was ended by a signal. Output holds both streams in order. */
export type Run = { code: number | null; output: string };

/** Runs a program to its end and collects what it prints. Never throws: a program that cannot start has code null. */
export function runProgram(program: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return collect(spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** Runs one of the project's TypeScript files under the Node that runs this one, as server code. */
export function runScript(file: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return runProgram(process.execPath, [...scriptOptions, file, ...args], options);
}

/** The file of a package's program, to be run by the Node that runs this one and not by the first one on the path. */
export function findTool(file: string): string {
  return fileURLToPath(new URL(`../node_modules/${file}`, import.meta.url));
}

/** A Node before 22.18 reads TypeScript only when asked to, as this process was. */
const STRIP_TYPES = '--experimental-strip-types';
/** What Node is given to run one of them. */
export const scriptOptions: readonly string[] = [
  '--conditions=react-server',
  '--disable-warning=ExperimentalWarning',
  ...process.execArgv.filter((option) => option === STRIP_TYPES),
];

function collect(child: ChildProcess): Promise<Run> {
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    // Aborting raises an error as well; the program is over only when it closes.
    child.on('error', (error) => {
      if (child.pid === undefined) resolve({ code: null, output: error.message });
    });
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
