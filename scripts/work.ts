import { startWorker } from '#server/jobs/worker';
import { listenForStop } from './stop-signal.ts';

/**
 * The process that sends mails and deletes what has served. Started beside the site by `npm start` and `npm run dev`, and
 * on its own where the site is run otherwise; several of them share the work. Ends after the mail that is under way.
 */
const signal = listenForStop();
const stop = await startWorker();
console.log('The worker is ready.');
await new Promise<void>((resolve) => {
  if (signal.aborted) resolve();
  signal.addEventListener('abort', () => resolve());
});
await stop();
process.exit(0);
