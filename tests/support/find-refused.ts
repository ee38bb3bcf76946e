import type { APIRequestContext } from '@playwright/test';

/** Asked at once: more would only be a test of the machine. */
const together = 4;

/** Asks for the head of each address and returns those that do not answer 200, redirects among them. */
export async function findRefused(request: APIRequestContext, paths: readonly string[]): Promise<string[]> {
  const refused: string[] = [];
  for (let start = 0; start < paths.length; start += together) {
    const answers = paths.slice(start, start + together).map(async (path) => {
      const status = (await request.head(path, { maxRedirects: 0 })).status();
      if (status !== 200) refused.push(`${path}: ${status}`);
    });
    await Promise.all(answers);
  }
  return refused;
}
