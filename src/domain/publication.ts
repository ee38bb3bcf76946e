import { checkFields, type FieldProblem, type KnownChoices } from '#domain/submission-check';
import type { DraftFields } from '#domain/submission-fields';

/**
 * What keeps an example from being published, looked at once more at that very moment: whatever keeps one from being sent,
 * and a place that the catalogue knows. A city, topic or group may have gone since.
 */
export function findObstacles(fields: DraftFields, known: KnownChoices): FieldProblem[] {
  const problems = checkFields(fields, { forSending: true, known });
  if (fields.cities.length > 0) return problems;
  return [{ field: 'cities', reason: 'missing' }, ...problems];
}
