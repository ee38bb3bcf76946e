import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Options = {
  /** In forced colours the system sets the contrast; axe would measure colours that are not painted. */
  forcedColours?: boolean;
};

/** Holds a page, as it is shown now, against WCAG 2.2 AA and good practice. `state` stands in the message. */
export async function expectAccessible(page: Page, state: string, options: Options = {}): Promise<void> {
  const rules = { 'target-size': { enabled: true }, 'color-contrast': { enabled: !options.forcedColours } };
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: 'tag', values: tags }, rules, resultTypes: ['violations'] })
    // In the page itself: without this each audit opens another page, for frames of other sites, of which there are none.
    .setLegacyMode()
    .analyze();
  const sentences = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
  expect(sentences, state).toEqual([]);
}

/** Nothing is wider than the window. */
export async function expectNoSidewaysScroll(page: Page, state: string): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const culprits = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `${scrollWidth} > ${clientWidth}`,
      ...culprits.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 120)),
    ];
  });
  expect(tooWide, state).toEqual([]);
}

/** One heading of the first level, and none that skips a level. */
export async function expectOrderlyHeadings(page: Page): Promise<void> {
  const levels = await page
    .getByRole('heading')
    .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  const skips = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1);
  expect(skips, `levels ${levels.join(' ')}`).toEqual([]);
}
