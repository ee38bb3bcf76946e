import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Answer, autosaveTimes, startAutosave, type Values } from '#lib/autosave';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const valuesOf = (fields: Record<string, string>): Values =>
  new Map(Object.entries(fields).map(([name, value]) => [name, [value]]));
const saved: Answer = { kind: 'saved', version: 2, conflicts: [] };

/** A form whose requests are answered by hand. */
function open(fields: Record<string, string>) {
  const form = { ...fields };
  const waiting: ((answer: Answer) => void)[] = [];
  const sent: Record<string, readonly string[]>[] = [];
  const reports: number[] = [];
  const autosave = startAutosave({
    read: () => valuesOf(form),
    known: valuesOf(fields),
    send: (changes) => {
      sent.push(Object.fromEntries(changes));
      return new Promise((resolve) => waiting.push(resolve));
    },
    report: (_, left) => reports.push(left),
  });
  return {
    type(name: string, value: string) {
      form[name] = value;
      autosave.changed();
    },
    async answer(answer: Answer) {
      waiting.shift()?.(answer);
      await vi.advanceTimersByTimeAsync(0);
    },
    ...{ sent, reports, autosave },
  };
}

test('after a pause of less than three seconds, and what changed alone', async () => {
  const { type, sent } = open({ title: '', purpose: 'Text' });
  type('title', 'W');
  await vi.advanceTimersByTimeAsync(1_000);
  type('title', 'Walks');
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_900);
  expect(sent).toEqual([{ title: ['Walks'] }]);
});

test('while somebody types without a pause', async () => {
  const { type, sent } = open({ title: '' });
  for (let second = 0; second < 14; second += 1) {
    type('title', 'x'.repeat(second + 1));
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(sent).toHaveLength(1);
});

describe('one request at a time', () => {
  test('what is typed meanwhile goes with the next', async () => {
    const { type, sent, answer, reports } = open({ title: '' });
    type('title', 'a');
    await vi.advanceTimersByTimeAsync(autosaveTimes.pause);
    type('title', 'ab');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([{ title: ['a'] }]);
    await answer(saved);
    expect(reports).toEqual([1]);
    await vi.advanceTimersByTimeAsync(autosaveTimes.pause);
    expect(sent.at(-1)).toEqual({ title: ['ab'] });
    await answer(saved);
    expect(reports).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
  });

  test('what was not taken is sent again, with what came since', async () => {
    const { type, sent, answer, autosave } = open({ title: '', purpose: '' });
    type('title', 'a');
    await vi.advanceTimersByTimeAsync(autosaveTimes.pause);
    await answer({ kind: 'later', reason: 'offline' });
    expect(autosave.unsaved().size).toBe(1);
    await vi.advanceTimersByTimeAsync(autosaveTimes.retry);
    expect(sent).toEqual([{ title: ['a'] }, { title: ['a'] }]);
  });

  test('what is refused is not sent again until it changes', async () => {
    const { type, sent, answer } = open({ title: '' });
    type('title', 'far too long');
    await vi.advanceTimersByTimeAsync(autosaveTimes.pause);
    await answer({ kind: 'stopped', reason: 'too-long' });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent).toHaveLength(1);
    type('title', 'shorter');
    await vi.advanceTimersByTimeAsync(autosaveTimes.pause);
    expect(sent).toHaveLength(2);
  });
});

test('what is typed and taken back is not sent', async () => {
  const { type, sent } = open({ title: 'Walks' });
  type('title', 'Walk');
  type('title', 'Walks');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual([]);
});
