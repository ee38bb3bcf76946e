import { requireLocale } from '#i18n/require-locale';
import { outlineDocx } from '#lib/docx-write';
import { answerTemplate } from '../answer-template';

/** The form as a Word file. */
export async function GET(_: Request, { params }: RouteContext<'/[locale]/submissions/template.docx'>) {
  const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const locale = requireLocale((await params).locale);
  return answerTemplate(locale, { mediaType, ending: 'docx', draw: outlineDocx });
}
