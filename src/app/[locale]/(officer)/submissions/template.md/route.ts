import { requireLocale } from '#i18n/require-locale';
import { outlineMarkdown } from '#lib/outline';
import { answerTemplate } from '../answer-template';

/** The form as plain text. */
export async function GET(_: Request, { params }: RouteContext<'/[locale]/submissions/template.md'>) {
  const mediaType = 'text/markdown; charset=utf-8';
  const locale = requireLocale((await params).locale);
  return answerTemplate(locale, { mediaType, ending: 'md', draw: outlineMarkdown });
}
