import { TextDiff } from '#components/practice/text-diff';
import { compareFiles, type FileChange } from '#domain/field-changes';
import type { DescribedFile } from '#domain/submission-files';
import { fieldLabel } from '#i18n/file-text';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Props = { locale: Locale; before: readonly DescribedFile[]; after: readonly DescribedFile[] };

/** Which files came, went, or are described anew. Nothing where nothing changed. */
export function FileChanges({ locale, before, after }: Props) {
  const changes = compareFiles(before, after);
  if (changes.length === 0) return null;
  return (
    <section className="field-change" aria-labelledby="files-heading">
      <h2 id="files-heading">{translatorOf(locale)('submission.step.files')}</h2>
      <ul className="list-diff">
        {changes.map((change) => (
          <OneFile key={change.file.id} locale={locale} change={change} />
        ))}
      </ul>
    </section>
  );
}

const words = ['alt', 'credit', 'title'] as const;

function OneFile({ locale, change }: { locale: Locale; change: FileChange<DescribedFile> }) {
  const { kind, file } = change;
  const t = translatorOf(locale);
  return (
    <li>
      {t(`changes.file.${kind}`, { name: file.name })}
      {kind === 'changed' &&
        words
          .filter((name) => change.before[name] !== file[name])
          .map((name) => (
            <div key={name}>
              <p className="field-hint">{fieldLabel(name, locale)}</p>
              <TextDiff {...{ locale, language: '' }} before={change.before[name]} after={file[name]} />
            </div>
          ))}
    </li>
  );
}
