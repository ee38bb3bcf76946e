import 'server-only';
import type { Actor } from '#domain/actor';
import { mayManagePeople } from '#domain/permissions';
import { defaultLocale, isLocale } from '#i18n/locales';
import { drawId } from '#lib/draw-id';
import { appendAccountEvent } from '#server/accounts/events';
import { queueMail } from '#server/mail/commands';
import { database, type Transaction } from '#server/platform/db';

type Decide = { actor: Actor; id: string; confirmed: boolean; now: Date };

/** Confirms or refuses, once, that someone works for the city they named, and tells them. Returns whether it did. */
export async function decideAffiliation({ actor, id, confirmed, now }: Decide): Promise<boolean> {
  if (!mayManagePeople(actor)) return false;
  return database().$transaction(async (tx) => {
    const { count } = await tx.affiliation.updateMany({
      where: { id, decidedAt: null },
      data: { decidedAt: now, decidedBy: actor.id, confirmed },
    });
    if (count !== 1) return false;
    const { account, accountId, cityId, cityName } = await tx.affiliation.findUniqueOrThrow({
      where: { id },
      include: { account: { select: { email: true, locale: true } } },
    });
    const kind = confirmed ? 'affiliation-confirmed' : 'affiliation-refused';
    await appendAccountEvent(tx, {
      ...{ accountId, actor: actor.id, kind, at: now, data: { affiliation: id } },
      before: { confirmed: null },
      after: { confirmed },
    });
    const locale = isLocale(account.locale) ? account.locale : defaultLocale;
    const city = cityName ?? (await nameCity(tx, cityId ?? '', locale));
    await queueMail(tx, { to: account.email, locale, kind, data: { city }, now });
    return true;
  });
}

/** Confirms cities for an account, asked for or not. */
export async function confirmCities(
  tx: Transaction,
  {
    accountId,
    cityIds,
    decidedBy,
    now,
  }: { accountId: string; cityIds: string[]; decidedBy: string; now: Date },
): Promise<void> {
  const cities = await tx.city.findMany({
    where: { id: { in: cityIds } },
    select: { id: true, country: true },
  });
  for (const { id: cityId, country } of cities) {
    const decision = { confirmed: true, decidedAt: now, decidedBy };
    const { count } = await tx.affiliation.updateMany({ where: { accountId, cityId }, data: decision });
    if (count === 0)
      await tx.affiliation.create({
        data: { id: drawId(), accountId, cityId, country, askedAt: now, ...decision },
      });
  }
}

async function nameCity(tx: Transaction, cityId: string, locale: string): Promise<string> {
  const names = await tx.cityName.findMany({ where: { cityId, language: { in: [locale, defaultLocale] } } });
  return names.find(({ language }) => language === locale)?.name ?? names[0]?.name ?? cityId;
}
