/** The rooms of `src/`. Entry is what Next.js finds at the top, proxy.ts and instrumentation.ts, and the parts of proxy.ts. */
export type Layer = 'app' | 'components' | 'server' | 'domain' | 'lib' | 'i18n' | 'entry';

/** Who may import whom, and what to do instead. Within a room everything else is decided by the finer rules. */
export const layers: Record<Layer, { mayImport: readonly Layer[]; instead: string }> = {
  app: {
    mayImport: ['app', 'components', 'server', 'domain', 'lib', 'i18n'],
    instead: 'Move what the route needs to src/server, src/domain or src/lib.',
  },
  components: {
    mayImport: ['components', 'domain', 'lib', 'i18n'],
    instead:
      'A component takes props and decides nothing: read in the page and pass it on, or move a rule to src/domain.',
  },
  server: {
    mayImport: ['server', 'domain', 'lib', 'i18n'],
    instead: 'The server knows no pages: pass the value in, or move what both need to src/domain or src/lib.',
  },
  domain: {
    mayImport: ['domain', 'lib'],
    instead: 'The domain is pure: pass the value in, or move this file to the layer that needs it.',
  },
  lib: {
    mayImport: ['lib'],
    instead: 'lib knows nothing of the product: pass the value in, or move this file to src/domain.',
  },
  i18n: {
    mayImport: ['i18n', 'domain', 'lib'],
    instead: 'Words and formats know no pages and no data: pass the value in.',
  },
  entry: {
    mayImport: ['entry', 'domain', 'lib', 'i18n'],
    instead:
      'The entry files do only what a process or every request needs: move it to src/server/platform or src/lib.',
  },
};

/**
 * What the proxy may ask besides the platform: where an address leads. Next draws a 404 page on the
 * server only for an address that no route matches (vercel/next.js#62228), so this is known before a page is drawn.
 */
export const proxyMayAsk: readonly string[] = [
  'src/server/catalogue/queries/address.ts',
  'src/server/catalogue/queries/version.ts',
  'src/server/pages/queries.ts',
  'src/server/pages/stamp.ts',
];

/** Areas of the server that every other area may use. */
export const sharedAreas = ['practices', 'accounts', 'mail', 'forms', 'storage', 'jobs', 'platform'];

/** The layer of a source file; null outside the map. */
export function layerOf(file: string): Layer | null {
  if (isProxy(file) || file === 'src/instrumentation.ts') return 'entry';
  const room = /^src\/(app|components|server|domain|lib|i18n)\//.exec(file)?.[1];
  switch (room) {
    case 'app':
    case 'components':
    case 'server':
    case 'domain':
    case 'lib':
    case 'i18n':
      return room;
    default:
      return null;
  }
}

/** Whether a file is proxy.ts or one of its parts. */
export function isProxy(file: string): boolean {
  return file === 'src/proxy.ts' || file.startsWith('src/proxy/');
}

/** `review` for src/server/review/queries.ts; null for a file outside any area. */
export function areaOf(file: string): string | null {
  return /^src\/server\/([^/]+)\//.exec(file)?.[1] ?? null;
}

const routeFile =
  /\/(?:page|route|layout|template|default|error|not-found|global-error|sitemap|robots|manifest)\.tsx?$/;

/** The folder of the route that a file under src/app belongs to: folders that hold no route belong to the one above. */
export function routeOf(file: string, paths: ReadonlySet<string>): string {
  let folder = file.slice(0, file.lastIndexOf('/'));
  const holdsRoute = (candidate: string) =>
    [...paths].some((path) => path.startsWith(`${candidate}/`) && routeFile.test(path));
  while (folder !== 'src/app' && !holdsRoute(folder)) folder = folder.slice(0, folder.lastIndexOf('/'));
  return folder;
}

/** Files that may hold the Prisma client: where rows are read and written, and where the client is made. */
export function mayUsePrisma(file: string): boolean {
  return (
    /^src\/server\/[^/]+\/(?:queries|commands|select|events)(?:\.ts$|\/)/.test(file) ||
    file.startsWith('src/server/exchange/') ||
    file === 'src/server/platform/db.ts'
  );
}
