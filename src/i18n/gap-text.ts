import { postedName } from '#domain/posted-files';
import { submissionFields } from '#domain/submission-fields';
import type { Gap } from '#domain/submission-gaps';
import { descriptionProblemText } from '#i18n/file-text';
import type { Locale } from '#i18n/locales';
import { submissionPaths } from '#i18n/submission-paths';
import { problemText } from '#i18n/submission-problem';
import { translatorOf } from '#i18n/translator';

/** Something that is to be done before sending: the field, its sentence, and where that is done. */
export type GapLink = { name: string; text: string; href: string };

/** A gap as a link that leads to the very field, which then has the focus: an address's fragment needs no script. */
export function gapLink(gap: Gap, { id, locale }: { id: string; locale: Locale }): GapLink {
  if (gap.kind === 'file') {
    const name = postedName(gap.problem.field, gap.problem.fileId);
    return {
      name,
      text: descriptionProblemText(gap.problem, locale),
      href: `${submissionPaths.step(locale, id, 'files')}?check=1#${name}`,
    };
  }
  const field = gap.kind === 'field' ? gap.problem.field : gap.field;
  const path = submissionPaths.step(locale, id, submissionFields[field].step);
  if (gap.kind === 'field')
    return { name: field, text: problemText(gap.problem, locale), href: `${path}?check=1#${field}` };
  const t = translatorOf(locale);
  const text = t('sending.check.conflict', { label: t(`submission.label.${field}`) });
  return { name: `conflict-${field}`, text, href: `${path}#both` };
}
