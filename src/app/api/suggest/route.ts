import { z } from 'zod';
import { filterLimits } from '#domain/catalogue-filter';
import type { Suggestion } from '#domain/suggestion';
import { defaultLocale, locales } from '#i18n/locales';
import { neverKept } from '#lib/cache-headers';
import { isAnonymous } from '#lib/inbound-headers';
import { readSuggestions } from '#server/catalogue/queries/suggest';
import { logSurprise } from '#server/platform/log';
import { isAway } from '#server/platform/outage';

const Params = z.object({
  // What cannot be searched for has no suggestions: that is an answer, not an error.
  q: z
    .string()
    .max(filterLimits.queryLength)
    .transform((q) => q.toWellFormed().replace(/\p{Cc}+/gu, ' '))
    .catch(''),
  locale: z.enum(locales).catch(defaultLocale),
});

/** Suggestions for what is typed in the search field: `GET /api/suggest?q=gen&locale=en`. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams, pathname } = new URL(request.url);
  const { q, locale } = Params.parse(Object.fromEntries(searchParams));
  try {
    const suggestions = await readSuggestions(q, { locale, now: new Date() });
    const kept = isAnonymous(request.headers) && !isAway();
    return answer(suggestions, kept ? { 'Cache-Control': 'public, max-age=60', Vary: 'Cookie' } : neverKept);
  } catch (error) {
    // Suggestions are a help, and there are none: nothing for a reader to see or do.
    if (isAway()) return answer([], neverKept);
    logSurprise(error, pathname);
    return answer([], neverKept, 503);
  }
}

function answer(suggestions: readonly Suggestion[], headers: Record<string, string>, status = 200): Response {
  return Response.json({ suggestions }, { status, headers });
}
