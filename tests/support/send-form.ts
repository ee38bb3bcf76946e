/** Sends a form as a browser does; where its answer leads. */
export async function sendForm(url: string, cookie: string, values: Record<string, string>): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: new URL(url).origin },
    body: new URLSearchParams(values),
  });
  const text = await answer.text();
  if (answer.status !== 303) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 400)}`);
  return answer.headers.get('location') ?? '';
}
