const serverOnly = "import 'server-only';\n";
const page = 'export default function Page() { return null; }';

type Sources = Record<string, string>;

/** Made-up projects that keep to the architecture. */
export const clean: [title: string, files: Sources][] = [
  [
    'each layer importing what the table allows',
    {
      'src/app/[locale]/(public)/page.tsx':
        "import { Card } from '#components/practice/card';\nimport { find } from '#server/catalogue/queries';\nimport { Local } from './local';\nimport '../../globals.css';\nimport { cache } from 'react';",
      'src/app/[locale]/(public)/local.tsx': "'use client';\nimport { useState } from 'react';",
      'src/components/practice/card.tsx':
        "import type { Practice } from '#domain/practice';\nimport Link from 'next/link';",
      'src/server/catalogue/queries.ts': `${serverOnly}import { database } from '#server/platform/db';\nimport { columns } from '#server/practices/select';`,
      'src/server/practices/select.ts': `${serverOnly}import type { Prisma } from '#generated/prisma/client';`,
      'src/server/platform/db.ts': `${serverOnly}import { PrismaPg } from '@prisma/adapter-pg';\nprocess.env.DATABASE_URL;`,
      'src/server/accounts/session.ts': `${serverOnly}import { cookies } from 'next/headers';`,
      'src/domain/practice.ts': "import { z } from 'zod';\nimport { cut } from '#lib/text';",
      'src/lib/text.ts': "import { z } from 'zod';",
      'src/i18n/locales.ts':
        "import en from './messages/en.json';\nimport { getRequestConfig } from 'next-intl/server';",
      'src/proxy.ts':
        "import { headers } from '#lib/text';\nimport { NextResponse } from 'next/server';\nimport { pass } from '#proxy/respond';",
      'src/proxy/respond.ts': `import { NextResponse } from 'next/server';\nimport { find } from '#server/catalogue/queries/address';`,
      'src/server/catalogue/queries/address.ts': serverOnly,
      'src/instrumentation.ts': "export async function register() { await import('#server/platform/db'); }",
    },
  ],
  [
    'a route importing from a folder above it, and from a folder of its own that holds no route',
    {
      'src/app/review/page.tsx': page,
      'src/app/review/guard.ts': '',
      'src/app/review/[id]/publish/page.tsx': "import '../../guard';\nimport './parts/form';",
      'src/app/review/[id]/publish/parts/form.tsx': "import '../../../guard';",
    },
  ],
  [
    'forbidden things in comments, strings and tests',
    {
      'src/domain/a.ts':
        "// import { x } from '#server/a/queries';\n/* process.env new Date() */\nexport const a = \"import x from 'react'\";\nnew Date(0);",
      'src/domain/a.test.ts': "import { x } from '#server/a/queries';",
      'src/generated/prisma/client.ts': "import { x } from '#server/a/queries';",
    },
  ],
];

