import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Run, runProgram } from '#scripts/run-program';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'content-'));
  await cp('content', folder, { recursive: true });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

function seed(): Promise<Run> {
  return runProgram(process.execPath, ['--conditions=react-server', 'prisma/seed.ts'], {
    env: { ...process.env, DATABASE_URL: database.url, CONTENT_DIR: folder },
  });
}

test('the report says what was done, and the second time that nothing was', async () => {
  const first = await seed();
  expect(first.output).toMatch(
    /^\d+ examples: \d+ added, 0 changed, 0 unchanged, 0 left alone because they were edited on the site\n/,
  );
  expect(first.code).toBe(0);
  const second = await seed();
  expect(second.output).toMatch(
    /^\d+ examples: 0 added, 0 changed, \d+ unchanged, 0 left alone because they were edited on the site\n$/,
  );
});

test('one bad file is named with its line and reason, and nothing is changed', async () => {
  const broken = path.join(folder, 'practices/migrant-stories/en.md');
  const fine = path.join(folder, 'practices/a-welcoming-app/en.md');
  await writeFile(broken, (await readFile(broken, 'utf8')).replace('years: "2020"', 'years: "2020 or so"'));
  await writeFile(fine, (await readFile(fine, 'utf8')).replace('A welcoming app', 'A changed title'));
  const run = await seed();
  expect(run.code).toBe(1);
  expect(run.output).toContain(`${broken}:6 years: is not understood`);
  expect(run.output).toContain('Nothing was loaded: 1 problem to correct.');
  expect(await database.db.practiceText.count({ where: { title: 'A changed title' } })).toBe(0);
});
