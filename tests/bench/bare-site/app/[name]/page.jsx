import { readFileSync } from 'node:fs';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { makeElements, prepareMarkup } from './make-elements';

let pages;

/** The markup of a page of the catalogue: nothing is read, decided, translated or formatted for a request. */
export default async function BarePage({ params }) {
  await connection();
  pages ??= readPages();
  const { name } = await params;
  return pages[name] ? makeElements(pages[name]) : notFound();
}

function readPages() {
  const captured = JSON.parse(readFileSync(process.env.BENCH_MARKUP, 'utf8'));
  return Object.fromEntries(Object.entries(captured).map(([name, nodes]) => [name, prepareMarkup(nodes)]));
}
