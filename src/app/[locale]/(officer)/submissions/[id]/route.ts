import { requireLocale } from '#i18n/require-locale';
import { submissionPaths } from '#i18n/submission-paths';
import { seeOther } from '#server/forms/see-other';

/** An example's address leads to its first step; whether there is one, that page says. */
export async function GET(_: Request, { params }: RouteContext<'/[locale]/submissions/[id]'>) {
  const { locale, id } = await params;
  return seeOther(submissionPaths.step(requireLocale(locale), encodeURIComponent(id), 'place'));
}
