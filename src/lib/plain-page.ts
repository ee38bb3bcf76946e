import { type Html, html } from '#lib/html';

type Props = {
  language: string;
  direction: 'ltr' | 'rtl';
  /** Of the content security policy; without it the page goes without a style. */
  nonce: string | null;
  title: string;
  body: Html;
};

/** A page that needs neither React nor a file nor a script: for the moments in which something else has failed. */
export function plainPage({ language, direction, nonce, title, body }: Props): string {
  return String(html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
${
  nonce &&
  html`<style nonce="${nonce}">
:root{color-scheme:light dark}
@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}
body{margin:0 auto;max-width:42rem;padding:3rem 1.5rem;font:1.0625rem/1.55 system-ui,sans-serif;color:light-dark(#17192b,#f1efe8);background:light-dark(#faf8f3,#14151f);overflow-wrap:anywhere}
h1{font:600 2.125rem/1.1 Georgia,serif}
a{color:light-dark(#2a2c8c,#aab0ff)}
label{display:block;font-weight:600}
input,textarea{box-sizing:border-box;inline-size:100%;font:inherit;color:inherit;background:light-dark(#fff,#1c1e2b);border:1px solid light-dark(#767a8f,#8b8fa8);border-radius:6px;padding:.5rem .75rem}
button{font:inherit;font-weight:600;color:light-dark(#fff,#14151f);background:light-dark(#2a2c8c,#aab0ff);border:0;border-radius:6px;padding:.75rem 1.25rem;cursor:pointer}
:focus-visible{outline:3px solid light-dark(#2a2c8c,#aab0ff);outline-offset:2px}
</style>`
}
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`);
}
