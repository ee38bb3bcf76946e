import { createHash, randomBytes, randomInt } from 'node:crypto';

export type Address = { email: string; isKnown: boolean };
export type Attempt = {
  isKnown: boolean;
  /** Milliseconds until the whole answer was there. */
  ask: number;
  check: number;
  /** Everything that was answered, without what is drawn for each attempt. */
  answer: string;
};

/** As many addresses of one length, half of them to be given an account, in random order. */
export function drawAddresses(count: number): Address[] {
  const addresses = Array.from({ length: count }, (_, place) => ({
    email: `${randomBytes(5).toString('hex')}@city.example`,
    isKnown: place % 2 === 0,
  }));
  return addresses
    .map((address) => ({ address, order: randomInt(2 ** 32) }))
    .sort((a, b) => a.order - b.order)
    .map(({ address }) => address);
}

/** Asks for a code and types a wrong one, as a browser without a cookie would. */
export async function measureAttempt(origin: string, { email, isKnown }: Address): Promise<Attempt> {
  const asked = await post(origin, '/en/sign-in/ask', { email });
  const request = new URL(asked.location, origin).searchParams.get('request') ?? '';
  const page = await fetch(new URL(asked.location, origin));
  // The scripts below it are cut into pieces by chance.
  const main = /<main>.*<\/main>/s.exec(await page.text())?.[0] ?? '';
  const said = createHash('sha256').update(main.replaceAll(email, '').replaceAll(request, '')).digest('hex');
  const checked = await post(origin, '/en/sign-in/check', { request, code: '000000' });
  const withoutRequest = (address: string) => address.replace(request, '…');
  const parts = [
    ...[asked.status, asked.headers, withoutRequest(asked.location)],
    ...[page.status, said.slice(0, 12)],
    ...[checked.status, checked.headers, withoutRequest(checked.location)],
  ];
  return { isKnown, ask: asked.ms, check: checked.ms, answer: parts.join(' | ') };
}

async function post(origin: string, path: string, fields: Readonly<Record<string, string>>) {
  const network = `10.${randomInt(256)}.${randomInt(256)}.1`;
  const started = performance.now();
  const response = await fetch(new URL(path, origin), {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: origin, 'X-Forwarded-For': network },
    redirect: 'manual',
  });
  await response.arrayBuffer();
  const ms = performance.now() - started;
  const headers = [...response.headers.keys()].filter((name) => name !== 'date').join(',');
  return { ms, status: response.status, headers, location: response.headers.get('location') ?? '' };
}
