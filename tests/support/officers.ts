import type { Actor } from '#domain/actor';
import { type FieldName, fieldNames } from '#domain/submission-fields';
import type { FieldValue } from '#domain/submission-values';
import type { Database } from '#server/platform/db';

/** An officer with an account, ready to write. */
export async function addOfficer(db: Database, id: string): Promise<Actor> {
  await db.account.create({
    data: { id, name: `Officer ${id}`, email: `${id}@cork.example`, locale: 'en', roles: ['officer'] },
  });
  return { id, roles: ['officer'], cities: [], hasSecondFactor: false };
}

/** What a form holds. */
export function posting(values: Partial<Record<FieldName, FieldValue>>): Map<FieldName, FieldValue> {
  return new Map(Object.entries(values).map(([name, value]) => [fieldName(name), value]));
}

function fieldName(name: string): FieldName {
  const known = fieldNames.find((one) => one === name);
  if (!known) throw new Error(`${name} is no field.`);
  return known;
}
