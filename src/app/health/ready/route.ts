import { neverKept } from '#lib/cache-headers';
import { databaseAnswers } from '#server/platform/database-watch';

export const dynamic = 'force-dynamic';

/** Whether requests may be sent here: 503 while the database does not answer within a second or so. Says nothing else. */
export async function GET() {
  return new Response(null, { status: (await databaseAnswers()) ? 200 : 503, headers: neverKept });
}
