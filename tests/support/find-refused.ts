import type { APIRequestContext } from '@playwright/test';

/** Asked at once: more would only be a test of the machine. */
const together = 4;

/**
 * Asks for the head of each address and returns those that do not answer 200, redirects among them. Where one has to be
 * signed in, the way to the sign-in is the answer.
 */
export async function findRefused(request: APIRequestContext, paths: readonly string[]): Promise<string[]> {
  const refused: string[] = [];
  for (let start = 0; start < paths.length; start += together) {
    const answers = paths.slice(start, start + together).map(async (path) => {
      const answer = await request.head(path, { maxRedirects: 0 });
      const status = answer.status();
      const signsIn = status === 307 && /^\/[a-z]{2}\/sign-in\?/.test(answer.headers().location ?? '');
      if (status !== 200 && !signsIn) refused.push(`${path}: ${status}`);
    });
    await Promise.all(answers);
  }
  return refused;
}
