import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDataFolder } from '#scripts/data-lock';
import { checkDatabaseUrl } from '#scripts/database-url';
import { explainFailure } from '#scripts/explain';
import { fingerprint } from '#scripts/fingerprint';
import { findFreePort, probePort } from '#scripts/free-port';
import { findRunningServer } from '#scripts/postgres-process';
import { Refusal } from '#scripts/refusal';
import { readSettings } from '#scripts/settings';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'commands-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('settings', () => {
  test('have defaults, and an empty variable counts as unset', () => {
    const settings = readSettings({ NODE_ENV: 'test', PORT: '', DATA_DIR: '', DATABASE_URL: '' });
    expect(settings).toEqual({ port: 3000, dataFolder: path.resolve('.data'), databaseUrl: undefined });
  });

  test.each(['abc', '0', '65536', '80.5'])('PORT=%s is refused', (port) => {
    expect(() => readSettings({ NODE_ENV: 'test', PORT: port })).toThrow(`PORT is "${port}"`);
  });
});

describe('ports', () => {
  test('a free port is found, and one in use is told apart', async () => {
    const port = await findFreePort();
    expect(await probePort(port)).toBe(port);
    const server = await listen(port);
    expect(await probePort(port)).toBeUndefined();
    expect(await probePort(port, '127.0.0.1')).toBeUndefined();
    server.close();
  });
});

describe('fingerprint', () => {
  test('changes with every edit, new name and new file, and with nothing else', async () => {
    const read = () => fingerprint(folder, ['.'], ['skipped']);
    writeFileSync(path.join(folder, 'a'), 'one');
    const first = await read();
    expect(await read()).toBe(first);
    writeFileSync(path.join(folder, 'skipped'), 'passed over');
    expect(await read()).toBe(first);
    writeFileSync(path.join(folder, 'a'), 'two');
    const edited = await read();
    renameSync(path.join(folder, 'a'), path.join(folder, 'b'));
    const renamed = await read();
    writeFileSync(path.join(folder, 'c'), '');
    expect(new Set([first, edited, renamed, await read()]).size).toBe(4);
  });

  test('holds nothing for what is not there', async () => {
    expect(await fingerprint(folder, ['missing'])).toBe(await fingerprint(folder, []));
  });
});

describe('the data folder', () => {
  test('belongs to one command at a time', async () => {
    const lock = await lockDataFolder(folder);
    await expect(lockDataFolder(folder)).rejects.toThrow(`is in use by process ${process.pid}`);
    await lock.release();
    await (await lockDataFolder(folder)).release();
  });

  test('is free again when its holder was killed, also when the number is another program’s now', async () => {
    const stale = { owner: { pid: process.pid, startedAt: 'long ago' }, stopping: false };
    writeFileSync(path.join(folder, 'running.json'), JSON.stringify(stale));
    await (await lockDataFolder(folder)).release();
  });

  test('is free again when the note about its holder was cut short', async () => {
    writeFileSync(path.join(folder, 'running.json'), '{"owner":{"pi');
    await (await lockDataFolder(folder)).release();
  });
});

test('a postmaster.pid whose number is another program’s is no server', async () => {
  writeFileSync(path.join(folder, 'postmaster.pid'), `${process.pid}\n${folder}\n1\n5432\n`);
  expect(await findRunningServer(folder)).toBeUndefined();
});

describe('explainFailure', () => {
  test('says the sentence of a refusal and no more', async () => {
    expect(await explainFailure(new Refusal('Do this.', 'a long print'))).toBe('Do this.');
  });

  test('knows a full disk in its guises', async () => {
    const sentence = `The disk is full: make room in ${folder}, and run this again.`;
    expect(await explainFailure(new Error('ENOSPC: no space left on device, write'), folder)).toBe(sentence);
    expect(await explainFailure(new Error('could not extend file: No space left on device'), folder)).toBe(
      sentence,
    );
  });

  test('names the folder that is out of reach', async () => {
    const error = new Error("EACCES: permission denied, mkdir '/srv/data'");
    expect(await explainFailure(error)).toMatch(/^\/srv\/data cannot be written to or read/);
  });
});

describe('DATABASE_URL', () => {
  test.each(['nonsense', 'mysql://user:secret@localhost/site', 'postgresql:///site'])(
    '%s is refused',
    async (url) => {
      const checked = await checkDatabaseUrl(url);
      expect(checked).toEqual({
        ok: false,
        sentence: expect.stringContaining('is not of the form postgresql://'),
      });
    },
  );

  test('names host and database of a server that is not there, and never the password', async () => {
    const port = await findFreePort();
    const checked = await checkDatabaseUrl(`postgresql://user:secret@127.0.0.1:${port}/site`);
    expect(checked).toEqual({
      ok: false,
      sentence: `The database site on 127.0.0.1:${port} cannot be reached (connection refused): check DATABASE_URL and that the server runs.`,
    });
  });

  test('gives up on a server that says nothing', { timeout: 10_000 }, async () => {
    const port = await findFreePort();
    const server = await listen(port);
    const checked = await checkDatabaseUrl(`postgresql://user:secret@127.0.0.1:${port}/site`);
    expect(checked).toEqual({ ok: false, sentence: expect.stringContaining('(no answer within 5 seconds)') });
    server.close();
  });
});

function listen(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, () => resolve(server));
  });
}
