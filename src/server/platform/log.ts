import 'server-only';
import pino from 'pino';
import { env } from '#server/platform/env';

let logger: pino.Logger | undefined;

/** JSON lines on standard output. Anything that could name a person is left out. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    redact: ['*.email', '*.ip', '*.cookie', '*.authorization'],
  });
  return logger;
}

/** Logs an unexpected error under a reference that the reader is shown; returns the reference. */
export function logSurprise(error: unknown, path: string): string {
  const reference = crypto.randomUUID().slice(0, 8);
  log().error({ err: error, reference, path: withoutTokens(path) }, 'request failed');
  return reference;
}

/** A path as it may be logged: what follows these names opens a door. */
export function withoutTokens(path: string): string {
  return path
    .replace(/\?.*/s, '')
    .replace(/\/(invitations|opinions|confirmations|unsubscribe)\/[^/]+/, '/$1/…');
}
