import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '#tests/support/audit-page';
import { addMachineDraft, outdateTranslation, takeUpDraft } from '#tests/support/outdated-example';
import { test } from '#tests/support/page-fixture';

test.describe('languages of a page', { tag: '@both' }, () => {
  test('an example in another language says so, in a list and among the related ones', async ({ page }) => {
    await page.goto('/fr?country=PT');
    expect(await readLanguage(page, 'A welcoming app')).toBe('en');
    await page.goto('/en?country=BE');
    expect(await readLanguage(page, /^Përmirësimi i mbledhjes/)).toBe('sq');
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: /^.*Albanian$/ })
        .first(),
    ).toBeVisible();
    await page.goto('/fr?q=Bilbao');
    expect(await readLanguage(page, /Bilbao/)).toBe('fr');
  });

  test('each language of the switch is named in itself', async ({ page }) => {
    await page.goto('/en');
    for (const [name, locale] of [
      ['Français', 'fr'],
      ['Shqip', 'sq'],
      ['العربية', 'ar'],
    ] as const) {
      const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
      await expect(link).toHaveAttribute('lang', locale);
      await expect(link).toHaveAttribute('hreflang', locale);
    }
  });

  test('Arabic is read from the right, and what is not Arabic from the left', async ({ page }) => {
    await page.goto('/ar?country=PT');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    const title = page.getByRole('link', { name: 'A welcoming app', exact: true });
    const foreign = title.locator('xpath=ancestor-or-self::*[@lang][1]');
    await expect(foreign).toHaveAttribute('lang', 'en');
    await expect(foreign).toHaveAttribute('dir', 'ltr');
    await title.click();
    await expect(page.getByRole('complementary').getByRole('link', { name: 'البرتغال' })).toBeVisible();
    await page.getByRole('link', { name: 'English', exact: true }).first().click();
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  });

  test('languages of texts are named in themselves and in the reader’s', async ({ page }) => {
    await page.goto('/fr');
    const group = page.getByRole('group', { name: 'Langue du texte', exact: true });
    await expect(group.getByRole('checkbox', { name: /^Shqip Albanais \d+$/ })).toBeVisible();
    await expect(group.getByText('Shqip', { exact: true })).toHaveAttribute('lang', 'sq');
    await expect(group.getByRole('checkbox', { name: /^Français \d+$/ })).toBeVisible();
  });

  test('countries, cities and topics are named in the reader’s language', async ({ page }) => {
    await page.goto('/fr/practices/neighbourhood-mothers-stadtteilmutter-in-neukolln');
    await expect(page.getByRole('complementary').getByRole('link', { name: 'Allemagne' })).toBeVisible();
    await page.goto('/sq/practices/copenhagen-diversity-charter');
    await expect(page.getByRole('complementary').getByRole('link', { name: 'Danimarkë' })).toBeVisible();
    await expect(page.getByRole('complementary').getByRole('link', { name: 'Kopenhaga' })).toBeVisible();
  });
});

/** Examples of content/ in English and French that no other test changes, one for each way to run this. */
const examples: Record<string, string> = {
  javascript: 'designing-intercultural-public-space',
  'no-javascript': 'fargespill-kaleidoscope',
};

