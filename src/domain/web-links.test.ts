import { expect, test } from 'vitest';
import { webLinksIn } from '#domain/web-links';

test('links of every form are found, once, without their fragment', () => {
  const text = `See [the city](https://city.example/a_(b)#top), <https://other.example/x>, [again](<https://city.example/a_(b)>)
and https://bare.example/page. (https://in.example/brackets) [mail](mailto:a@b.example) [here](/about)
[titled](https://t.example/ "Title")

[ref]: https://defined.example/one`;
  expect(webLinksIn(text).sort()).toEqual([
    'https://bare.example/page',
    'https://city.example/a_(b)',
    'https://defined.example/one',
    'https://in.example/brackets',
    'https://other.example/x',
    'https://t.example/',
  ]);
});
