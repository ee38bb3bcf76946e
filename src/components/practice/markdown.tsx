import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';

const allowed = [
  ...['p', 'strong', 'em', 'del', 'a', 'ul', 'ol', 'li', 'blockquote', 'br', 'code'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

type Props = {
  children: string;
  /** Highest heading level the text may use: one below the heading it stands under. */
  topHeading: 2 | 3;
  /** Turns an internal address such as "/about" into one of this language. */
  resolve?: (href: string) => string;
};

/** A text written in Markdown as safe elements: no HTML, no scripts, headings below the one above it. */
export function Markdown({ children, topHeading, resolve = (href) => href }: Props) {
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm]}
      allowedElements={allowed}
      unwrapDisallowed
      components={topHeading === 2 ? headingsFromTwo(resolve) : headingsFromThree(resolve)}
    >
      {children}
    </ReactMarkdown>
  );
}

function link(resolve: (href: string) => string): Components['a'] {
  return ({ href = '', children }) => (
    <a href={resolve(href)} rel={href.startsWith('http') ? 'external' : undefined}>
      {children}
    </a>
  );
}

function headingsFromTwo(resolve: (href: string) => string): Components {
  return { a: link(resolve), h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3' };
}

function headingsFromThree(resolve: (href: string) => string): Components {
  return { a: link(resolve), h1: 'h3', h2: 'h3', h4: 'h3', h5: 'h3', h6: 'h3' };
}
