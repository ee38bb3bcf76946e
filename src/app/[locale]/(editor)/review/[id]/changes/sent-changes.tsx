import { FieldChange } from '#components/submission/field-change';
import { FileChanges } from '#components/submission/file-changes';
import { TalkThread } from '#components/submission/talk-thread';
import { countryName } from '#domain/countries';
import { compareFields, compareFiles } from '#domain/field-changes';
import type { FieldName } from '#domain/submission-fields';
import { formatDate, formatList, languageName } from '#i18n/format';
import { reviewPaths } from '#i18n/review-paths';
import { talkFragment } from '#i18n/talk-paths';
import { translatorOf } from '#i18n/translator';
import type { SentVersion } from '#server/review/queries/sent-versions';
import type { ChangesView } from './load-changes';

type Props = { view: ChangesView; before: SentVersion; after: SentVersion };

/** Every field that changed, each with what was said about it; those that did not, by name. */
export function SentChanges({ view, before, after }: Props) {
  const { locale } = view;
  const t = translatorOf(locale);
  const { changed, same } = compareFields(before.fields, after.fields);
  const heads = { before: formatDate(before.at, locale), after: formatDate(after.at, locale) };
  const isNothing = changed.length === 0 && compareFiles(before.files, after.files).length === 0;
  return (
    <>
      <p>{t('changes.between', heads)}</p>
      {isNothing && <p>{t('changes.none')}</p>}
      {changed.map((name) => (
        <FieldChange
          key={name}
          {...{ locale, name, heads, before: before.fields, after: after.fields }}
          nameOf={(field, id) => nameOf(view, field, id)}
        >
          <Said view={view} name={name} after={after} />
        </FieldChange>
      ))}
      <FileChanges {...{ locale, before: before.files, after: after.files }} />
      {same.length > 0 && (
        <section className="field-change" aria-labelledby="same-heading">
          <h2 id="same-heading">{t('changes.unchanged')}</h2>
          <p>
            {formatList(
              same.map((name) => t(`submission.label.${name}`)),
              locale,
            )}
          </p>
        </section>
      )}
    </>
  );
}

/** What was said about a field; one answers on the page of the example. */
function Said({ view, name, after }: { view: ChangesView; name: FieldName; after: SentVersion }) {
  const { locale, id, now, threads } = view;
  const value = after.fields[name];
  const standing = { text: typeof value === 'string' ? value : '', language: after.fields.language };
  return threads
    .filter(({ place }) => place === name)
    .map((thread) => (
      <TalkThread key={thread.id} {...{ locale, now, thread, standing }}>
        <p>
          <a href={`${reviewPaths.submission(locale, id)}#${talkFragment(thread.id)}`}>
            {translatorOf(locale)('changes.talk')}
          </a>
        </p>
      </TalkThread>
    ));
}

function nameOf({ locale, choices }: ChangesView, field: FieldName, id: string): string {
  if (field === 'country') return countryName(id, locale);
  if (field === 'language') return languageName(id, locale);
  const named = { cities: choices.cities, topics: choices.topics, targetGroups: choices.targetGroups };
  const list = field === 'cities' || field === 'topics' || field === 'targetGroups' ? named[field] : [];
  return list.find((one) => one.id === id)?.name ?? id;
}
