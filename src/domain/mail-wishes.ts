import { z } from 'zod';
import type { Role } from '#domain/actor';

/** Mails that people can live without: what arrives to be read, answers to an editor's work, later versions of one's own. */
export const mailGroups = ['arrivals', 'answers', 'versions'] as const;
export type MailGroup = (typeof mailGroups)[number];

/** How they may come: one by one, together once a day, or not at all. */
export const mailWishes = ['each', 'daily', 'none'] as const;
export type MailWish = (typeof mailWishes)[number];

export const MailWish = z.enum(mailWishes);
export const MailGroup = z.enum(mailGroups);

/** What a person wants of each group. */
export type WishOfGroup = Readonly<Record<MailGroup, MailWish>>;

/** What holds for who never said anything. */
export const usualWishes: WishOfGroup = { arrivals: 'each', answers: 'each', versions: 'each' };

/** What a link at the end of a mail ends: one group, or the daily mail with whatever comes in it. */
export const endable = [...mailGroups, 'digest'] as const;
export type Endable = (typeof endable)[number];

/** The groups whose mails somebody in these roles gets at all. */
export function groupsFor(roles: readonly Role[]): readonly MailGroup[] {
  return roles.includes('editor') ? mailGroups : ['versions'];
}

/** The wishes once such a link was used. */
export function withoutMails(wishes: WishOfGroup, ended: Endable): WishOfGroup {
  if (ended !== 'digest') return { ...wishes, [ended]: 'none' };
  const keep = (wish: MailWish): MailWish => (wish === 'daily' ? 'none' : wish);
  return { arrivals: keep(wishes.arrivals), answers: keep(wishes.answers), versions: keep(wishes.versions) };
}
