import { parseVersionNumber } from '#domain/practice-address';
import { accountPaths } from '#i18n/account-paths';
import { historyPaths } from '#i18n/history-paths';
import { requireLocale } from '#i18n/require-locale';
import { submissionPaths } from '#i18n/submission-paths';
import { firstValue } from '#lib/form-values';
import { currentPerson } from '#server/accounts/session';
import { openForm } from '#server/forms/form-door';
import { guardForm } from '#server/forms/guard-form';
import { seeOther } from '#server/forms/see-other';
import { beginRevision } from '#server/submissions/commands/begin-revision';
import { readRevisionOffer } from '#server/submissions/queries/revision';
import { nothingThere } from '../../../../take-form';

/** Begins a revision of a published example, or of one of its versions, and leads to its first step. */
export async function POST(request: Request, { params }: RouteContext<'/[locale]/submissions/revise/begin'>) {
  const locale = requireLocale((await params).locale);
  const opened = await openForm(request, { limit: 10_000, labels: {} });
  if (!opened.ok) return opened.answer;
  const { values } = opened;
  return guardForm({ request, values, labels: {} }, async () => {
    const page = historyPaths.revise(locale, firstValue(values, 'practice'));
    const person = await currentPerson();
    if (!person) return seeOther(accountPaths.signIn(locale, { to: page }));
    const { actor } = person;
    const offer = await readRevisionOffer({ actor, slug: firstValue(values, 'practice'), locale });
    if (!offer) return nothingThere();
    const from = parseVersionNumber(firstValue(values, 'from')) ?? undefined;
    const begun = await beginRevision({ actor, practiceId: offer.practiceId, from, now: new Date() });
    if (begun.ok) return seeOther(submissionPaths.step(locale, begun.id, 'place'));
    return begun.reason === 'not-found' ? nothingThere() : seeOther(`${page}&late=1`);
  });
}
