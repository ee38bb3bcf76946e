import { ListDiff } from '#components/practice/list-diff';
import { TextDiff } from '#components/practice/text-diff';
import type { PracticeRecord } from '#domain/practice';
import { formatList } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { type PracticePart, practiceParts } from '#i18n/practice-parts';
import { translatorOf } from '#i18n/translator';

type Props = {
  locale: Locale;
  before: PracticeRecord;
  after: PracticeRecord;
  /** Above the two columns. */
  heads: { before: string; after: string };
};

/** The parts that changed, each with its changes; the others by name. */
export function ChangeList({ locale, before, after, heads }: Props) {
  const t = translatorOf(locale);
  const earlier = new Map(practiceParts(before, locale).map((part) => [part.name, part]));
  const pairs = practiceParts(after, locale).map((part) => ({ part, was: earlier.get(part.name) ?? part }));
  const changed = pairs.filter(({ part, was }) => signOf(part) !== signOf(was));
  const same = pairs.filter((pair) => !changed.includes(pair) && signOf(pair.part) !== '');
  return (
    <div className="change-list">
      {changed.length === 0 && <p>{t('history.changes.nothing')}</p>}
      {changed.map(({ part, was }) => (
        <section key={part.name} aria-labelledby={`${part.name}-heading`}>
          <h2 id={`${part.name}-heading`}>{part.label}</h2>
          {'text' in part && 'text' in was && (
            <TextDiff {...{ locale, heads }} before={was.text} after={part.text} language={after.language} />
          )}
          {'items' in part && 'items' in was && (
            <ListDiff locale={locale} before={was.items} after={part.items} />
          )}
        </section>
      ))}
      {changed.length > 0 && same.length > 0 && (
        <p>
          {t('history.changes.same', {
            list: formatList(
              same.map(({ part }) => part.label),
              locale,
            ),
          })}
        </p>
      )}
    </div>
  );
}

/** What two parts that say the same have in common; empty where nothing stands. */
function signOf(part: PracticePart): string {
  return 'text' in part
    ? part.text.trim()
    : part.items
        .map(({ key }) => key)
        .sort()
        .join('\n');
}
