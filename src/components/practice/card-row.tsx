'use client';

import type { ComponentProps, ReactNode } from 'react';
import { PlaceLine } from '#components/practice/place-line';
import { Weave } from '#components/practice/weave';

type Props = {
  id: string;
  href: string;
  place: ComponentProps<typeof PlaceLine>;
  title: string;
  summary: string;
  /** Where the text is not in the reader's language: its code, direction and name. */
  language: readonly [code: string, direction: string, name: string] | null;
  topics: readonly (readonly [thread: number, name: string])[];
  children?: ReactNode;
};

/**
 * One row of the list, from words that are ready. A client component so that the rows of a list travel as data, and
 * once, not as markup twice; nothing in it changes.
 */
export function CardRow({ id, href, place, title, summary, language, topics, children }: Props) {
  const inLanguage = language ? { lang: language[0], dir: language[1] } : {};
  return (
    <li className="example">
      <Weave id={id} threads={topics.map(([thread]) => thread)} shape="square" />
      <div>
        <PlaceLine {...place} />
        <h3 {...inLanguage}>
          <a href={href}>{title}</a>
        </h3>
        <p className="summary" {...inLanguage}>
          {summary}
        </p>
        {children}
        <ul className="tags">
          {language && (
            <li>
              <span className="language-code" aria-hidden="true">
                {language[0].toUpperCase()}
              </span>
              {language[2]}
            </li>
          )}
          {topics.map(([thread, name]) => (
            <li key={name}>
              <i className={`thread-${thread}`} aria-hidden="true" />
              {name}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
