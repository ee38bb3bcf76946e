import { expect, test } from 'vitest';
import { translateFields } from '#server/translations/machine/machine';
import type { Provider } from '#server/translations/machine/provider';
import { tagsOf, wordsOf } from '#tests/support/text-structure';

/** A provider that says what it likes. */
function sayer(say: (text: string) => string, takesTags = true): Provider {
  return {
    limits: { texts: 50, bytes: 100_000 },
    findPair: async (from, to) => ({ from, to, takesTags }),
    translate: async ({ texts }) => ({ ok: true, texts: texts.map(say) }),
  };
}

async function draft(purpose: string, say: (text: string) => string, takesTags?: boolean) {
  const provider = sayer(say, takesTags);
  const answer = await translateFields(
    { from: 'en', to: 'fr', fields: { title: 'Title', purpose } },
    provider,
  );
  if (!answer.ok) throw new Error(answer.reason);
  return { title: '', purpose: '', ...answer.fields };
}

const plain = 'A plain paragraph.';
const marked = 'With **strong words** and [a link](https://good.example/path) there.';

test.each([
  ['a script', '<script>alert(1)</script>', 'alert(1)'],
  ['an image with a handler', 'Un <img src=x onerror=alert(1)> mot', 'Un mot'],
  ['tags written as entities', '&lt;b onclick=x&gt;gras&lt;/b&gt;', '&lt;b onclick=x&gt;gras&lt;/b&gt;'],
  ['a comment', 'un <!-- <b> --> mot', 'un mot'],
  ['a link in Markdown', '[ici](https://evil.example)', '[ici]( )'],
  ['an address', 'https://evil.example et www.evil.example', 'et'],
  ['an e-mail address', 'mail@evil.example', ''],
  ['a link in brackets', '<https://evil.example>', ''],
  ['marks', '**gras** _italique_ `code` ~~rayé~~', '**gras** _italique_ `code` ~~rayé~~'],
  ['blocks', '# Titre\n\n- un\n- deux\n\n> trois\n\n---', '# Titre - un - deux > trois ---'],
  ['a table', '| a | b |\n|---|---|\n| c | d |', '| a | b | |---|---| | c | d |'],
  ['a definition', '[x]: https://evil.example', '[x]:'],
  ['a footnote', 'mot[^1]\n\n[^1]: note', 'mot[^1] [^1]: note'],
  ['an image', '![x](https://evil.example/x.png)', '![x]( )'],
  ['control characters', 'un\u0000 \u0008mot\ud800', 'un mot'],
])('what is not a tag of ours stays words: %s', async (_, hostile, words) => {
  const { title, purpose } = await draft(plain, () => hostile);
  expect(tagsOf(purpose)).toBe(tagsOf(plain));
  // An answer without a word leaves what was there.
  expect(decode(wordsOf(purpose))).toBe(words || plain);
  expect(title).toBe(words || 'Title');
});

function decode(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

test.each([
  ['without the tags', () => 'Avec des mots forts et un lien.'],
  ['with a tag twice', (text: string) => `${text} ${text}`],
  ['with tags that do not end', (text: string) => text.replaceAll('</span>', '')],
  ['with ends that did not begin', (text: string) => `</span>${text}</span>`],
  ['with tags inside each other', () => '<span id="0">mots <span id="1">lien</span></span>'],
  ['with a tag of its own', (text: string) => `<span id="7">x</span>${text}`],
  ['with a tag without a number', (text: string) => `${text}<span class="x">x</span>`],
  ['with empty tags', () => 'Avec <span id="0"></span> et <span id="1"> </span>'],
  ['empty', () => ''],
  [
    'with other addresses',
    (text: string) => text.replaceAll('<span id="1">', '<a href="https://evil.example">'),
  ],
])('an answer %s changes no mark', async (_, say) => {
  const { purpose } = await draft(marked, say);
  expect(tagsOf(purpose)).toBe(tagsOf(marked));
});

test('marks may move with their words', async () => {
  const { purpose } = await draft(
    marked,
    () => 'Là, <span id="1"> un lien </span>et <span id="0">des mots</span>.',
  );
  expect(purpose).toBe('Là, [un lien](https://good.example/path) et **des mots**.');
});

test('a tag of ours may come with attributes: they are not taken over', async () => {
  const say = (text: string) => text.replace('id="1"', 'href="https://evil.example" onclick="x" id="1"');
  expect((await draft(marked, say)).purpose).toBe(marked);
});

test('an address cannot be made longer by words beside it', async () => {
  const source = 'See https://good.example for more.';
  const { purpose } = await draft(
    source,
    () => 'Voir <span id="0" translate="no">autre</span>.evil.example/x pour',
  );
  expect(tagsOf(purpose)).toBe('<p><a href="https://good.example"></a></p>');
  const word = await draft(source, () => 'Voir<span id="0" translate="no"></span>pour');
  expect(tagsOf(word.purpose)).toBe('<p><a href="https://good.example"></a></p>');
});

test('entities are undone once', async () => {
  const { purpose } = await draft('R&D **now** "x" 5 < 6', (text) =>
    text.replace('R&amp;D', 'R&amp;amp;D &#39;ici&#x27; &nbsp;&bogus;'),
  );
  expect(wordsOf(purpose)).toBe('R&amp;amp;D &#x27;ici&#x27; &amp;bogus; now &quot;x&quot; 5 &lt; 6');
});

test('an answer that makes an address out of words and what was kept is not used', async () => {
  const say = () => 'Voir someone@<span id="0" translate="no">oslo.no/x</span>';
  await expect(draft('See oslo.no/x for more.', say)).rejects.toThrow('refused');
});
