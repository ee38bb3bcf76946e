import path from 'node:path';

/** The `imports` of package.json: `#server/*` to `./src/server/*.ts`. */
export type ImportMap = Readonly<Record<string, string>>;

/** Where an import leads: a file from the root of the project (as best known), or a package. */
export type ImportTarget = { kind: 'file'; path: string } | { kind: 'package'; name: string };

const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/** Resolves what a file imports. A file that does not exist still gets the path it would have. */
export function resolveImport(
  from: string,
  specifier: string,
  { imports, files }: { imports: ImportMap; files: ReadonlySet<string> },
): ImportTarget {
  const written = resolvePath(from, specifier, imports);
  if (written === null) return { kind: 'package', name: specifier };
  const ending = endings.find((candidate) => files.has(written + candidate)) ?? '';
  return { kind: 'file', path: written + ending };
}

/** Every ring of files that import each other, as the path around it, once. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string) => {
    const since = trail.indexOf(file);
    if (since >= 0) cycles.push([...trail.slice(since), file]);
    if (since >= 0 || done.has(file)) return;
    trail.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    trail.pop();
    done.add(file);
  };
  for (const file of [...graph.keys()].sort()) visit(file);
  return cycles;
}

function resolvePath(from: string, specifier: string, imports: ImportMap): string | null {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  for (const [key, value] of Object.entries(imports)) {
    const [before = '', after = ''] = key.split('*');
    if (
      specifier === key ||
      (key.includes('*') && specifier.startsWith(before) && specifier.endsWith(after))
    ) {
      const star = specifier.slice(before.length, specifier.length - after.length);
      return path.posix.normalize(value.replaceAll('*', star));
    }
  }
  return null;
}
