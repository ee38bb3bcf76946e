import { careSections } from '#domain/care';
import { mayEditVocabularies } from '#domain/permissions';
import { accountPaths } from '#i18n/account-paths';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { carePaths } from '#i18n/vocabulary-paths';
import { neverKept } from '#lib/cache-headers';
import { writeCsv } from '#lib/csv';
import { contentDisposition } from '#lib/file-name';
import { currentPerson } from '#server/accounts/session';
import { seeOther } from '#server/forms/see-other';
import { logSurprise } from '#server/platform/log';
import { nothingThere } from '../../../nothing-there';
import { readCareTable } from '../care-table';

/** A section of the report as a file for a spreadsheet: `/care/links.csv`. */
export async function GET(request: Request, { params }: RouteContext<'/[locale]/care/[file]'>) {
  const { locale: asked, file } = await params;
  const locale = requireLocale(asked);
  try {
    const person = await currentPerson();
    if (!person) return seeOther(accountPaths.signIn(locale, { to: carePaths.report(locale) }));
    const section = careSections.find((known) => file === `${known}.csv`);
    if (!section || !mayEditVocabularies(person.actor)) return nothingThere(locale, request);
    const { columns, rows } = await readCareTable(section, { locale, now: new Date() });
    const name = `${translatorOf(locale)(`care.section.${section}.title`)}.csv`;
    return new Response(writeCsv([columns, ...rows.map((row) => row.map(({ text }) => text))]), {
      headers: {
        ...neverKept,
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': contentDisposition('attachment', name),
        'X-Content-Type-Options': 'nosniff',
      },
    });
  } catch (error) {
    const query = new URLSearchParams({ reference: logSurprise(error, new URL(request.url).pathname) });
    return seeOther(`/${locale}/error?${query}`);
  }
}
