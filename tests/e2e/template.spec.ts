import { expect, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { fillDocx } from '#tests/support/fill-docx';
import { test } from '#tests/support/page-fixture';
import { signInAs } from '#tests/support/sign-in';

test.use({ signsIn: true });

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function openImport(page: Page, baseURL: string | undefined): Promise<void> {
  await signInAs(page.context(), baseURL ?? '', { email: `${crypto.randomUUID()}@city.example` });
  await page.goto('/en/submissions/import');
}

const bring = async (page: Page, name: string, buffer: Uint8Array) => {
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) };
  await page.getByLabel('Your filled template').setInputFiles(file);
  await page.getByRole('button', { name: 'Make a draft of it' }).click();
};

test.describe('the template', { tag: '@both' }, () => {
  test('is downloaded, filled in and becomes a draft; what was not understood is shown', async ({
    page,
    baseURL,
  }) => {
    await openImport(page, baseURL);
    const address = await page
      .getByRole('link', { name: 'For Word and LibreOffice (.docx)' })
      .getAttribute('href');
    const template = await page.request.get(address ?? '');
    expect(template.headers()['content-type']).toBe(wordType);
    expect(template.headers()['content-disposition']).toContain('filename="Template for an example.docx"');
    const answers = [
      'Ireland',
      'Cork\nUtopia',
      '',
      'since 2017',
      'Walks in *Cork*',
      'Elvish',
      'A summary.',
      'First\n- one\n- two',
    ];
    await bring(page, 'filled.docx', fillDocx(await template.body(), answers, []));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Filled in from your file');
    await expect(page.getByText('Elvish')).toBeVisible();
    await page.getByRole('link', { name: 'Purpose' }).click();
    await expect(page.getByLabel('Purpose', { exact: true })).toHaveValue('First\n\n- one\n- two');
    await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Walks in Cork');
  });

  test('in Markdown, and in another language, is read as well', async ({ page, baseURL }) => {
    await openImport(page, baseURL);
    const template = await (await page.request.get('/fr/submissions/template.md')).text();
    const filled = template.replace(/(## Titre\n\n> [^\n]+\n)/, '$1\nDes promenades\n');
    await bring(page, 'modele.md', strToU8(filled));
    await page.getByRole('link', { name: 'Title' }).click();
    await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Des promenades');
  });

  test('that is none is refused beside the field', async ({ page, baseURL }) => {
    await openImport(page, baseURL);
    await page.getByRole('button', { name: 'Make a draft of it' }).click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveText('Choose the filled template');
    await expect(page).toHaveTitle(/^Error: /);
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(30_000_000) });
    const files: [string, Uint8Array, RegExp][] = [
      ['bomb.docx', bomb, /“bomb.docx” cannot be read/],
      [
        'picture.docx',
        new Uint8Array([0x89, 0x50, 0, 1]),
        /“picture.docx” is neither a Word file nor plain text/,
      ],
      ['letter.md', strToU8('Dear editors,'), /“letter.md” has none of the template’s headings/],
      ['long.md', strToU8(`## Purpose\n\n${'word '.repeat(50_000)}`), /“long.md” holds more text/],
    ];
    for (const [name, bytes, sentence] of files) {
      await bring(page, name, bytes);
      await expect(page.getByRole('alert').getByRole('link')).toHaveText(sentence);
    }
  });
});
