import { findCycles, type ImportMap, resolveImport } from '#tests/support/import-graph';
import { findImportViolations } from '#tests/support/import-rules';
import { readImports, scanSource } from '#tests/support/scan-source';
import { findSourceViolations } from '#tests/support/source-rules';

/** What is checked: sources by their path from the root of the project, and the `imports` of package.json. */
export type Project = { files: ReadonlyMap<string, string>; imports: ImportMap };

const isChecked = (file: string) =>
  /^src\/.*\.tsx?$/.test(file) && !file.startsWith('src/generated/') && !/\.test\.tsx?$|\.d\.ts$/.test(file);

/** Holds the architecture against the code: one sentence for each thing that stands in the wrong place, in order. */
export function findViolations({ files, imports }: Project): string[] {
  const paths = new Set(files.keys());
  const graph = new Map<string, string[]>();
  const violations: string[] = [];
  for (const [file, source] of files) {
    if (!isChecked(file)) continue;
    const scanned = scanSource(source);
    const targets = readImports(scanned).map((specifier) => ({
      specifier,
      target: resolveImport(file, specifier, { imports, files: paths }),
    }));
    const imported = targets.flatMap(({ target }) => (target.kind === 'file' ? [target.path] : []));
    graph.set(file, imported.filter(isChecked));
    violations.push(...findSourceViolations(file, scanned));
    for (const found of targets) violations.push(...findImportViolations({ file, scanned, paths, ...found }));
  }
  for (const cycle of findCycles(graph)) {
    violations.push(
      `${cycle.join(' → ')} is a circle. Move what they share to a file that imports none of them.`,
    );
  }
  return violations.sort();
}
