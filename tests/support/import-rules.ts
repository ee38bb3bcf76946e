import type { ImportTarget } from '#tests/support/import-graph';
import {
  areaOf,
  isProxy,
  layerOf,
  layers,
  mayUsePrisma,
  proxyMayAsk,
  routeOf,
  sharedAreas,
} from '#tests/support/layers';
import type { ScannedSource } from '#tests/support/scan-source';

type FoundImport = {
  file: string;
  specifier: string;
  target: ImportTarget;
  scanned: ScannedSource;
  paths: ReadonlySet<string>;
};

const database = 'src/server/platform/db.ts';
const prismaAdvice =
  "Only a server area's queries, commands, select and events files (or folders of these names), src/server/exchange and platform/db.ts hold the Prisma client: move the query there.";

/** What is wrong with one import: at most a few sentences, each with the place the code should go. */
export function findImportViolations(found: FoundImport): string[] {
  const advice =
    found.target.kind === 'package'
      ? advisePackage(found.file, found.target.name)
      : adviseFile(found, found.target.path);
  const name = found.target.kind === 'package' ? found.target.name : found.target.path;
  return advice.map((sentence) => `${found.file} imports ${name}. ${sentence}`);
}

function advisePackage(file: string, name: string): string[] {
  const layer = layerOf(file);
  if (layer === 'domain') {
    return name === 'zod' ? [] : [`The domain imports no package but zod. ${layers.domain.instead}`];
  }
  const isPrisma = /^@?prisma(?:\/|$)/.test(name);
  if (isPrisma && !mayUsePrisma(file)) return [prismaAdvice];
  const isView = /^(?:next|react|react-dom|next-intl)(?:\/|$)/.test(name);
  if (isView && layer === 'lib') return [layers.lib.instead];
  if (isView && layer === 'server' && file !== 'src/server/accounts/session.ts') {
    return [
      'In the server layer only accounts/session.ts knows Next.js and React: do this in the route and pass the value in.',
    ];
  }
  if (name === 'node:process')
    return ['Settings are read in src/server/platform/env.ts: take them from env().'];
  return [];
}

function adviseFile({ file, specifier, scanned, paths }: FoundImport, target: string): string[] {
  const from = layerOf(file);
  const to = layerOf(target);
  if (from === null) return [];
  if (target.startsWith('src/generated/')) return mayUsePrisma(file) ? [] : [prismaAdvice];
  if (to === null) return ['Product code imports only from src: move the file into it.'];
  const isEntrys = from === 'entry' && (areaOf(target) === 'platform' || isProxys(file, target));
  if (from !== to && !isEntrys && !layers[from].mayImport.includes(to)) return [layers[from].instead];
  const advice: string[] = [];
  if (specifier.startsWith('.') && from !== 'app' && !/\.(?:json|css)$/.test(target)) {
    advice.push('Outside a route folder, imports start with # (see "imports" in package.json).');
  }
  if (to === 'server' && from !== 'entry') advice.push(...adviseServer(file, target, scanned));
  if (from === 'app' && to === 'app') advice.push(...adviseRoute(file, target, paths));
  return advice;
}

function isProxys(file: string, target: string): boolean {
  return isProxy(file) && proxyMayAsk.includes(target);
}

function adviseServer(file: string, target: string, { text }: ScannedSource): string[] {
  if (/^\s*['"]use client['"]/.test(text)) {
    return [
      'A client component imports no server module: pass what it shows as props, and actions from its route.',
    ];
  }
  const own = areaOf(file);
  const other = areaOf(target);
  if (target === database && own !== 'platform' && !mayUsePrisma(file)) return [prismaAdvice];
  if (own === null || own === other || (other !== null && sharedAreas.includes(other))) return [];
  return [
    `Areas are siblings: ${own} may use its own files and ${sharedAreas.join(', ')}. Move what both need to src/server/practices or src/domain.`,
  ];
}

function adviseRoute(file: string, target: string, paths: ReadonlySet<string>): string[] {
  const isOwnOrAbove = `${routeOf(file, paths)}/`.startsWith(`${routeOf(target, paths)}/`);
  return isOwnOrAbove
    ? []
    : [
        'A route imports its own folder and those above it: move what two routes share to src/components or src/server.',
      ];
}
