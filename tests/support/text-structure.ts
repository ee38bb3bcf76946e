import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';

/** A text in Markdown as readers' browsers get it, so that it can be compared with another. */
function renderMarkdown(markdown: string): string {
  return renderToStaticMarkup(createElement(ReactMarkdown, { remarkPlugins: [remarkGfm] }, markdown));
}

/** The tags of a text without its words. */
export function tagsOf(markdown: string): string {
  return (renderMarkdown(markdown).match(/<[^>]*>/g) ?? []).join('');
}

/** The words of a text without its tags. */
export function wordsOf(markdown: string): string {
  return renderMarkdown(markdown)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
