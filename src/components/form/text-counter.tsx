'use client';

import { useEffect, useRef, useState } from 'react';
import { countCharacters } from '#lib/count-characters';

type Props = {
  /** Id of the field it counts. */
  field: string;
  limit: number;
  locale: string;
  /** What stands in the field as the server knows it. */
  count: number;
  /** With `{count}` and `{limit}` to be filled in: up to the limit, and above it. */
  words: { fits: string; over: string };
};

/** From here on it is said aloud, now and then, how much room is left. */
const near = 0.9;
const waitBeforeSaying = 1_000;

/** "64 of 3,000 characters", counted while one types; said to those who listen only near the limit. */
export function TextCounter({ field, limit, locale, count, words }: Props) {
  const [shown, show] = useState(count);
  const [said, say] = useState<number | null>(null);
  const timer = useRef<number>(undefined);
  const format = new Intl.NumberFormat(locale);
  const textOf = (number: number) =>
    (number > limit ? words.over : words.fits)
      .replace('{count}', format.format(number))
      .replace('{limit}', format.format(limit));

  useEffect(() => {
    const control = document.getElementById(field);
    if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return;
    const recount = () => {
      const number = countCharacters(control.value.trim());
      show(number);
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => say(number >= limit * near ? number : null), waitBeforeSaying);
    };
    control.addEventListener('input', recount);
    if (control.value !== control.defaultValue) recount();
    return () => {
      clearTimeout(timer.current);
      control.removeEventListener('input', recount);
    };
  }, [field, limit]);

  return (
    <>
      <p className={shown > limit ? 'text-counter text-counter-over' : 'text-counter'}>{textOf(shown)}</p>
      <p role="status" className="sr-only">
        {said !== null && textOf(said)}
      </p>
    </>
  );
}
