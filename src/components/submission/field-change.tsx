import type { ReactNode } from 'react';
import { ListDiff } from '#components/practice/list-diff';
import { TextDiff } from '#components/practice/text-diff';
import type { DraftFields, FieldName } from '#domain/submission-fields';
import { submissionFields } from '#domain/submission-fields';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Props = {
  locale: Locale;
  name: FieldName;
  before: DraftFields;
  after: DraftFields;
  heads: { before: string; after: string };
  /** What a choice is called: a country, a city, a topic. */
  nameOf: (field: FieldName, id: string) => string;
  /** Stands below it. */
  children?: ReactNode;
};

/** One field as it was and as it is. */
export function FieldChange({ locale, name, before, after, heads, nameOf, children }: Props) {
  const t = translatorOf(locale);
  return (
    <section className="field-change" id={name} aria-labelledby={`${name}-heading`}>
      <h2 id={`${name}-heading`}>{t(`submission.label.${name}`)}</h2>
      <Change {...{ locale, name, before, after, heads, nameOf }} />
      {children}
    </section>
  );
}

function Change({ locale, name, before, after, heads, nameOf }: Omit<Props, 'children'>) {
  const [was, is] = [before[name], after[name]];
  const { kind, step } = submissionFields[name];
  if (typeof was === 'string' && typeof is === 'string' && !['choice', 'check'].includes(kind)) {
    const language = step === 'topics' ? '' : after.language;
    return <TextDiff {...{ locale, language, heads }} before={was} after={is} />;
  }
  const items = (value: DraftFields[FieldName]) =>
    [value]
      .flat()
      .filter(Boolean)
      .map((key) => ({
        key,
        label: kind === 'check' ? translatorOf(locale)('changes.yes') : nameOf(name, key),
      }));
  return <ListDiff locale={locale} before={items(was)} after={items(is)} />;
}