/** Made-up projects with one thing in the wrong place, and part of the sentence that says so. */
export const broken: [title: string, files: Sources, sentence: string][] = [
  [
    'a component that reads',
    { 'src/components/a.tsx': "import { find } from '#server/catalogue/queries';" },
    'src/components/a.tsx imports src/server/catalogue/queries.ts. A component takes props and decides nothing: read in the page and pass it on, or move a rule to src/domain.',
  ],
  [
    'a component that imports a route',
    { 'src/components/a.tsx': "import type { Props } from '../app/page';" },
    'imports src/app/page. A component takes props',
  ],
  [
    'a rule that reads the database',
    { 'src/domain/a.ts': "import { find } from '#server/catalogue/queries';" },
    'The domain is pure: pass the value in, or move this file to the layer that needs it.',
  ],
  [
    'a rule that knows React',
    { 'src/domain/a.ts': "import type { ReactNode } from 'react';" },
    'src/domain/a.ts imports react. The domain imports no package but zod.',
  ],
  [
    'a rule that knows Prisma, types included',
    { 'src/domain/a.ts': "import type { Practice } from '#generated/prisma/client';" },
    "Only a server area's queries, commands, select and events files",
  ],
  ['a rule that asks for the time', { 'src/domain/a.ts': 'const now = new Date();' }, 'asks for the time'],
  [
    'a rule loaded at run time',
    { 'src/domain/a.ts': "const text = () => import('#i18n/locales');" },
    'src/domain/a.ts imports src/i18n/locales.ts. The domain is pure',
  ],
  [
    'lib that knows the product',
    { 'src/lib/a.ts': "import '#domain/practice';" },
    'lib knows nothing of the product: pass the value in, or move this file to src/domain.',
  ],
  [
    'lib that knows Next.js',
    { 'src/lib/a.ts': "import 'next/link';" },
    'src/lib/a.ts imports next/link. lib knows',
  ],
  [
    'a server area that uses its sibling',
    { 'src/server/review/queries.ts': `${serverOnly}import { mine } from '#server/submissions/queries';` },
    'Areas are siblings: review may use its own files and practices, accounts, mail, forms, storage, jobs, platform. Move what both need to src/server/practices or src/domain.',
  ],
  [
    'a server file that knows Next.js',
    { 'src/server/review/commands.ts': `${serverOnly}import { redirect } from 'next/navigation';` },
    'In the server layer only accounts/session.ts knows Next.js and React',
  ],
  [
    'a server file that renders',
    { 'src/server/mail/send.ts': `${serverOnly}import { Card } from '#components/card';` },
    'The server knows no pages',
  ],
  [
    'the database outside queries and commands',
    { 'src/server/review/rules.ts': `${serverOnly}import { database } from '#server/platform/db';` },
    'src/server/review/rules.ts imports src/server/platform/db.ts. Only a server area',
  ],
  [
    'the database in a page',
    { 'src/app/page.tsx': "import { database } from '#server/platform/db';" },
    'src/app/page.tsx imports src/server/platform/db.ts. Only a server area',
  ],
  ['Prisma in a page', { 'src/app/page.tsx': "import '@prisma/client';" }, 'move the query there'],
  [
    'a server file that can reach the browser',
    { 'src/server/review/rules.ts': "import { z } from 'zod';\nimport 'server-only';" },
    "src/server/review/rules.ts does not start with import 'server-only'. Make it the first line.",
  ],
  [
    'a client component that reads',
    { 'src/app/form.tsx': "'use client';\nimport { find } from '#server/catalogue/queries';" },
    'A client component imports no server module',
  ],
  [
    "a rule that says 'use client'",
    { 'src/domain/a.ts': "'use client';" },
    'Client components are in src/components',
  ],
  [
    'a route that imports another',
    {
      'src/app/(public)/map/page.tsx': "import { a } from '../figures/page';",
      'src/app/(public)/figures/page.tsx': page,
    },
    'A route imports its own folder and those above it: move what two routes share to src/components or src/server.',
  ],
  [
    'a route that imports one below it',
    {
      'src/app/page.tsx': "import './map/points';",
      'src/app/map/page.tsx': page,
      'src/app/map/points.ts': '',
    },
    'src/app/page.tsx imports src/app/map/points.ts. A route imports its own folder',
  ],
  [
    'the proxy deciding who may',
    { 'src/proxy.ts': "import { may } from '#server/accounts/session';" },
    'The entry files do only what a process or every request needs',
  ],
  [
    'a part of the proxy deciding who may',
    { 'src/proxy/respond.ts': "import { may } from '#server/accounts/session';" },
    'The entry files do only what a process or every request needs',
  ],
  [
    'a route that imports a part of the proxy',
    { 'src/app/a/route.ts': "import '#proxy/respond';", 'src/proxy/respond.ts': '' },
    'src/app/a/route.ts imports src/proxy/respond.ts. Move what the route needs',
  ],
  [
    'words that know data',
    { 'src/i18n/words.ts': "import { find } from '#server/catalogue/queries';" },
    'Words and formats know no pages and no data',
  ],
  [
    'a circle',
    {
      'src/domain/a.ts': "import '#domain/b';",
      'src/domain/b.ts': "import '#domain/c';",
      'src/domain/c.ts': "import type { A } from '#domain/a';",
    },
    'src/domain/a.ts → src/domain/b.ts → src/domain/c.ts → src/domain/a.ts is a circle.',
  ],
  [
    'a barrel',
    { 'src/domain/index.ts': "export * from '#domain/a';\nexport const more = 1;", 'src/domain/a.ts': '' },
    'src/domain/index.ts only passes on what other files export.',
  ],
  [
    'a barrel by another name',
    { 'src/server/review/all.ts': `${serverOnly}export { a } from '#server/review/a';` },
    'only passes on what other files export',
  ],
  ['a drawer', { 'src/lib/utils.ts': '' }, 'src/lib/utils.ts has a name that says nothing.'],
  ['a file without a layer', { 'src/features/a.ts': '' }, 'src/features/a.ts stands outside the map.'],
  ['a server file without an area', { 'src/server/a.ts': serverOnly }, 'src/server/a.ts belongs to no area.'],
  [
    'an import from outside src',
    { 'src/domain/a.ts': "import data from '../../content/a.json';" },
    'Product code imports only from src',
  ],
  [
    'a relative import outside a route',
    { 'src/domain/a.ts': "import { b } from './b';", 'src/domain/b.ts': '' },
    'Outside a route folder, imports start with #',
  ],
  [
    'settings read in a page',
    { 'src/app/page.tsx': 'const url = process.env.SITE_URL;' },
    'reads process.env',
  ],
  [
    'settings by another way',
    { 'src/lib/a.ts': "import { env } from 'node:process';" },
    'take them from env()',
  ],
  [
    'HTML as it is',
    { 'src/components/a.tsx': '<p dangerouslySetInnerHTML={{ __html: text }} />' },
    'Only json-ld.tsx and words-box.tsx of the components do',
  ],
  [
    'SQL from text',
    { 'src/server/review/queries.ts': `${serverOnly}const rows = db.$queryRawUnsafe(sql);` },
    'builds SQL from text',
  ],
  [
    'raw SQL in a template',
    { 'src/server/review/queries.ts': `${serverOnly}sql\`\${Prisma.raw(a)}\`` },
    'builds SQL',
  ],
  ['a style attribute', { 'src/components/a.tsx': '<p style={{ color }} />' }, 'has a style attribute'],
];
