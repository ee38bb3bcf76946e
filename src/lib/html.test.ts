import { expect, test } from 'vitest';
import { html } from '#lib/html';

const hostile = `"><script>alert('&amp;')</script>`;
const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;&amp;amp;&#39;)&lt;/script&gt;';

test('a value is text, whatever it looks like', () => {
  expect(String(html`<p title="${hostile}">${hostile}</p>`)).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test('pieces of HTML go in as they are, one or many', () => {
  const items = [1, 2].map((number) => html`<li>${number}</li>`);
  expect(String(html`<ul>${items}</ul>${html`<br>`}`)).toBe('<ul><li>1</li><li>2</li></ul><br>');
});

test('what is missing leaves nothing behind', () => {
  expect(String(html`[${false}${null}${undefined}${''}${0}]`)).toBe('[0]');
});

test('what only pretends to be HTML is text', () => {
  const pretender = JSON.parse('{"toString":"<b>"}');
  expect(() => String(html`${pretender}`)).toThrow(TypeError);
});
