import type { ReactNode } from 'react';
import { Markdown } from '#components/practice/markdown';
import { TextDiff } from '#components/practice/text-diff';
import type { TextName } from '#domain/translation';
import { languageName } from '#i18n/format';
import { directionOf } from '#i18n/locales';
import { textPartLabel } from '#i18n/text-part';
import { translatorOf } from '#i18n/translator';
import type { TextView } from './load-text';

/** Where a part stands on its page. */
export function partFragment(name: TextName): string {
  return `part-${name}`;
}

type Props = { view: TextView; name: TextName };

/** One part: its original first, beside it, where there is room, what is made of it, if anything is. */
export function TextPart({ view, name, children }: Props & { children: ReactNode }) {
  const { locale, changed } = view;
  const id = partFragment(name);
  return (
    <section
      className={changed.includes(name) ? 'text-part text-part-changed' : 'text-part'}
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-heading`}
    >
      <h2 id={`${id}-heading`}>{textPartLabel(name, locale)}</h2>
      <div className="text-pair">
        <Original {...{ view, name }} />
        {children && <div className="text-made">{children}</div>}
      </div>
    </section>
  );
}

/** What the original says; where it said something else when this was translated, word by word. */
function Original({ view, name }: Props) {
  const { locale, original, before, changed } = view;
  const t = translatorOf(locale);
  const { language, fields } = original;
  const isChanged = before !== null && changed.includes(name);
  return (
    <details className="text-original" open>
      <summary>
        {t('translations.part.original', { language: languageName(language, locale) })}
        {isChanged && <Mark>{t('translations.part.changed')}</Mark>}
      </summary>
      {isChanged ? (
        <TextDiff {...{ locale, language }} before={before.fields[name]} after={fields[name]} />
      ) : (
        <ShownText {...{ language, name }} text={fields[name]} />
      )}
    </details>
  );
}

/** A word beside a language: that the text changed, that a machine wrote it. */
export function Mark({ children }: { children: string }) {
  return (
    <>
      {' · '}
      <strong className="text-mark">{children}</strong>
    </>
  );
}

/** A part as readers see it. */
export function ShownText({ language, name, text }: { language: string; name: TextName; text: string }) {
  const inLanguage = { lang: language, dir: directionOf(language) };
  if (name === 'title' || name === 'summary')
    return (
      <p className={`text-${name}`} {...inLanguage}>
        {text}
      </p>
    );
  return (
    <div className="prose" {...inLanguage}>
      <Markdown topHeading={3}>{text}</Markdown>
    </div>
  );
}
