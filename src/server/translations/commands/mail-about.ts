import 'server-only';
import { queueMail } from '#server/mail/commands';
import { mailLocale } from '#server/mail/mail-locale';
import type { Transaction } from '#server/platform/db';
import type { Asked } from '#server/translations/commands/with-standing';
import type { LanguageStanding } from '#server/translations/select/translation';

/** Writes to every editor but the translator that a translation waits for approval. */
export async function mailOffered(
  tx: Transaction,
  { actor, now }: Asked,
  standing: LanguageStanding,
): Promise<void> {
  const who = await tx.account.findUniqueOrThrow({
    where: { id: actor.id },
    select: { name: true, email: true },
  });
  const editors = await tx.account.findMany({
    where: { roles: { has: 'editor' }, suspendedAt: null, id: { not: actor.id } },
    select: { id: true, email: true, locale: true },
    orderBy: { id: 'asc' },
  });
  const data = { ...aboutText(standing), who: who.name || who.email };
  for (const { id: accountId, email: to, locale } of editors)
    await queueMail(tx, {
      ...{ to, accountId, locale: mailLocale(locale), now },
      ...{ kind: 'translation-offered', data },
    });
}

/** Tells the translator what somebody else decided. */
export async function mailDecided(
  tx: Transaction,
  { now }: Asked,
  standing: LanguageStanding,
  decided: { verb: 'approve' | 'return' | 'withdraw'; because: string },
): Promise<void> {
  const translator = await tx.account.findFirst({
    where: { id: standing.translation?.translatorId ?? '', suspendedAt: null },
    select: { email: true, locale: true },
  });
  if (!translator) return;
  const data = { ...aboutText(standing), ...decided };
  const locale = mailLocale(translator.locale);
  await queueMail(tx, { to: translator.email, locale, kind: 'translation-decided', data, now });
}

function aboutText({ practice, original, language }: LanguageStanding) {
  return { practiceId: practice.id, slug: practice.slug, language, title: original.fields.title };
}
