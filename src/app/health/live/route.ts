import { neverKept } from '#lib/cache-headers';

export const dynamic = 'force-dynamic';

/** Whether the process runs. */
export function GET() {
  return new Response(null, { status: 200, headers: neverKept });
}
