import 'server-only';
import { site } from '#domain/actor';
import { queueMail } from '#server/mail/commands';
import { mailLocale } from '#server/mail/mail-locale';
import type { Transaction } from '#server/platform/db';
import { appendPracticeEvent } from '#server/practices/events/practice';

type Outdated = {
  practiceId: string;
  slug: string;
  /** Of the original, and its language, as they are now. */
  title: string;
  language: string;
  /** Number of the version that says something else. */
  version: number;
  now: Date;
};

/**
 * Notes of every translation that its original says something else now. Readers keep what was approved last, with a
 * notice; those who translated it are told. What is being written stays as it is.
 */
export async function outdateTranslations(tx: Transaction, outdated: Outdated): Promise<void> {
  const { practiceId, language, version, now } = outdated;
  const where = { practiceId, language: { not: language } };
  const texts = await tx.practiceText.findMany({
    where: { ...where, state: 'approved' },
    select: { language: true },
    orderBy: { language: 'asc' },
  });
  await tx.practiceText.updateMany({ where: { ...where, state: 'approved' }, data: { state: 'outdated' } });
  // The original until now, where it was in another language, was made from nothing.
  await tx.practiceText.updateMany({
    where: { ...where, madeFrom: null },
    data: { madeFrom: Math.max(version - 1, 1) },
  });
  await tx.translation.updateMany({ where: { ...where, state: 'approved' }, data: { state: 'outdated' } });
  await appendPracticeEvent(
    tx,
    texts.map((text) => ({
      ...({ practiceId, actor: site.id, kind: 'translation-outdated', at: now } as const),
      ...{ before: { state: 'approved' }, after: { state: 'outdated' } },
      data: { language: text.language, version },
    })),
  );
  await mailTranslators(tx, outdated);
}

async function mailTranslators(
  tx: Transaction,
  { practiceId, slug, title, language, now }: Outdated,
): Promise<void> {
  const translations = await tx.translation.findMany({
    where: { practiceId, language: { not: language }, translator: { suspendedAt: null } },
    select: { language: true, translator: { select: { id: true, email: true, locale: true } } },
    orderBy: { language: 'asc' },
  });
  for (const { translator, language: into } of translations)
    if (translator)
      await queueMail(tx, {
        ...{ to: translator.email, accountId: translator.id, locale: mailLocale(translator.locale), now },
        ...{ kind: 'translation-outdated', data: { practiceId, slug, language: into, title } },
      });
}
