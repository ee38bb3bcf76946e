import { describe, expect, test } from 'vitest';
import { readImports, scanSource } from '#tests/support/scan-source';

describe('scanSource', () => {
  test.each([
    ["import a, { type B } from 'x';", ['x']],
    ["import {\n  a,\n  b,\n} from 'x';\nexport * from 'y';\nimport 'z';", ['x', 'y', 'z']],
    ['const a = () => import(\'x\');\ntype B = import("y").B;', ['x', 'y']],
    [`import(\`./messages/\${locale}.json\`);`, [`./messages/\${locale}.json`]],
    ["export function f() { return Array.from('x'); }", []],
    [`// import 'x';\n/* import 'y'; */\nconst a = \`import 'z' \${"import 'w'"}\`;`, []],
    ["const quote = /['\"]/; import 'x';", ['x']],
    ["<p>Don't</p>;\nimport('x');", ['x']],
    ["const a = b / 2; // '\nimport 'x';", ['x']],
    [`const a = \`\${b ? \`\${c}\` : '}'}\`; import 'x';`, ['x']],
    ["const url = 'https://a.example'; import 'x';", ['x']],
    ["<a>https://a.example/*</a>;\nimport 'x';", ['x']],
  ])('%s', (source, expected) => {
    expect(readImports(scanSource(source))).toEqual(expected);
  });
});
