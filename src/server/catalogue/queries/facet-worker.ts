import 'server-only';
import { parentPort } from 'node:worker_threads';
import { answerTasks } from '#server/catalogue/queries/facet-worker-messages';

// The other end of facet-worker-client.ts: the same pure functions, on a thread of their own.
parentPort?.on(
  'message',
  answerTasks((reply) => parentPort?.postMessage(reply)),
);
