import { type Answer, startAutosave, type Values } from '#lib/autosave';
import { readFields, standingOf, takeUp } from '#lib/form-fields';
import { keepDraft } from '#lib/kept-draft';
import { sendDraft } from '#lib/send-draft';

type Watched = {
  names: ReadonlySet<string>;
  /** What the server has. */
  known: Values;
  /** Names the form in the browser's storage. */
  keptAs: string;
  tell: (answer: Answer) => void;
};

/** Saves a form while it is written in, and keeps in the browser what is not saved; returns what ends that. */
export function watchForm(form: HTMLFormElement, { names, known, keptAs, tell }: Watched): () => void {
  let isSent = false;
  const autosave = startAutosave({
    ...{ known, read: () => readFields(form, names) },
    send: (changes) => send(form, changes),
    report(answer) {
      if (answer.kind === 'saved') takeUp(form, { ...standingOf(form), base: String(answer.version) });
      keep();
      tell(answer);
    },
  });
  const keep = () => keepDraft(keptAs, { ...standingOf(form), values: autosave.unsaved() });
  const onChange = () => {
    isSent = false;
    keep();
    autosave.changed();
  };
  const listening = new AbortController();
  const { signal } = listening;
  form.addEventListener('input', onChange, { signal });
  form.addEventListener('submit', () => leave(), { signal });
  addEventListener('online', () => void autosave.flush(), { signal });
  addEventListener('pageshow', () => comeBack(), { signal });
  addEventListener('pagehide', () => void (isSent || autosave.flush()), { signal });
  addEventListener('beforeunload', (event) => warn(event), { signal });
  const leave = () => {
    isSent = true;
    autosave.stop();
    takeUp(form, nextTurn(form));
  };
  const comeBack = () => {
    isSent = false;
  };
  const warn = (event: Event) => {
    if (!isSent && autosave.unsaved().size > 0) event.preventDefault();
  };
  // What was typed before the page was alive, or came back after a sign-in.
  if (autosave.unsaved().size > 0) onChange();
  return () => {
    autosave.stop();
    listening.abort();
  };
}

/** What is sent later has a higher number: what it overtakes on the way changes nothing any more. */
function nextTurn(form: HTMLFormElement) {
  const standing = standingOf(form);
  return { ...standing, turn: String(Number(standing.turn) + 1) };
}

async function send(form: HTMLFormElement, changes: Values): Promise<Answer> {
  const standing = nextTurn(form);
  takeUp(form, standing);
  const { answer, notes } = await sendDraft({ action: form.action, ...standing, changes });
  showNotes(notes);
  return answer;
}

/** Sentences that stand beside fields, said when they change. */
function showNotes(notes: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(notes)) {
    const place = document.getElementById(`${name}-live`);
    if (place && place.textContent !== text) place.textContent = text;
  }
}
