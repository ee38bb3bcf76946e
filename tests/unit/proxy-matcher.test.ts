import { expect, test } from 'vitest';
import { config } from '../../src/proxy.ts';

const passes = (path: string) => new RegExp(`^${config.matcher}$`).test(path);

test('forms with files go past the proxy, which would hold them in memory; nothing else does', () => {
  expect(passes('/en/submissions/0123456789/files/save')).toBe(false);
  expect(passes('/sq/submissions/import/read')).toBe(false);
  const others = [
    ...['/', '/en', '/en/submissions', '/en/submissions/import', '/en/submissions/0123456789/files'],
    ...['/en/submissions/0123456789/files/save/', '/en/submissions/0123456789/files/save/more'],
    ...[
      '/en/submissions/0123456789/story/save',
      '/en/submissions/a/b/files/save',
      '/en/x/submissions/1/files/save',
    ],
    ...['/files/0123456789/480.webp', '/submissions/1/files/save', '/en/submissions//files/save'],
  ];
  expect(others.filter((path) => !passes(path))).toEqual([]);
});
