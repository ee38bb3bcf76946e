import { describe, expect, test } from 'vitest';
import { decisionLimits } from '#domain/decision';
import { type DecisionField, fieldsOfDecision, readDecision } from '#domain/decision-form';

const typing =
  (values: Partial<Record<DecisionField, string>>) =>
  (field: DecisionField): string =>
    values[field] ?? '';
const letter = { subject: 'About  it\n', text: 'First.\r\n\r\nThen.' };

describe('the form of a decision', () => {
  test('asks for what it needs, and says all that is missing at once', () => {
    expect(readDecision('decline', typing({}))).toEqual({
      ok: false,
      problems: { reasons: 'missing', subject: 'missing', text: 'missing' },
    });
    expect(readDecision('republish', typing({}))).toMatchObject({ ok: true });
    expect(fieldsOfDecision('reconsider')).toEqual(['reasons']);
  });

  test('takes what it asks for alone, the mail in lines as they were meant', () => {
    expect(readDecision('accept', typing({ ...letter, reasons: 'not asked' }))).toMatchObject({
      ok: true,
      written: { letter: { subject: 'About it', text: 'First.\n\nThen.' }, reasons: '' },
    });
  });

  test('holds texts to their limits', () => {
    const note = 'x'.repeat(decisionLimits.note + 1);
    expect(readDecision('publish', typing({ ...letter, note }))).toEqual({
      ok: false,
      problems: { note: 'too-long' },
    });
    expect(readDecision('publish', typing({ ...letter, despite: '7' }))).toMatchObject({
      written: { despite: 7, note: '' },
    });
    expect(readDecision('publish', typing({ ...letter, despite: 'all' }))).toMatchObject({
      written: { despite: undefined },
    });
  });

  test('reads a time by the clock of Greenwich, and no other', () => {
    expect(readDecision('schedule', typing({ day: '2027-05-24', time: '09:00' }))).toMatchObject({
      written: { publishAt: new Date('2027-05-24T09:00:00Z') },
    });
    for (const day of ['2027-02-31x', '24.5.2027', '0'])
      expect(readDecision('schedule', typing({ day, time: '09:00' })), day).toEqual({
        ok: false,
        problems: { day: 'no-time' },
      });
  });
});
