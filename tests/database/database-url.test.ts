import { expect, inject, test } from 'vitest';
import { checkDatabaseUrl } from '#scripts/database-url';

/** The address of the test server with some part of it changed. */
function alter(change: (url: URL) => void): string {
  const url = new URL(inject('databaseServer'));
  change(url);
  return url.href;
}

test('a database that answers can be used', async () => {
  expect(await checkDatabaseUrl(inject('databaseServer'))).toEqual({ ok: true });
});

test('a database that does not exist is named', async () => {
  const url = alter((address) => {
    address.pathname = '/missing';
  });
  const { host } = new URL(url);
  expect(await checkDatabaseUrl(url)).toEqual({
    ok: false,
    sentence: `The server ${host} has no database missing: create it, or correct DATABASE_URL.`,
  });
});

test('a wrong password is told without saying it', async () => {
  const url = alter((address) => {
    address.password = 'wrong-secret';
  });
  const { host } = new URL(url);
  expect(await checkDatabaseUrl(url)).toEqual({
    ok: false,
    sentence: `The server ${host} does not let this user into postgres: check user and password in DATABASE_URL.`,
  });
});
