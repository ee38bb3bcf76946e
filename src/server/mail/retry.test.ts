import { expect, test } from 'vitest';
import { minutesToNextTry, readProblem } from '#server/mail/retry';

test('pauses double from a minute to six hours, and end after a day', () => {
  expect([1, 2, 3, 4, 9, 10, 11, 2_000].map((attempts) => minutesToNextTry(attempts, 5))).toEqual([
    1, 2, 4, 8, 256, 360, 360, 360,
  ]);
  expect(minutesToNextTry(3, 1_439)).toBe(4);
  expect(minutesToNextTry(3, 1_440)).toBeNull();
});

test.each([
  ['a mailbox that is not there', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, true, false],
  ['a mailbox that is full', { code: 'EENVELOPE', responseCode: 452, command: 'RCPT TO' }, false, false],
  ['a sender that is refused', { code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' }, false, false],
  ['a message that is refused', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, false, false],
  ['a server that is down', { code: 'ESOCKET' }, false, true],
  ['a wrong password', { code: 'EAUTH', responseCode: 535 }, false, true],
])('%s', (_, codes, isFinal, isOutage) => {
  expect(readProblem(Object.assign(new Error('x'), codes))).toMatchObject({ isFinal, isOutage });
});
