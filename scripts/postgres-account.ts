import { chown, readFile, stat } from 'node:fs/promises';
import { Refusal } from './refusal.ts';
import { runProgram } from './run-program.ts';

/** How PostgreSQL's programs are started: `prefix` goes in front of the program and its arguments. */
export type PostgresAccount = { prefix: readonly string[]; owner?: { uid: number; gid: number } };

type Places = { folder: string; program: string; throwaway: boolean };

/**
 * PostgreSQL refuses to run as root, so root hands it to another account: the owner of the folder if there is one
 * already, else `postgres`, which is created where it is missing (a throw-away cluster borrows `nobody` instead and
 * leaves no account behind). Gives that account the folder. Anyone but root runs it as they are.
 */
export async function choosePostgresAccount(places: Places): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = await stat(places.folder);
  const owner = uid === 0 ? await findAccount(places.throwaway) : { uid, gid };
  await chown(places.folder, owner.uid, owner.gid);
  const plain = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  if (await canReach(plain, places)) return { prefix: plain, owner };
  const strong = [...plain, ...(await readPrivileges())];
  if (await canReach(strong, places)) return { prefix: strong, owner };
  throw new Refusal(
    `PostgreSQL does not run as root, and no other account can reach ${places.folder}. Start as an ordinary user, or set DATABASE_URL.`,
  );
}

async function findAccount(throwaway: boolean): Promise<{ uid: number; gid: number }> {
  const present = (await lookUp('postgres')) ?? (throwaway ? await lookUp('nobody') : undefined);
  if (present) return present;
  const added = await runProgram('useradd', [
    ...['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'],
    ...['--shell', '/usr/sbin/nologin', 'postgres'],
  ]);
  const created = added.code === 0 ? await lookUp('postgres') : undefined;
  if (created) return created;
  throw new Refusal(
    'PostgreSQL does not run as root, and the account "postgres" could not be created. Start as an ordinary user, or set DATABASE_URL.',
  );
}

async function lookUp(name: string): Promise<{ uid: number; gid: number } | undefined> {
  const line = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

async function canReach(prefix: readonly string[], places: Places): Promise<boolean> {
  const [first = '', ...rest] = prefix;
  const run = await runProgram(first, [...rest, 'test', '-x', places.program, '-a', '-w', places.folder], {
    cwd: '/',
  });
  return run.code === 0;
}

/**
 * A clone below a folder that only root may enter (/root, mode 700) is out of reach for every other account. So the
 * server keeps one privilege: to read and enter any folder. Containers often hold that one back and grant the wider
 * dac_override. `no_setuid_fixup` makes access(2), which PostgreSQL asks about its own programs, heed the privilege.
 */
async function readPrivileges(): Promise<string[]> {
  const status = await readFile('/proc/self/status', 'utf8');
  const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
  const capability = effective & (1n << 2n) ? 'dac_read_search' : 'dac_override';
  return ['--securebits=+no_setuid_fixup', `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
}
