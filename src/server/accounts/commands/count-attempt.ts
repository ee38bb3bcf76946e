import 'server-only';
import { createHmac } from 'node:crypto';
import { type RateRule, rateLimits, windowStart } from '#domain/rate-limits';
import { keyFor } from '#server/accounts/commands/key';
import { database } from '#server/platform/db';

/**
 * Counts one more attempt by `who` (an address, a network, an account), on all instances together. True while there are
 * not too many in this window of time. Counted before whatever it limits, and never taken back with it.
 */
export async function countAttempt(rule: RateRule, who: string, now: Date): Promise<boolean> {
  const key = await hashForCounting(`${rule} ${who}`);
  const [count] = await database().$queryRaw<[{ hits: number }]>`
    INSERT INTO rate_count (key, window_start, hits) VALUES (${key}, ${windowStart(rule, now)}, 1)
    ON CONFLICT (key, window_start) DO UPDATE SET hits = rate_count.hits + 1
    RETURNING hits`;
  return count.hits <= rateLimits[rule].hits;
}

/** Whom a count is about, so that nobody who reads the table learns it. */
export async function hashForCounting(who: string): Promise<Uint8Array<ArrayBuffer>> {
  const mac = createHmac('sha256', await keyFor('rate count')).update(who);
  return Uint8Array.from(mac.digest());
}
