import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { hasCode } from './refusal.ts';

/** A process told apart from a later one that was given the same number. */
export type ProcessMark = { pid: number; startedAt: string };

/** Marks a process that is there now. `startedAt` is the system's own count, or empty where it keeps none. */
export async function markProcess(pid: number): Promise<ProcessMark> {
  return { pid, startedAt: (await readStart(pid)) ?? '' };
}

/** Whether the very process of this mark still runs. */
export async function isRunning(mark: ProcessMark): Promise<boolean> {
  if (await hasEnded(mark.pid)) return false;
  return ((await readStart(mark.pid)) ?? '') === mark.startedAt;
}

/** Waits until the process is gone; false if it is still there after so many seconds. */
export async function waitForEnd(pid: number, seconds: number): Promise<boolean> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await setTimeout(50)) {
    if (await hasEnded(pid)) return true;
  }
  return hasEnded(pid);
}

/** Ends a process of ours gently, and for good if that took longer than ten seconds. */
export async function endProcess(pid: number): Promise<void> {
  if (sendSignal(pid, 'SIGTERM') && !(await waitForEnd(pid, 10))) {
    sendSignal(pid, 'SIGKILL');
    await waitForEnd(pid, 5);
  }
}

/** Whether a process of this number exists, even one that only waits to be collected by its parent. */
export function isAlive(pid: number): boolean {
  return sendSignal(pid, 0);
}

function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** A process that has ended but was not yet collected has a number still, and no command line any more. */
async function hasEnded(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return true;
  return process.platform === 'linux' && !(await readProcess(pid, 'cmdline'));
}

async function readStart(pid: number): Promise<string | undefined> {
  const fields = (await readProcess(pid, 'stat'))?.replace(/^.*\) /s, '').split(' ');
  return fields?.[19];
}

/** One of the files in which Linux describes a process; undefined when there is no such process, or no Linux. */
export async function readProcess(pid: number, file: 'cmdline' | 'stat'): Promise<string | undefined> {
  try {
    return await readFile(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ESRCH')) return undefined;
    throw error;
  }
}
