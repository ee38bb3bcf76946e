import { directionOf, type Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { type DiffBlock, diffTexts } from '#lib/text-diff';
import type { DiffPart } from '#lib/word-diff';

type Props = {
  locale: Locale;
  before: string;
  after: string;
  /** Of the texts; empty where they are in none. */
  language: string;
  /** Above the two columns: "Sent on 3 May". Without, there is one column at every width. */
  heads?: { before: string; after: string };
};

/** Unchanged passages that stand next to each other: more than these are folded away. */
const fewSame = 2;

/** What changed in a text: both versions side by side where there is room, one text with its changes where there is not. */
export function TextDiff({ locale, before, after, language, heads }: Props) {
  const runs = joinSame(diffTexts(before, after, language));
  return (
    <div className={heads ? 'text-diff text-diff-wide' : 'text-diff'}>
      {heads && (
        <p className="diff-heads" aria-hidden="true">
          <span>{heads.before}</span>
          <span>{heads.after}</span>
        </p>
      )}
      <div lang={language || undefined}>
        {runs.map((run) => (
          <Run key={run.place} {...{ locale, run, heads }} dir={language ? directionOf(language) : 'auto'} />
        ))}
      </div>
    </div>
  );
}

type Run = { place: number; blocks: readonly DiffBlock[]; same: boolean };

/** Unchanged passages that follow each other stand together. */
function joinSame(blocks: readonly DiffBlock[]): Run[] {
  const runs: Run[] = [];
  for (const [place, block] of blocks.entries()) {
    const last = runs.at(-1);
    const same = block.kind === 'same';
    if (same && last?.same) runs.splice(-1, 1, { ...last, blocks: [...last.blocks, block] });
    else runs.push({ place, blocks: [block], same });
  }
  return runs;
}

/** `dir` is that of the text: the columns stand in the reader's order. */
type Drawn = Pick<Props, 'locale' | 'heads'> & { dir: string };

function Run({ locale, run, heads, dir }: Drawn & { run: Run }) {
  const t = translatorOf(locale);
  const drawn = run.blocks.map((block, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text never move
    <Block key={place} {...{ locale, block, heads, dir }} />
  ));
  if (!run.same || run.blocks.length <= fewSame) return drawn;
  return (
    <details className="diff-same">
      <summary lang={locale}>{t('changes.same', { count: run.blocks.length })}</summary>
      {drawn}
    </details>
  );
}

function Block({ locale, block, heads, dir }: Drawn & { block: DiffBlock }) {
  if (block.kind !== 'changed')
    return (
      <div className={`diff-${block.kind}`}>
        <p className="diff-block" dir={dir}>
          <Part locale={locale} part={block} />
        </p>
      </div>
    );
  const kept = (kind: DiffPart['kind']) => block.parts.filter((part) => part.kind !== kind);
  return (
    <>
      <p className="diff-block diff-one" dir={dir}>
        <Parts locale={locale} parts={block.parts} />
      </p>
      {heads && (
        <div className="diff-two">
          <p className="diff-block" dir={dir}>
            <span className="sr-only" lang={locale}>{`${heads.before}: `}</span>
            <Parts locale={locale} parts={kept('added')} />
          </p>
          <p className="diff-block" dir={dir}>
            <span className="sr-only" lang={locale}>{`${heads.after}: `}</span>
            <Parts locale={locale} parts={kept('removed')} />
          </p>
        </div>
      )}
    </>
  );
}

function Parts({ locale, parts }: { locale: Locale; parts: readonly DiffPart[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
  return parts.map((part, place) => <Part key={place} locale={locale} part={part} />);
}

/** One piece of text. What was taken out or added says so to those who hear it as well. */
function Part({ locale, part: { kind, text } }: { locale: Locale; part: DiffPart }) {
  if (kind === 'same') return text;
  const t = translatorOf(locale);
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <span className="sr-only" lang={locale}>
        {t(kind === 'added' ? 'changes.added' : 'changes.removed')}{' '}
      </span>
      {text}
      <span className="sr-only" lang={locale}>
        {' '}
        {t('changes.end')}{' '}
      </span>
    </Mark>
  );
}
