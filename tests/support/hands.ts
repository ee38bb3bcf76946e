import { expect, type Locator, type Page } from '@playwright/test';

type Attached = { name: string; mimeType: string; buffer: Buffer };

/** The ways a person gets a form filled. */
export type Hand = {
  write: (field: Locator, text: string) => Promise<void>;
  /** A box, or one of several round ones. */
  tick: (box: Locator) => Promise<void>;
  choose: (list: Locator, label: string) => Promise<void>;
  attach: (input: Locator, files: readonly Attached[]) => Promise<void>;
  /** A button or link; waits for the page it leads to. */
  press: (target: Locator) => Promise<void>;
};

/** By pointing, typing and clicking. */
export function pointer(page: Page): Hand {
  return {
    write: (field, text) => field.fill(text),
    tick: (box) => box.check(),
    choose: async (list, label) => void (await list.selectOption({ label })),
    attach: (input, files) => input.setInputFiles([...files]),
    press: (target) => leads(page, () => target.click()),
  };
}

/** By keys alone: Tab to a thing, then what a keyboard does with it. */
export function keyboard(page: Page): Hand {
  const { keyboard: keys } = page;
  return {
    write: async (field, text) => {
      await reach(page, field);
      await keys.press('ControlOrMeta+A');
      await keys.insertText(text);
    },
    tick: async (box) => {
      if ((await box.getAttribute('type')) === 'radio') await reachGroup(page, box);
      else await reach(page, box);
      await keys.press('Space');
      for (let step = 0; step < 5 && !(await box.isChecked()); step += 1) await keys.press('ArrowDown');
      await expect(box).toBeChecked();
    },
    choose: async (list, label) => {
      await reach(page, list);
      await keys.type(label);
      await expect(list.locator('option:checked')).toHaveText(label);
    },
    attach: async (input, files) => {
      await reach(page, input);
      // The window to choose in is the browser's own.
      await input.setInputFiles([...files]);
    },
    press: async (target) => {
      await reach(page, target);
      await leads(page, () => keys.press('Enter'));
    },
  };
}

async function leads(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()]);
}

/** More stops than any page of the form has. */
const furthest = 250;

/** Goes on from where the focus is, as far as it takes. */
async function reach(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let stop = 0; stop < furthest && !(await isThere()); stop += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}

/** Of several round boxes, Tab stops at one. */
async function reachGroup(page: Page, box: Locator): Promise<void> {
  const isThere = () =>
    box.evaluate(
      (one) =>
        one instanceof HTMLInputElement &&
        document.activeElement instanceof HTMLInputElement &&
        document.activeElement.name === one.name,
    );
  for (let stop = 0; stop < furthest && !(await isThere()); stop += 1) await page.keyboard.press('Tab');
  expect(await isThere()).toBe(true);
}
