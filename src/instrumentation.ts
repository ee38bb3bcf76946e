import type { Instrumentation } from 'next';

/** Once, when the server starts: a wrong environment stops it here, with a sentence. */
export async function register() {
  const { env } = await import('#server/platform/env');
  env();
  // Next compiles this file for a second runtime as well, which has no HTTP server and is not used.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { watchAnswers } = await import('#server/platform/answers');
    watchAnswers();
  }
}

/** A surprise is logged once, with the reference the reader sees. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  const { log } = await import('#server/platform/log');
  const reference = typeof error === 'object' && error && 'digest' in error ? error.digest : undefined;
  log().error(
    { err: error, reference, method: request.method, path: request.path.split('?')[0] },
    'request failed',
  );
};
