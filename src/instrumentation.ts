import type { Instrumentation } from 'next';

/** Once, when the server starts: a wrong environment stops it here, with a sentence. */
export async function register() {
  // Next compiles this file for a second runtime as well, which has no HTTP server and is not used.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ env }, { settleRequests }, { watchAnswers }] = await Promise.all([
    import('#server/platform/env'),
    import('#server/platform/requests'),
    import('#server/platform/answers'),
  ]);
  env();
  settleRequests();
  watchAnswers();
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
