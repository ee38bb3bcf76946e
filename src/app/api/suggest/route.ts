import { z } from 'zod';
import { filterLimits } from '#domain/catalogue-filter';
import type { Suggestion } from '#domain/suggestion';
import { defaultLocale, locales } from '#i18n/locales';
import { readSuggestions } from '#server/catalogue/queries/suggest';
import { logSurprise } from '#server/platform/log';

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
    return answer(await readSuggestions(q, { locale, now: new Date() }), 'public, max-age=60');
  } catch (error) {
    logSurprise(error, pathname);
    return answer([], 'no-store', 503);
  }
}

function answer(suggestions: readonly Suggestion[], cacheControl: string, status = 200): Response {
  return Response.json({ suggestions }, { status, headers: { 'Cache-Control': cacheControl } });
}