test.describe('a translation', { tag: '@both' }, () => {
  test('says when its original changed, and leads to what changed, to the original and back', async ({
    page,
  }, { project }) => {
    test.slow();
    const slug = examples[project.name] ?? '';
    await outdateTranslation(slug, 'fr');
    await page.goto(`/fr/practices/${slug}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'fr');
    await expect(article(page).getByText(/L’original a été modifié le \d+\S* \S+ \d{4}/)).toBeVisible();
    expect(await readHead(page)).toEqual({
      ...{ canonical: `/fr/practices/${slug}`, robots: null, works: ['translationOfWork'] },
      languages: {
        en: `/en/practices/${slug}`,
        fr: `/fr/practices/${slug}`,
        'x-default': `/en/practices/${slug}`,
      },
    });
    await expectGoodAtThreeWidths(page, 'a translation that is out of date');
    await article(page).getByRole('link', { name: 'Voir ce qui a changé' }).click();
    await expect(page).toHaveURL(`/fr/practices/${slug}/history/1/2`);
    await expect(page.locator('ins:visible').first()).toContainText('In 2025, 240 people took part.');
    await page.goBack();
    await article(page).getByRole('link', { name: 'Lire l’original en anglais' }).click();
    await expect(page).toHaveURL(`/fr/practices/${slug}/en`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'en');
    expect(await readHead(page)).toMatchObject({
      ...{ canonical: `/en/practices/${slug}`, robots: null, works: ['workTranslation'] },
    });
    await article(page).getByRole('link', { name: 'Le lire en français' }).click();
    await expect(page).toHaveURL(`/fr/practices/${slug}`);
  });

  test('of a machine is offered where there is no other, labelled, and kept out of everything else', async ({
    page,
    request,
  }, { project }) => {
    test.slow();
    const slug = examples[project.name] ?? '';
    const word = `xhamadan${project.name.replaceAll('-', '')}`;
    await addMachineDraft(slug, 'sq', { title: `Titull ${word}`, purpose: `Qëllimi: ${word}.` });
    await page.goto(`/sq/practices/${slug}`);
    await expect(article(page).getByText('Mund të lexohet edhe në')).toBeVisible();
    expect((await readHead(page)).languages).not.toHaveProperty('sq');
    await article(page).getByRole('link', { name: 'Lexoni përkthimin e makinës' }).click();
    await expect(page).toHaveURL(`/sq/practices/${slug}/sq`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Titull ${word}`);
    await expect(article(page).getByText('Këtë tekst e përktheu një makinë (DeepL)')).toBeVisible();
    await expect(page).toHaveTitle(/përkthyer nga një makinë/);
    expect(await readHead(page)).toEqual({
      ...{ canonical: `/en/practices/${slug}`, robots: 'noindex', works: [], languages: {} },
    });
    await expectGoodAtThreeWidths(page, 'a draft of a machine');
    await article(page).getByRole('link', { name: 'Lexo origjinalin në anglisht' }).click();
    await expect(page).toHaveURL(`/sq/practices/${slug}/en`);
    for (const path of ['/sitemap.xml', '/sq/feed.xml', `/sq?q=${word}`, `/sq/practices/${slug}/history`]) {
      const body = await (await request.get(path)).text();
      expect(body, path).not.toContain(`Titull ${word}`);
      expect(body, path).not.toContain(`/sq/practices/${slug}/sq`);
    }
    const etag = (await request.get(`/sq/practices/${slug}/sq`)).headers().etag ?? '';
    await takeUpDraft(slug, 'sq');
    const again = await request.get(`/sq/practices/${slug}/sq`, { headers: { 'if-none-match': etag } });
    expect(again.status(), 'somebody has taken it up').toBe(404);
  });
});

function article(page: Page) {
  return page.getByRole('article');
}

/** What the head of a page tells search engines, as paths. */
function readHead(page: Page) {
  return page.evaluate(() => {
    const pathOf = (link: Element | null) =>
      new URL(link?.getAttribute('href') ?? '', location.href).pathname;
    const data = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}';
    return {
      canonical: pathOf(document.querySelector('link[rel=canonical]')),
      robots: document.querySelector('meta[name=robots]')?.getAttribute('content') ?? null,
      works: Object.keys(JSON.parse(data)).filter((key) => /translation/i.test(key)),
      languages: Object.fromEntries(
        [...document.querySelectorAll('link[rel=alternate][hreflang]')].map((link) => [
          link.getAttribute('hreflang'),
          pathOf(link),
        ]),
      ),
    };
  });
}

/** The pages are the same without JavaScript: they are looked at once. */
async function expectGoodAtThreeWidths(page: Page, state: string): Promise<void> {
  if (test.info().project.name !== 'javascript') return;
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page, `${state}, ${width} px wide`);
    await expectNoSidewaysScroll(page, `${state}, ${width} px wide`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** The language that assistive technology reads a link in. */
function readLanguage(page: Page, name: string | RegExp): Promise<string | null | undefined> {
  const link = page.getByRole('main').getByRole('heading').getByRole('link', { name }).first();
  return link.evaluate((node) => node.closest('[lang]')?.getAttribute('lang'));
}
