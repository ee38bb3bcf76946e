import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeDeepl } from '#server/translations/machine/deepl';
import { makeLibreTranslate } from '#server/translations/machine/libretranslate';
import { type MachineFields, translateFields } from '#server/translations/machine/machine';
import type { Provider } from '#server/translations/machine/provider';
import { tagsOf, wordsOf } from '#tests/support/text-structure';
import { startDeepl, startLibreTranslate, type TranslationServer } from '#tests/support/translation-servers';

let deepl: TranslationServer;
let libre: TranslationServer;
let providers: Record<'deepl' | 'libretranslate', Provider>;

beforeAll(async () => {
  [deepl, libre] = await Promise.all([startDeepl(), startLibreTranslate({ key: 'libre-key' })]);
  providers = {
    deepl: makeDeepl({ url: deepl.url, key: 'deepl-key' }),
    libretranslate: makeLibreTranslate({ url: libre.url, key: 'libre-key' }),
  };
});
afterAll(() => Promise.all([deepl.stop(), libre.stop()]));
beforeEach(() => {
  deepl.seen.length = 0;
  libre.seen.length = 0;
});

async function translate(fields: MachineFields, { by = 'deepl', from = 'en', to = 'fr' } = {}) {
  const provider = by === 'deepl' ? providers.deepl : providers.libretranslate;
  const answer = await translateFields({ from, to, fields }, provider);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.fields;
}

const rich = `The city **opened *two* centres** in [a former school](https://a.org/b_c "The school"), see https://x.org/y_z.
Write to office@oslo.no or look at www.oslo.no, as \`npm start\` says [1]. R&D costs < 5 & more.

### What was done

1. First the *council*
   decided
2. Then people spoke\\
   on two lines
   - inner **one**

- [ ] a task
- [x] done [^1]

> Quoted **words**

| Year | Visits |
| --- | :-: |
| 2019 | **many** people |

\`\`\`sh
left as it is
\`\`\`

A [reference][here] and ~~gone~~ \\*star\\*.

[here]: https://ref.org

[^1]: A note.`;

describe.each(['deepl', 'libretranslate'] as const)('%s', (by) => {
  test('words are translated, and nothing else', async () => {
    const { purpose = '' } = await translate({ purpose: rich }, { by });
    expect(purpose).toContain('**OPENED *TWO* CENTRES**');
    expect(purpose).toContain(
      '[A FORMER SCHOOL](https://a.org/b_c "The school"), SEE https://x.org/y_z. WRITE',
    );
    expect(purpose).toContain(
      'office@oslo.no OR LOOK AT www.oslo.no, AS `npm start` SAYS \\[1]. R&D COSTS < 5 & MORE',
    );
    expect(purpose).toContain('left as it is');
    expect(purpose).toContain('[REFERENCE][here]');
    expect(tagsOf(purpose)).toBe(tagsOf(rich));
  });

  test('title and summary are plain text: what looks like a mark is none', async () => {
    const fields = { title: 'The *best* city: a_b [3] & https://a.org/x', summary: 'One <b> line.' };
    expect(await translate(fields, { by })).toEqual({
      title: 'THE *BEST* CITY: A_B [3] & https://a.org/x',
      summary: 'ONE <b> LINE.',
    });
  });

  test('the list of sources is not sent', async () => {
    const references = '- [The city](https://example.org)';
    expect(await translate({ purpose: 'One.', references }, { by })).toEqual({ purpose: 'ONE.', references });
    expect(JSON.stringify([deepl.seen, libre.seen])).not.toContain('example.org');
  });

  test('addresses of links are not sent', async () => {
    await translate({ purpose: 'See [the *old* page](https://example.org/secret) and more.' }, { by });
    expect(JSON.stringify([deepl.seen, libre.seen])).not.toContain('secret');
  });

  test('without words nothing is asked', async () => {
    const fields = { title: '2019–2021', impact: '', process: '- 53.2 %\n\n---' };
    expect(await translate(fields, { by })).toMatchObject({ title: '2019–2021', process: '- 53.2 %\n\n---' });
    expect([...deepl.seen, ...libre.seen].filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

test('DeepL is asked as its documentation says', async () => {
  await translate({ purpose: 'Plain.\n\nWith **mark**.' }, { from: 'no', to: 'en' });
  expect(deepl.seen.map(({ body }) => JSON.parse(body))).toEqual([
    {
      text: ['With <span id="0">mark</span>.'],
      ...{ source_lang: 'NB', target_lang: 'EN-GB', tag_handling: 'html', tag_handling_version: 'v2' },
    },
    { text: ['Plain.'], source_lang: 'NB', target_lang: 'EN-GB' },
  ]);
});

test('LibreTranslate is asked in the codes it has', async () => {
  await translate({ purpose: 'Plain.' }, { by: 'libretranslate', from: 'no', to: 'zh' });
  expect(libre.seen.map(({ body }) => body && JSON.parse(body)).at(-1)).toEqual({
    ...{ q: ['Plain.'], source: 'nb', target: 'zh-Hans', format: 'text', api_key: 'libre-key' },
  });
});

test('where DeepL knows no tags, the words between them go one by one', async () => {
  const { purpose = '' } = await translate({ purpose: rich }, { to: 'sq' });
  expect(tagsOf(purpose)).toBe(tagsOf(rich));
  expect(wordsOf(purpose)).toContain('THE CITY OPENED TWO CENTRES');
  expect(deepl.seen.every(({ body }) => !body.includes('tag_handling'))).toBe(true);
});

test('long texts go in as many requests as the provider wants, and come back in their order', async () => {
  const paragraphs = Array.from(
    { length: 180 },
    (_, place) => `Paragraph ${place} says ${'a lot '.repeat(place % 60)}here.`,
  );
  const process = paragraphs.join('\n\n');
  for (const by of ['deepl', 'libretranslate']) {
    const said = await translate({ process }, { by });
    expect(wordsOf(said.process ?? '')).toBe(wordsOf(process).toUpperCase());
  }
  expect(deepl.seen.length).toBe(4);
  expect(libre.seen.length).toBeGreaterThan(8);
});
