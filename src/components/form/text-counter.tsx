'use client';

import { useEffect, useRef, useState } from 'react';
import { countCharacters } from '#lib/count-characters';

type Props = {
  /** Id of the field it counts. */
  field: string;
  limit: number;
  /** How numbers are written. */
  locale: string;
  /** What is true of the text that the page came with, and its limit: in the server's own digits, which may differ. */
  initially: { text: string; isOver: boolean };
  /** With `{count}` and `{limit}` to be filled in: up to the limit, and above it. */
  words: { fits: string; over: string };
};

/** From here on it is said aloud, now and then, how much room is left. */
const near = 0.9;
const waitBeforeSaying = 1_000;

/** "64 of 3,000 characters", counted while one types; said to those who listen only near the limit. */
export function TextCounter({ field, limit, locale, initially, words }: Props) {
  const [count, setCount] = useState<number | null>(null);
  const [said, say] = useState<number | null>(null);
  const timer = useRef<number>(undefined);
  const textOf = (number: number) =>
    fill(number > limit ? words.over : words.fits, { count: number, limit }, locale);

  useEffect(() => {
    const control = document.getElementById(field);
    if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return;
    const recount = () => {
      const number = countCharacters(control.value.trim());
      setCount(number);
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

  const isOver = count === null ? initially.isOver : count > limit;
  return (
    <>
      <p className={isOver ? 'text-counter text-counter-over' : 'text-counter'}>
        {count === null ? initially.text : textOf(count)}
      </p>
      <p role="status" className="sr-only">
        {said !== null && textOf(said)}
      </p>
    </>
  );
}

function fill(words: string, numbers: Readonly<Record<string, number>>, locale: string): string {
  const format = new Intl.NumberFormat(locale);
  return words.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const number = numbers[name];
    return number === undefined ? hole : format.format(number);
  });
}
