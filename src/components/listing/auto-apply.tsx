'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

type Props = {
  /** The state the page shows, as its query string. */
  applied: string;
  /** Names of the fields in the order of a canonical address, parted by spaces. */
  order: string;
  /** The total in words, said when the list has changed. */
  total: string;
};

const waitForNextChange = 400;

/**
 * On wide screens a change of a filter applies itself, as a navigation of its own: Back leads to the state before. It goes
 * through the router and not through the form, so that focus, scroll position and open disclosures stay. The form
 * itself works without this, and in the panel of narrow screens nothing applies itself.
 */
export function AutoApply({ applied, order, total }: Props) {
  const router = useRouter();
  const status = useRef<HTMLParagraphElement>(null);
  const timer = useRef<number>(undefined);
  const shown = useRef(applied);
  /** Where the last change leads, while that list is on its way. */
  const asked = useRef<string>(null);
  const focused = useRef<HTMLInputElement>(null);
  const [said, say] = useState('');

  useEffect(() => {
    const form = status.current?.closest('form');
    if (!form) return;
    const listening = new AbortController();
    const apply = (typing: HTMLInputElement | null) => {
      timer.current = undefined;
      const address = addressOf(form, order, typing);
      if (address === (asked.current ?? currentAddress())) return;
      asked.current = address;
      router.push(address, { scroll: false });
    };
    const listen = (type: string, react: (event: Event) => void) =>
      form.addEventListener(type, react, { signal: listening.signal });
    const applySoon = () => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => apply(typedIn(form)), waitForNextChange);
    };
    listen('change', ({ target }) => {
      if (isWide() && target instanceof HTMLInputElement && target.name) applySoon();
    });
    // What was ticked before the page became alive.
    if (isWide() && namedFields(form).some(isChanged)) applySoon();
    listen('submit', (event) => {
      clearTimeout(timer.current);
      if (!isWide()) return;
      event.preventDefault();
      apply(null);
    });
    listen('focusin', ({ target }) => {
      focused.current = target instanceof HTMLInputElement ? target : null;
    });
    const forget = () => {
      asked.current = null;
    };
    addEventListener('popstate', forget, { signal: listening.signal });
    return () => {
      clearTimeout(timer.current);
      listening.abort();
    };
  }, [router, order]);

  useEffect(() => {
    const form = status.current?.closest('form');
    if (!form || shown.current === applied) return;
    shown.current = applied;
    say(total);
    // What was ticked since waits for its turn or is on its way, and is not to be lost.
    const isLatest = asked.current === null || asked.current === addressWith(form, applied);
    if (isLatest) asked.current = null;
    if (isLatest && timer.current === undefined) showState(form);
    if (focused.current && !focused.current.isConnected) restoreFocus(form, focused.current);
  }, [applied, total]);

  return (
    <p role="status" className="sr-only" ref={status}>
      {said}
    </p>
  );
}

const isWide = () => matchMedia('(min-width: 60rem)').matches;

const currentAddress = () => `${location.pathname}${location.search}`;

const isChanged = (field: HTMLInputElement) =>
  field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;

function namedFields(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.elements].filter((field) => field instanceof HTMLInputElement).filter(({ name }) => name);
}

/** The field that a year is being typed in: half a year is not to be applied. */
function typedIn(form: HTMLFormElement): HTMLInputElement | null {
  return namedFields(form).find((field) => field === document.activeElement && field.type === 'text') ?? null;
}

/** Where the form leads, written as the site itself writes it: fixed order, sorted values, nothing empty. */
function addressOf(form: HTMLFormElement, order: string, typing: HTMLInputElement | null): string {
  const data = new FormData(form);
  if (typing) data.set(typing.name, typing.defaultValue);
  const pairs = order.split(' ').flatMap((name) =>
    data
      .getAll(name)
      .map((value) => String(value).trim())
      .sort()
      .flatMap((value) => (value ? [[name, value]] : [])),
  );
  return addressWith(form, new URLSearchParams(pairs).toString());
}

function addressWith(form: HTMLFormElement, query: string): string {
  return new URL(form.action).pathname + (query && `?${query}`);
}

/** Puts the fields to what the list shows: after Back a browser's fields still hold what was chosen last. */
function showState(form: HTMLFormElement): void {
  for (const field of namedFields(form)) {
    if (field.type === 'checkbox') field.checked = field.defaultChecked;
    else if (field !== document.activeElement) field.value = field.defaultValue;
  }
}

/** A ticked value moves to the top of its facet, sometimes as a new element: the focus goes with it. */
function restoreFocus(form: HTMLFormElement, lost: HTMLInputElement): void {
  const field = namedFields(form).find(({ name, value }) => name === lost.name && value === lost.value);
  const disclosure = field?.closest('details');
  if (disclosure) disclosure.open = true;
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'nearest' });
}
