import type { LinkProblem } from '#domain/link-check';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** What happened to a link, in words. */
export function linkReason(
  { status, problem }: { status: number | null; problem: LinkProblem | null },
  locale: Locale,
): string {
  const t = translatorOf(locale);
  if (status !== null) return t('care.answered', { status: String(status) });
  const words: Record<LinkProblem, string> = {
    'no-address': t('care.problem.noAddress'),
    private: t('care.problem.private'),
    timeout: t('care.problem.timeout'),
    certificate: t('care.problem.certificate'),
    redirects: t('care.problem.redirects'),
    unreachable: t('care.problem.unreachable'),
  };
  return words[problem ?? 'unreachable'];
}
