import type { ReactNode } from 'react';

/** Stands for the words while the sentence is made: no text has it. */
const gap = '\uFFFC';

type Props = {
  /** A sentence of the site, by what stands in it. */
  sentence: (words: string) => string;
  /** The words, marked as theirs: `bdi`, or a `lang`. */
  children: ReactNode;
};

/** A sentence in the reader's language around words in another, so that each is read as what it is. */
export function Around({ sentence, children }: Props) {
  const [before, ...after] = sentence(gap).split(gap);
  return (
    <>
      {before}
      {children}
      {after.join('')}
    </>
  );
}
