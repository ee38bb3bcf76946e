import 'server-only';
import type { FacetIndex } from '#domain/facet-index';
import {
  countMatches,
  type FacetAnswer,
  type FacetQuestion,
  queryFacetIndex,
} from '#domain/facet-index/query';

/** An index to answer from; its columns lie in shared memory and are not copied. */
export type FacetTask =
  | { kind: 'use'; index: FacetIndex }
  | { kind: 'query'; id: number; question: FacetQuestion }
  | { kind: 'count'; id: number; question: FacetQuestion };

export type FacetReply = { id: number } & ({ answer: FacetAnswer } | { count: number });

/** Does tasks one after the other, with the index it was given last. */
export function answerTasks(reply: (message: FacetReply) => void): (task: FacetTask) => void {
  let index: FacetIndex | undefined;
  return (task) => {
    if (task.kind === 'use') {
      index = task.index;
      return;
    }
    if (!index) throw new Error('a question came before the index');
    const { id, question } = task;
    if (task.kind === 'query') reply({ id, answer: queryFacetIndex(index, question) });
    else reply({ id, count: countMatches(index, question.filter, question.found) });
  };
}
