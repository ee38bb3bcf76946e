import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

let known: string | null | undefined;

/**
 * The name that `next build` gave this build: the same on every instance that runs a copy of it. Null in development,
 * where nothing was built.
 */
export function buildId(): string | null {
  known ??= readBuildId(join(process.cwd(), process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID'));
  return known;
}

function readBuildId(file: string): string | null {
  return process.env.NODE_ENV === 'production' && existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}
