import { type BrowserContext, test as base, expect } from '@playwright/test';

/**
 * Playwright's `test`, failing whatever a visitor's browser should never meet: an error or warning in the console
 * (violations of the content security policy among them), a script that throws, a request that fails or leaves the
 * site, a cookie other than that of who signs in. A test that opens no page gets no browser.
 */
export const test = base.extend<{ signsIn: boolean; signedOutWhileWriting: boolean }>({
  /** Whether the visitor signs in, and has the one cookie this site knows. */
  signsIn: [false, { option: true }],
  /** Whether their session ends under their hands: what the page saves by itself is then answered 401. */
  signedOutWhileWriting: [false, { option: true }],
  context: async ({ context, baseURL, javaScriptEnabled, signsIn, signedOutWhileWriting }, use) => {
    const origin = new URL(baseURL ?? '').origin;
    const cookies = signsIn ? ['session'] : [];
    const collectComplaints = watchContext(context, origin, javaScriptEnabled ?? true, cookies);
    await use(context);
    const isExpected = (complaint: string) => signedOutWhileWriting && unsavedForm.test(complaint);
    const complaints = (await collectComplaints()).filter((complaint) => !isExpected(complaint));
    expect(complaints, 'the browser has nothing to complain about').toEqual([]);
  },
});

/** That a save was answered 401, as the response and as the browser notes it. */
const unsavedForm = /^answered 401: \S+\/save$|^console: .* 401 \(Unauthorized\) \(\S+\/save\)$/;

/** Listens from now on; the function it returns gives one sentence for each complaint so far. */
function watchContext(
  context: BrowserContext,
  origin: string,
  runsScripts: boolean,
  knownCookies: readonly string[],
): () => Promise<string[]> {
  const complaints: string[] = [];
  const messages: { text: string; url: string }[] = [];
  const refusedPages = new Set<string>();
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    messages.push({ text: message.text(), url: message.location().url });
  });
  context.on('weberror', (error) => {
    const { message } = error.error();
    // No script of ours: Chromium gives up the fade between two pages when the second is left at once.
    if (!/^Transition was (aborted|skipped)/.test(message)) complaints.push(`a script threw: ${message}`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin)
      complaints.push(`left the site: ${url.href}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // A visitor who moves on stops what was still loading.
    const isStopped = reason === 'net::ERR_ABORTED';
    // Without JavaScript, Chromium reports scripts that were to be loaded ahead as refused.
    const isUnwantedScript = !runsScripts && reason === 'csp' && request.resourceType() === 'script';
    if (!isStopped && !isUnwantedScript) complaints.push(`did not load: ${request.url()} (${reason})`);
  });
  context.on('response', (response) => {
    if (response.status() < 400) return;
    if (response.request().isNavigationRequest()) refusedPages.add(response.url());
    else complaints.push(`answered ${response.status()}: ${response.url()}`);
  });
  return async () => {
    // The browser itself notes that a page answered 404; a test that opens such a page checks the status.
    const noted = messages.filter(
      ({ text, url }) => !(text.includes('the server responded') && refusedPages.has(url)),
    );
    const cookies = await context.cookies();
    return [
      ...complaints,
      ...noted.map(({ text, url }) => `console: ${text} (${url})`),
      ...cookies.filter(({ name }) => !knownCookies.includes(name)).map(({ name }) => `cookie: ${name}`),
    ];
  };
}
