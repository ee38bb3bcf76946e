'use client';

import { useEffect, useRef, useState } from 'react';
import { type AutosaveWords, KeptOffer, SaveStatus } from '#components/form/save-status';
import type { Answer } from '#lib/autosave';
import { fillFields, readDefaults, takeUp } from '#lib/form-fields';
import { forgetDraft, type KeptDraft, offeredDraft } from '#lib/kept-draft';
import { watchForm } from '#lib/watch-form';

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
    const fields = new Set(names.split(' '));
    const known = readDefaults(form, fields);
    setOffer(offeredDraft(keptAs, known));
    const unknown = new Set(unsaved.split(' '));
    return watchForm(form, {
      ...{ names: fields, keptAs, tell: setAnswer },
      known: new Map([...known].filter(([name]) => !unknown.has(name))),
    });
  }, [names, unsaved, keptAs, justSaved]);

  function putBack() {
    const form = place.current?.closest('form');
    if (!form || !offer) return;
    takeUp(form, offer);
    fillFields(form, offer.values);
    dropOffer();
  }

  function dropOffer() {
    forgetDraft(keptAs, 'offered');
    setOffer(null);
  }

  return (
    <div ref={place}>
      <SaveStatus {...{ answer, initially, signIn, both, words }} />
      {offer && <KeptOffer words={words} onPutBack={putBack} onDrop={dropOffer} />}
    </div>
  );
}
