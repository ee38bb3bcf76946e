import { judge } from '#tests/bench/goals';
import type { ContentFigures } from '#tests/bench/measure-content';
import type { SizeFigures } from '#tests/bench/measure-size';
import type { Relevance } from '#tests/relevance/measure';

export type BenchResult = {
  sizes: readonly SizeFigures[];
  content: ContentFigures;
  relevance: Relevance | null;
};

/** What was measured, as Markdown: first the goals, then everything. */
export function printReport(result: BenchResult): string {
  return [printGoals(result), ...(result.sizes.length > 0 ? [printTables(result.sizes)] : [])].join('\n');
}

function printGoals(result: BenchResult): string {
  const lines = judge(result).map(({ name, size, limit, measured, met }) => {
    const of = size === null ? '' : size.toLocaleString('en');
    return `| ${name} ${limit} | ${of} | ${Number(measured.toFixed(3))} | ${met ? 'yes' : '**no**'} |`;
  });
  return ['', '| goal | practices | measured | met |', '|---|---|---|---|', ...lines].join('\n');
}

/** All figures as Markdown tables, a column for each size. */
function printTables(figures: readonly SizeFigures[]): string {
  const lines: string[] = [];
  const head = (title: string) => {
    lines.push('', `| ${title} | ${figures.map(({ size }) => size.toLocaleString('en')).join(' | ')} |`);
    lines.push(`|---|${figures.map(() => '---|').join('')}`);
  };
  const row = (name: string, value: (one: SizeFigures) => string) =>
    lines.push(`| ${name} | ${figures.map(value).join(' | ')} |`);

  head('cost relative to the bare page, at 1 / 8 connections (of the site’s processor time)');
  for (const { name } of figures[0]?.queries.concat({ name: '304', queries: 0 }) ?? [])
    row(name, (one) => {
      const of = (connections: number) =>
        one.costs.find((cost) => cost.name === name && cost.connections === connections);
      const text = (connections: number, key: 'ratio' | 'cpuRatio') =>
        of(connections)?.[key].toFixed(2) ?? '–';
      return `${text(1, 'ratio')} / ${text(8, 'ratio')} (${text(1, 'cpuRatio')} / ${text(8, 'cpuRatio')}), ${of(1)?.cost.perRequest.toFixed(1)} ms`;
    });
  head('total, counts and ids from the index, ms p50 / p95');
  for (const { name } of figures[0]?.data.index ?? [])
    row(name, (one) => timed(one.data.index.find((timed) => timed.name === name)));
  head('all that a listing reads, ms p50 / p95');
  for (const { name } of figures[0]?.data.listing ?? [])
    row(name, (one) => timed(one.data.listing.find((timed) => timed.name === name)));
  head('queries of a request');
  for (const { name } of figures[0]?.queries ?? [])
    row(name, (one) => one.queries.find((count) => count.name === name)?.queries.toFixed(2) ?? '–');
  head('bytes, gzip: HTML, JavaScript above the least that Next ships');
  for (const { name } of figures[0]?.bytes ?? [])
    row(name, (one) => {
      const bytes = one.bytes.find((page) => page.name === name)?.bytes;
      return bytes ? `${kB(bytes.html)} + ${kB(bytes.js - one.nextJs)} kB` : '–';
    });
  head('the index');
  row('bytes a record', (one) => one.data.bytesPerRecord.toFixed(1));
  row('ready after, s', (one) => one.data.ready.toFixed(2));
  return lines.join('\n');
}

function timed(one: { p50: number; p95: number } | undefined): string {
  return one ? `${one.p50.toFixed(2)} / ${one.p95.toFixed(2)}` : '–';
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
