import { parseArgs } from 'node:util';
import { eld } from 'eld/small';
import { checkContent } from '#domain/content-rules';
import { type TracedSentence, tracePractice } from '#domain/content-trace';
import { readContent } from '#server/exchange/read-content';

/** Says what the content folder needs, one line a problem; with `--trace <slug>`, what the numbers of one example rest on. */
const { values } = parseArgs({ options: { trace: { type: 'string' } } });
const directory = process.env.CONTENT_DIR ?? 'content';
process.exitCode = values.trace === undefined ? await check() : await trace(values.trace);

async function check(): Promise<number> {
  const read = await readContent(directory);
  const problems = [...(read.ok ? [] : read.problems), ...checkContent(read.content, detectLanguage)];
  for (const { file, line, reason } of problems) console.log(`${file}:${line} ${reason}`);
  console.log(`${read.fileCount} files checked, ${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

function detectLanguage(text: string): string | null {
  const result = eld.detect(text);
  return result.isReliable() ? result.language : null;
}

async function trace(slug: string): Promise<number> {
  const { content } = await readContent(directory);
  const practice = content.practices.find((one) => one.slug === slug);
  if (!practice?.facts) {
    console.log(practice ? `${slug} has no facts.json` : `There is no example ${slug} that can be read`);
    return 1;
  }
  const traced = tracePractice(practice);
  for (const sentence of traced) printTraced(sentence);
  const open = traced.filter(({ missing }) => missing.length > 0).length;
  console.log(`${traced.length} sentences with a number, ${open} with a number that rests on no fact`);
  return open === 0 ? 0 : 1;
}

function printTraced({ file, sentence, grounds, missing }: TracedSentence): void {
  console.log(`${file}:${sentence.line} ${sentence.part}: ${sentence.text}`);
  for (const ground of grounds) {
    console.log(
      ground.kind === 'fact' ? `  ← [${ground.fact.confidence}] ${ground.fact.text}` : `  ← ${ground.what}`,
    );
  }
  if (missing.length > 0) console.log(`  ← no fact for ${missing.join(', ')}`);
  console.log('');
}
