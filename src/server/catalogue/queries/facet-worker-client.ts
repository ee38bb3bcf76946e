import 'server-only';
import { Worker } from 'node:worker_threads';
import type { CatalogueFilter } from '#domain/catalogue-filter';
import type { FacetIndex } from '#domain/facet-index';
import {
  countMatches,
  type FacetAnswer,
  type FacetQuestion,
  queryFacetIndex,
} from '#domain/facet-index/query';
import type { FacetReply, FacetTask } from '#server/catalogue/queries/facet-worker-messages';

/** Above this many practices a question takes milliseconds, which would keep other requests waiting on this thread. */
export const ownThreadAbove = 300_000;

/** Answers from one state of the index, here or on the worker thread. */
export type Answering = {
  query: (question: FacetQuestion) => Promise<FacetAnswer>;
  count: (filter: CatalogueFilter, found: Uint32Array | null) => Promise<number>;
};

export function answerHere(index: FacetIndex): Answering {
  return {
    query: async (question) => queryFacetIndex(index, question),
    count: async (filter, found) => countMatches(index, filter, found),
  };
}

type Waiting = { resolve: (reply: FacetReply) => void; reject: (error: unknown) => void };
/** The index it has: a question about another one sends that first, so that the places in it are those it knows. */
type Thread = { worker: Worker; index: FacetIndex | null; waiting: Map<number, Waiting> };

let thread: Thread | undefined;
let lastId = 0;

/** Answers on the one worker thread of this process, which is started at the first question. */
export function answerOnThread(index: FacetIndex): Answering {
  return {
    query: async (question) => {
      const reply = await ask(index, (id) => ({ kind: 'query', id, question }));
      if (!('answer' in reply)) throw new Error('the thread answered something else');
      return reply.answer;
    },
    count: async (filter, found) => {
      const question = { filter, found, order: null, pageSize: 1 };
      const reply = await ask(index, (id) => ({ kind: 'count', id, question }));
      if (!('count' in reply)) throw new Error('the thread answered something else');
      return reply.count;
    },
  };
}

function ask(index: FacetIndex, taskOf: (id: number) => FacetTask): Promise<FacetReply> {
  const current = startThread();
  if (current.index !== index) {
    send(current, { kind: 'use', index });
    current.index = index;
  }
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    current.waiting.set(id, { resolve, reject });
    send(current, taskOf(id));
  });
}

function send({ worker }: Thread, task: FacetTask): void {
  worker.postMessage(task);
}

/** A thread that fails takes its open questions with it; the next question starts another. */
function startThread(): Thread {
  if (thread) return thread;
  const worker = new Worker(new URL('./facet-worker.ts', import.meta.url), {
    // Where this file runs as it is, the thread needs the condition that makes `server-only` an empty module.
    execArgv: ['--conditions=react-server'],
  });
  const started: Thread = { worker, index: null, waiting: new Map() };
  const fail = (error: unknown) => {
    if (thread === started) thread = undefined;
    for (const { reject } of started.waiting.values()) reject(error);
    started.waiting.clear();
  };
  worker.on('message', (reply: FacetReply) => {
    started.waiting.get(reply.id)?.resolve(reply);
    started.waiting.delete(reply.id);
  });
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`the thread of the index ended with ${code}`)));
  // It is there for requests: alone it keeps no process alive.
  worker.unref();
  thread = started;
  return started;
}
