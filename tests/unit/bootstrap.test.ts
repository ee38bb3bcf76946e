import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explainInstall, isAtLeast } from '../../scripts/bootstrap.mjs';

test.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['24.0.0', true],
  ['20.18.9', false],
  ['18.20.4', false],
  ['9.99.0', false],
])('Node %s is enough: %s', (version, expected) => {
  expect(isAtLeast(version, 20, 19)).toBe(expected);
});

test('too old a Node is told in one sentence', () => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '18.20.4' } });`;
  const call = `const { bootstrap } = await import('./scripts/bootstrap.mjs'); bootstrap('start');`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', pretend + call], {
    encoding: 'utf8',
  });
  expect(run.stderr.trim()).toBe('This needs Node.js 20.19 or newer; the one that runs is 18.20.4.');
  expect(run.status).toBe(1);
});

test('the first lines run on old Nodes: no syntax younger than Node 12', () => {
  for (const name of ['bootstrap', 'start', 'test', 'dev']) {
    expect(readFileSync(`scripts/${name}.mjs`, 'utf8')).not.toMatch(
      /\?\.|\?\?|\|\|=|&&=|#\w+\s*=|\bawait\b|\.at\(/,
    );
  }
});

test.each([
  ['npm error nospc ENOSPC: no space left on device, write', 'The disk is full'],
  ['npm error code EACCES\nnpm error syscall mkdir', 'cannot be written to'],
  ['npm error code ENOTFOUND\nnpm error network request to …', 'could not be fetched'],
])('npm saying "%s" becomes a sentence', (output, expected) => {
  expect(explainInstall(output)).toContain(expected);
});
