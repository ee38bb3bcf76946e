import { writeFile } from 'node:fs/promises';
import { countElements, type MarkupNode, readBody } from '#tests/bench/markup-tree';
import type { Scenario } from '#tests/bench/scenarios';

/** Writes the markup of the pages that are measured into a file, for the bare pages to show. */
export async function captureMarkup(origin: string, asked: readonly Scenario[], file: string): Promise<void> {
  const captured: Record<string, MarkupNode[]> = {};
  for (const { bare, path } of asked) {
    captured[bare] ??= readBody(await fetchPage(origin + path));
  }
  await writeFile(file, JSON.stringify(captured));
}

/** The bare page must hold what the real one holds, element by element: otherwise the comparison says nothing. */
export async function compareMarkup(real: string, bare: string): Promise<void> {
  const [one, other] = await Promise.all([fetchPage(real), fetchPage(bare)]);
  const counts = [countElements(readBody(one)), countElements(readBody(other))];
  if (counts[0] !== counts[1]) throw new Error(`${real} has ${counts[0]} elements, ${bare} has ${counts[1]}`);
}

export async function fetchPage(url: string): Promise<string> {
  const response = await fetch(url, { redirect: 'error' });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
