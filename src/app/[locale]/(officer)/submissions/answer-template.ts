import 'server-only';
import type { Locale } from '#i18n/locales';
import { submissionTemplate } from '#i18n/submission-template';
import { templatePaths } from '#i18n/template-paths';
import { translatorOf } from '#i18n/translator';
import { neverKept } from '#lib/cache-headers';
import { contentDisposition } from '#lib/file-name';
import type { Outline } from '#lib/outline';
import { readChoices } from '#server/catalogue/queries/choices';
import { siteUrl } from '#server/platform/env';

type Drawn = { mediaType: string; ending: string; draw: (outline: Outline) => string | Uint8Array };

/** The template in a reader's language, to be saved as a file. */
export async function answerTemplate(locale: Locale, { mediaType, ending, draw }: Drawn): Promise<Response> {
  const choices = await readChoices({ locale, now: new Date() });
  const address = `${siteUrl()}${templatePaths.import(locale)}`;
  const body = draw(submissionTemplate({ locale, choices, address }));
  const name = `${translatorOf(locale)('template.title')}.${ending}`;
  const headers = {
    'Content-Type': mediaType,
    'Content-Disposition': contentDisposition('attachment', name),
  };
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: { ...neverKept, ...headers },
  });
}
