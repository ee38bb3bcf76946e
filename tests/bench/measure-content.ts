import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { z } from 'zod';
import { findChromium } from '#scripts/find-chromium';
import { findFreePort } from '#scripts/free-port';
import { median } from '#tests/bench/http-load';
import { measureBytes, type PageBytes } from '#tests/bench/page-bytes';
import { startInstances } from '#tests/support/instances';

const pages = { listing: '/en', record: '/en/practices/a-welcoming-app' };
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Lighthouse counts what a busy machine does against the page, so it looks more than once. */
const looks = 3;

const Audit = z.object({ numericValue: z.number() });
const Category = z.object({ score: z.number() });
const Report = z.object({
  categories: z.object({
    performance: Category,
    accessibility: Category,
    'best-practices': Category,
    seo: Category,
  }),
  audits: z.object({ 'largest-contentful-paint': Audit, 'cumulative-layout-shift': Audit }),
});

export type ContentFigures = {
  page: string;
  bytes: PageBytes;
  /** Out of 100; null where there is no browser. */
  scores: Record<(typeof categories)[number], number> | null;
  /** Milliseconds; and how far the page shifts. */
  paint: number | null;
  shift: number | null;
}[];

/** The pages of the repository's own content: their bytes, and what Lighthouse says of them on a phone. */
export async function measureContent(distDir: string): Promise<ContentFigures> {
  const site = await startInstances(1, distDir);
  try {
    const origin = site.origins[0] ?? '';
    const figures: ContentFigures = [];
    for (const [page, path] of Object.entries(pages)) {
      const bytes = await measureBytes(origin, path);
      figures.push({ page, bytes, ...(await lookAt(origin + path)) });
    }
    return figures;
  } finally {
    await site.stop();
  }
}

async function lookAt(url: string): Promise<Omit<ContentFigures[number], 'page' | 'bytes'>> {
  const executablePath = findChromium(process.env);
  if (!executablePath) return { scores: null, paint: null, shift: null };
  const port = await findFreePort();
  const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking'];
  const more = ['--disable-component-update', '--disable-sync', `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ executablePath, args: [...args, ...more] });
  try {
    const reports: z.output<typeof Report>[] = [];
    for (let look = 0; look < looks; look += 1) {
      const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...categories] });
      reports.push(Report.parse(result?.lhr));
    }
    const middle = (read: (report: z.output<typeof Report>) => number) => median(reports.map(read));
    return {
      scores: {
        performance: middle((report) => report.categories.performance.score * 100),
        accessibility: middle((report) => report.categories.accessibility.score * 100),
        'best-practices': middle((report) => report.categories['best-practices'].score * 100),
        seo: middle((report) => report.categories.seo.score * 100),
      },
      paint: middle((report) => report.audits['largest-contentful-paint'].numericValue),
      shift: middle((report) => report.audits['cumulative-layout-shift'].numericValue),
    };
  } finally {
    await browser.close();
  }
}
