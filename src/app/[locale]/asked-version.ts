import 'server-only';
import { headers } from 'next/headers';

/** What was public when the request came in, if the proxy asked for it: read once, it is not asked for again. */
export async function askedVersion(): Promise<string | null> {
  return (await headers()).get('x-catalogue');
}
