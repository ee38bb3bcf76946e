import { connection } from 'next/server';

/** The least that Next sends for a page that is rendered when asked for. */
export default async function MinimalPage() {
  await connection();
  return <p>Nothing</p>;
}
