import { describe, expect, test } from 'vitest';
import {
  addDays,
  confirmationDueBefore,
  confirmationRules,
  isConfirmationOverdue,
  isToBeAsked,
} from '#domain/confirmation';

const at = (text: string) => new Date(text);

test.each([
  ['2026-11-25T08:00:00Z', '2025-05-25T08:00:00.000Z'],
  // November has no 31st, nor February a 30th.
  ['2026-05-31T00:00:00Z', '2024-11-30T00:00:00.000Z'],
  ['2025-08-30T12:00:00Z', '2024-02-29T12:00:00.000Z'],
  ['2026-08-30T12:00:00Z', '2025-02-28T12:00:00.000Z'],
])('at %s what was confirmed until %s is due', (now, due) => {
  expect(confirmationDueBefore(at(now)).toISOString()).toBe(due);
});

test('readers are told after 18 months and 60 days, to the minute', () => {
  const since = at('2024-01-31T10:00:00Z');
  // Eighteen months after the last of January is the last of July.
  expect(isConfirmationOverdue(since, at('2025-09-29T09:59:00Z'))).toBe(false);
  expect(isConfirmationOverdue(since, at('2025-09-29T10:00:00Z'))).toBe(true);
});

describe('a person', () => {
  const now = at('2026-11-25T06:00:00Z');
  const ago = (days: number) => addDays(now, -days);

  test('is asked, reminded once after a month, and then left alone', () => {
    expect(isToBeAsked([], null, now)).toBe(true);
    expect(isToBeAsked([ago(29)], ago(29), now)).toBe(false);
    expect(isToBeAsked([ago(confirmationRules.reminderDays)], ago(30), now)).toBe(true);
    expect(isToBeAsked([ago(61), ago(31)], ago(31), now)).toBe(false);
  });

  test('has no two mails within 25 days, even about two confirmations', () => {
    expect(isToBeAsked([], ago(24), now)).toBe(false);
    expect(isToBeAsked([], ago(25), now)).toBe(true);
  });
});
