import { existsSync } from 'node:fs';
import { Refusal } from './refusal.ts';
import { runProgram } from './run-program.ts';

/** Where Debian and others put it. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The program of an installed Chromium: the one named by CHROMIUM_PATH, else one in a usual place. */
export function findChromium(variables: NodeJS.ProcessEnv): string | undefined {
  const places = variables.CHROMIUM_PATH ? [variables.CHROMIUM_PATH] : PLACES;
  return places.find((place) => existsSync(place));
}

/** Installs Debian's Chromium where no browser is found. Throws a Refusal where that is not possible. */
export async function installBrowser(): Promise<void> {
  if (findChromium(process.env)) return;
  if (process.env.CHROMIUM_PATH)
    throw new Refusal(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}: there is no such file.`);
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Refusal(
      'There is no Chromium: install one, on Debian with "apt-get install chromium" as root, or set CHROMIUM_PATH.',
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation'];
  for (const args of [['update'], install]) {
    const run = await runProgram('apt-get', args, { env });
    if (run.code !== 0)
      throw new Refusal('Chromium could not be installed: apt-get says why above.', run.output);
  }
}
