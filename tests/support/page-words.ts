import type { Page } from '@playwright/test';

/** Words of a page, with the language and direction they stand in. */
export type Words = {
  text: string;
  /** That of the nearest `lang`; null where somebody typed them and the page leaves the direction to them. */
  language: string | null;
  direction: string;
  /** Attributes and elements that hold more than a part of a sentence. */
  whole: boolean;
  /** Where they stand: "p.lede", "@aria-label", "title". */
  place: string;
};

export type ReadPage = {
  language: string;
  direction: string;
  /** A feed says the language alone. */
  isFeed: boolean;
  /** The language of the text that the page is about. */
  aboutLanguage: string | null;
  words: Words[];
  /** Each by its `inLanguage`, where it has one. */
  dataLanguages: string[];
};

/** What people read or hear of an HTML or XML document, without drawing it: `page` is any page that may run scripts. */
export function readWords(page: Page, source: string, type: 'text/html' | 'text/xml'): Promise<ReadPage> {
  return page.evaluate(collectWords, { source, type });
}

/** Runs in the browser, so that everything it needs stands in it. */
function collectWords({ source, type }: { source: string; type: DOMParserSupportedType }): ReadPage {
  const silent = 'script, style, template';
  // Names of places, and of sources and who published them; and what an editor wrote, of which a feed cannot say it.
  const names = '.place-line, #references li, entry > summary';
  const inline =
    /^(?:a|abbr|b|bdi|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|wbr)$/;
  const spoken = ['aria-label', 'aria-description', 'alt', 'placeholder', 'title', 'data-label'];
  const document = new DOMParser().parseFromString(source, type);
  const root = document.documentElement;

  const ownLanguage = (element: Element) => element.getAttribute('lang') ?? element.getAttribute('xml:lang');
  const isTyped = (element: Element) =>
    (element.localName === 'bdi' && !element.closest('.place-line')) ||
    element.getAttribute('dir') === 'auto' ||
    element.localName === 'textarea';
  const languageOf = (element: Element | null): string | null => {
    if (!element) return '';
    return ownLanguage(element) ?? (isTyped(element) ? null : languageOf(element.parentElement));
  };
  const directionOf = (element: Element | null): string => {
    if (!element) return 'ltr';
    if (element.localName === 'bdi') return element.getAttribute('dir') ?? 'auto';
    return element.getAttribute('dir') ?? directionOf(element.parentElement);
  };
  const placeOf = (element: Element) =>
    `${element.localName}${element.className ? `.${element.className}` : ''}`;
  const blockOf = (element: Element): Element =>
    inline.test(element.localName) && element.parentElement ? blockOf(element.parentElement) : element;
  const tidy = (text: string) =>
    text
      .replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  const about = (element: Element, text: string, whole: boolean, place: string): Words => ({
    ...{ text: tidy(text), whole, place },
    language: languageOf(element),
    direction: directionOf(element),
  });

  const words: Words[] = [];
  let run: { block: Element; language: string | null; at: Element; texts: string[] } | null = null;
  const endRun = () => {
    if (run) words.push(about(run.at, run.texts.join(''), !run.at.closest(names), placeOf(run.block)));
    run = null;
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.localName === 'br') endRun();
      if (
        node.localName === 'meta' &&
        /description|title|site_name/.test(node.outerHTML.split('content=')[0] ?? '')
      )
        words.push(about(node, node.getAttribute('content') ?? '', true, '@content'));
      for (const name of spoken)
        if (node.hasAttribute(name)) words.push(about(node, node.getAttribute(name) ?? '', true, `@${name}`));
      continue;
    }
    const parent = node.parentElement;
    const text = node.textContent ?? '';
    if (!parent || parent.closest(silent)) continue;
    const [block, language] = [blockOf(parent), languageOf(parent)];
    if (run && (run.block !== block || run.language !== language)) endRun();
    run ??= { block, language, at: parent, texts: [] };
    run.texts.push(text);
    if (text.trim() !== '') words.push(about(parent, text, false, placeOf(parent)));
  }
  endRun();
  const heading = document.querySelector('h1');
  return {
    language: ownLanguage(root) ?? '',
    direction: root.getAttribute('dir') ?? '',
    isFeed: type === 'text/xml',
    aboutLanguage: languageOf(
      document.querySelector('main article[lang], main [lang] h1, main h1[lang]') ?? heading,
    ),
    words: words.filter(({ text }) => text !== ''),
    // Of the page's own text; what is said of its translations is about other pages.
    dataLanguages: [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
      const { inLanguage } = Object(JSON.parse(script.textContent ?? ''));
      return typeof inLanguage === 'string' ? [inLanguage] : [];
    }),
  };
}
