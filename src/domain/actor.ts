export const roles = ['officer', 'translator', 'editor', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Who is acting: a person who is signed in, as the server knows them at this request. */
export type Actor = {
  id: string;
  roles: readonly Role[];
  /** Ids of the cities they are an officer of, whether an editor has confirmed it yet or not. */
  cities: readonly { id: string; confirmed: boolean }[];
  /** Whether the second factor was given in this session. Editors and administrators may not act without. */
  hasSecondFactor: boolean;
};

/** Whether the person may act in a role now: editors and administrators only with their second factor. */
export function actsAs(actor: Actor, role: Role): boolean {
  if (!actor.roles.includes(role)) return false;
  return actor.hasSecondFactor || (role !== 'editor' && role !== 'administrator');
}

/** Who stands in the history for what the site does by itself. */
export const site = { id: 'site' } as const;
