import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { Refusal } from './refusal.ts';
import { findTool, runProgram } from './run-program.ts';
import { ROOT } from './settings.ts';

const STAMP = path.join(ROOT, 'src', 'generated', 'made-from');

/** Generates the Prisma client if the schema or the packages have changed since last time. Says whether it did. */
export async function prepareClient(signal?: AbortSignal): Promise<boolean> {
  const source = await fingerprint(ROOT, ['prisma/schema.prisma', 'package-lock.json']);
  if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === source) return false;
  // Generating needs no schema engine; naming any program keeps Prisma from fetching one.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  };
  const run = await runProgram(process.execPath, [findTool('prisma/build/index.js'), 'generate'], {
    cwd: ROOT,
    env,
    signal,
  });
  if (run.code !== 0)
    throw new Refusal('The database client could not be generated: Prisma says why above.', run.output);
  await writeFile(STAMP, source);
  return true;
}
