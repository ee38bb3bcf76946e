import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitSections } from '#domain/content-sections';
import { makeLibreTranslate } from '#server/translations/machine/libretranslate';
import { type MachineFields, translateFields } from '#server/translations/machine/machine';
import type { Provider } from '#server/translations/machine/provider';
import { tagsOf, wordsOf } from '#tests/support/text-structure';
import { shout, startLibreTranslate, type TranslationServer } from '#tests/support/translation-servers';

const practices = [
  'bilbao-anti-rumours-strategy/en',
  'limassol-intercultural-council/en',
  'copenhagen-diversity-charter/en',
  'neighbourhood-mothers-stadtteilmutter-in-neukolln/en',
  'zuri-city-card/en',
  'multicultural-village-special-zone-and-services-for-foreign-residents/en',
  'one-city-one-people-campaign/en',
  'listening-circles-on-race-racism-and-inequalities/en',
  'open-mosques-day-and-the-pact-of-sharing/fr',
  'gaziantep-migration-model/en',
];

function readPractice(name: string): { title: string; sections: MachineFields } {
  const file = readFileSync(new URL(`../../../content/practices/${name}.md`, import.meta.url), 'utf8');
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? [];
  const title = /^title: "(.*)"$/m.exec(front)?.[1] ?? '';
  const { sections } = splitSections(body, 1);
  return { title, sections: Object.fromEntries(sections.map(({ name, markdown }) => [name, markdown])) };
}

let server: TranslationServer;
let provider: Provider;
beforeAll(async () => {
  server = await startLibreTranslate();
  provider = makeLibreTranslate({ url: server.url });
});
afterAll(() => server.stop());

test.each(practices)('a text of the catalogue keeps its structure: %s', async (name) => {
  const { title, sections } = readPractice(name);
  // Sources are copied; as another section, they show that lists of links keep their addresses.
  const fields = { ...sections, title, evidence: sections.references };
  const answer = await translateFields({ from: 'en', to: 'fr', fields }, provider);
  if (!answer.ok) throw new Error(answer.reason);
  expect(Object.keys(answer.fields).sort()).toEqual(Object.keys(fields).sort());
  expect(answer.fields.title).toBe(title.toUpperCase());
  expect(answer.fields.references).toBe(sections.references);
  for (const [field, text] of Object.entries(fields)) {
    if (field === 'title' || field === 'references' || !text) continue;
    const said = Object.entries(answer.fields).find(([other]) => other === field)?.[1] ?? '';
    expect(tagsOf(said)).toBe(tagsOf(text));
    expect(wordsOf(said)).toBe(wordsOf(text.toUpperCase().replaceAll('HTTPS://', 'https://')));
  }
});

const inline = fc.constantFrom(
  ...[
    'word',
    'two words',
    '**strong**',
    '*soft*',
    '***both***',
    '~~gone~~',
    '`code`',
    '[link](https://a.org/x_y)',
  ],
  ...[
    '[*a* **b**](<https://a.org/x y> "T")',
    'https://b.org/(p)?q=1',
    'www.c.org',
    'a@b.no',
    '<https://d.org>',
  ],
  ...[
    'R&D',
    '5 < 6',
    '[1]',
    '\\*',
    'snake_case_word',
    '100 %',
    '**1**',
    '<b>raw</b>',
    '![alt](i.png)',
    '&amp;',
    '"q"',
  ],
  ...[
    '1. x',
    '# x',
    '- x',
    '> x',
    '+1',
    '=',
    '|',
    '~',
    '[x]',
    '(https://e.org).',
    '**[in](https://f.org)**',
    '\\',
    '!',
  ],
);
const line = fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const block = fc.oneof(
  ...[line, line.map((text) => `${text}\nand ${text}`), line.map((text) => `one\\\n${text}`)],
  ...[line.map((text) => `### ${text}`), line.map((text) => `> ${text}\n>\n> - ${text}`)],
  fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item) => `3. ${item}`).join('\n\n')),
  line.map((text) => `| a | b |\n| - | -: |\n| ${text.replaceAll('|', '\\|')} | c |`),
  fc.constantFrom(
    '---',
    '```\ncode\n```',
    '    indented',
    '- [x] done\n- [ ] not',
    'Title\n---',
    '[r]: https://g.org',
  ),
);
const text = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => blocks.join('\n\n'));

/** What went wrong once. */
const met = [
  'https://b.org/(p)?q=1 \\\nand https://b.org/(p)?q=1 \\\n\n> word\n>\n> - word',
  '(https://e.org). \\\nand (https://e.org). \\\n\nword\nand word',
];

/** Ways to answer, from a good translator's to a careless one's. */
const habits: Record<string, (text: string, isMarked: boolean) => string> = {
  'changes nothing': (said) => said,
  shouts: shout,
  'turns words around': (said, isMarked) =>
    isMarked
      ? said
          .split(/(?<=<\/span>)/)
          .reverse()
          .join(' ')
      : said,
  'drops tags': (said) => said.replace(/<[^>]*>/g, ''),
  'repeats itself': (said) => `${said} ${said}`,
  'likes signs': (said) => `- ${said} *`,
};

describe.each(Object.entries(habits))('a machine that %s', (_, say) => {
  const machine: Provider = {
    limits: { texts: 50, bytes: 100_000 },
    findPair: async (from, to) => ({ from, to, takesTags: true }),
    translate: async ({ texts, isMarked }) => ({ ok: true, texts: texts.map((one) => say(one, isMarked)) }),
  };

  test('changes no block, link or emphasis', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (purpose) => {
        const answer = await translateFields({ from: 'en', to: 'fr', fields: { purpose } }, machine);
        if (!answer.ok) throw new Error(answer.reason);
        expect(sorted(answer.fields.purpose ?? '')).toEqual(sorted(purpose));
      }),
      { numRuns: 60, examples: met.map((one) => [one]) },
    );
  });
});

/** Tags without their order, since words may change theirs. */
function sorted(markdown: string): string[] {
  return (tagsOf(markdown).match(/<[^>]*>/g) ?? []).sort();
}
