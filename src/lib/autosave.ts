/** What a form holds: for each name its values. */
export type Values = ReadonlyMap<string, readonly string[]>;

/** `later`: the same may be tried again. `stopped`: only once something has changed, here or elsewhere. */
export type Answer =
  | { kind: 'saved'; version: number; conflicts: readonly string[] }
  | { kind: 'later'; reason: 'offline' | 'away' | 'signed-out' }
  | { kind: 'stopped'; reason: 'too-long' | 'closed' };

type Options = {
  /** What stands in the form now. */
  read: () => Values;
  /** What the server has. */
  known: Values;
  send: (changes: Values) => Promise<Answer>;
  /** Told after each answer, with how many fields are still to be saved. */
  report: (answer: Answer, unsaved: number) => void;
};

/** Milliseconds: after the last letter; at most while somebody goes on typing; until the next try. */
export const autosaveTimes = { pause: 1_500, longest: 12_000, retry: 10_000 } as const;

/** Saves a form while it is written in: what changed, one request at a time, again and again until it is taken. */
export function startAutosave({ read, known, send, report }: Options) {
  let taken = known;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | undefined;
  let isSending = false;
  const unsaved = () => changesOf(read(), taken);
  const plan = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), wait);
  };

  async function flush(): Promise<void> {
    clearTimeout(timer);
    const changes = unsaved();
    if (isSending || changes.size === 0) return;
    isSending = true;
    since = undefined;
    const answer = await send(changes);
    isSending = false;
    if (answer.kind === 'saved') taken = new Map([...taken, ...changes]);
    const left = unsaved().size;
    report(answer, left);
    if (answer.kind === 'later') plan(autosaveTimes.retry);
    else if (answer.kind === 'saved' && left > 0) plan(autosaveTimes.pause);
  }

  return {
    /** Something was typed. */
    changed() {
      const now = Date.now();
      since ??= now;
      plan(Math.max(0, Math.min(autosaveTimes.pause, since + autosaveTimes.longest - now)));
    },
    flush,
    unsaved,
    stop: () => clearTimeout(timer),
  };
}

/** What is not as it was. */
function changesOf(now: Values, before: Values): Values {
  return new Map([...now].filter(([name, values]) => !sameValues(values, before.get(name))));
}

/** An empty value says only that the field is there. */
export function sameValues(now: readonly string[], before: readonly string[] | undefined): boolean {
  const one = now.filter((value) => value !== '');
  const other = before?.filter((value) => value !== '');
  return (
    other !== undefined && one.length === other.length && one.every((value, place) => value === other[place])
  );
}
