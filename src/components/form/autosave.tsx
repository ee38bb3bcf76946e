'use client';

import { useEffect, useRef, useState } from 'react';
import { type AutosaveWords, KeptOffer, SaveStatus } from '#components/form/save-status';
import { type Answer, startAutosave } from '#lib/autosave';
import { fillFields, readDefaults, readFields } from '#lib/form-fields';
import { forgetDraft, type KeptDraft, keepDraft, recallDraft } from '#lib/kept-draft';
import { sendDraft } from '#lib/send-draft';

type Props = {
  /** Names of the fields that are saved, parted by spaces. */
  names: string;
  /** Of them, those that stand in the form and are not saved, parted by spaces. */
  unsaved: string;
  /** Names this form in the browser's own storage. */
  keptAs: string;
  /** The form that was saved just now, by the same kind of name. */
  justSaved: string | null;
  /** What is true of the form as it came. */
  initially: string;
  /** Where one signs in again, and where two texts are shown side by side. */
  signIn: string;
  both: string;
  words: AutosaveWords;
};

/**
 * Saves the form it stands in while somebody writes, through the form's own address, and keeps in the browser what is
 * not saved yet. It says so, and never takes the focus. The form works without it.
 */
export function Autosave({ names, unsaved, keptAs, justSaved, initially, signIn, both, words }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [offer, setOffer] = useState<KeptDraft | null>(null);

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    if (justSaved) forgetDraft(justSaved);
    const known = offerKept(form, keptAs, new Set(names.split(' ')), setOffer);
    const stop = watchForm(form, {
      ...{ names: new Set(names.split(' ')), keptAs, tell: setAnswer },
      known: new Map([...known].filter(([name]) => !unsaved.split(' ').includes(name))),
    });
    return stop;
  }, [names, unsaved, keptAs, justSaved]);

  function putBack() {
    const form = place.current?.closest('form');
    if (!form || !offer) return;
    hidden(form, 'base').value = offer.base;
    hidden(form, 'page').value = offer.page;
    fillFields(form, offer.values);
    dropOffer();
  }

  function dropOffer() {
    forgetDraft(offeredKey(keptAs));
    setOffer(null);
  }

  return (
    <div ref={place}>
      <SaveStatus {...{ answer, initially, signIn, both, words }} />
      {offer && <KeptOffer words={words} onPutBack={putBack} onDrop={dropOffer} />}
    </div>
  );
}

const offeredKey = (keptAs: string) => `${keptAs} offered`;

function hidden(form: HTMLFormElement, name: string): HTMLInputElement {
  const input = form.elements.namedItem(name);
  if (!(input instanceof HTMLInputElement)) throw new Error(`The form has no field ${name}.`);
  return input;
}

/** What the page came with. What this browser kept and the page does not say is offered, until somebody decides. */
function offerKept(
  form: HTMLFormElement,
  keptAs: string,
  names: ReadonlySet<string>,
  offer: (kept: KeptDraft) => void,
) {
  const known = readDefaults(form, names);
  const kept = recallDraft(keptAs) ?? recallDraft(offeredKey(keptAs));
  forgetDraft(keptAs);
  const lost = [...(kept?.values ?? [])].filter(
    ([name, values]) => known.has(name) && String(known.get(name)) !== String(values),
  );
  if (!kept || lost.length === 0) forgetDraft(offeredKey(keptAs));
  else {
    keepDraft(offeredKey(keptAs), { ...kept, values: new Map(lost) });
    offer({ ...kept, values: new Map(lost) });
  }
  return known;
}

type Watched = {
  names: ReadonlySet<string>;
  known: ReturnType<typeof readDefaults>;
  keptAs: string;
  tell: (answer: Answer) => void;
};

/** Listens to the form until it goes; returns what ends that. */
function watchForm(form: HTMLFormElement, { names, known, keptAs, tell }: Watched): () => void {
  let isSent = false;
  const keep = () =>
    keepDraft(keptAs, {
      ...{ base: hidden(form, 'base').value, page: hidden(form, 'page').value },
      values: autosave.unsaved(),
    });
  const autosave = startAutosave({
    read: () => readFields(form, names),
    known,
    async send(changes) {
      const turn = Number(hidden(form, 'turn').value) + 1;
      // The next save, this one's successor or the form itself, comes after it.
      hidden(form, 'turn').value = String(turn);
      const base = hidden(form, 'base').value;
      const sent = { action: form.action, base, page: hidden(form, 'page').value, turn, changes };
      const { answer, notes } = await sendDraft(sent);
      showNotes(notes);
      return answer;
    },
    report(answer) {
      if (answer.kind === 'saved') hidden(form, 'base').value = String(answer.version);
      keep();
      tell(answer);
    },
  });
  const listening = new AbortController();
  const { signal } = listening;
  const onChange = () => {
    isSent = false;
    keep();
    autosave.changed();
  };
  form.addEventListener('input', onChange, { signal });
  form.addEventListener(
    'submit',
    () => {
      isSent = true;
      autosave.stop();
      hidden(form, 'turn').value = String(Number(hidden(form, 'turn').value) + 1);
    },
    { signal },
  );
  addEventListener('online', () => void autosave.flush(), { signal });
  addEventListener(
    'pageshow',
    () => {
      isSent = false;
    },
    { signal },
  );
  addEventListener(
    'pagehide',
    () => {
      if (!isSent) void autosave.flush();
    },
    { signal },
  );
  addEventListener(
    'beforeunload',
    (event) => {
      if (!isSent && autosave.unsaved().size > 0) event.preventDefault();
    },
    { signal },
  );
  // What was typed before the page was alive, or came back after a sign-in.
  if (autosave.unsaved().size > 0) onChange();
  return () => {
    autosave.stop();
    listening.abort();
  };
}

/** Sentences that stand beside fields, said when they change. */
function showNotes(notes: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(notes)) {
    const place = document.getElementById(`${name}-live`);
    if (place && place.textContent !== text) place.textContent = text;
  }
}
