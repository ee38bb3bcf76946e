import { TextDiff } from '#components/practice/text-diff';
import type { TextName } from '#domain/translation';
import { languageName } from '#i18n/format';
import { translatorOf } from '#i18n/translator';
import type { TextView } from './load-text';
import { Mark, ShownText, TextPart } from './text-part';

/** The original and what was made of it, to be read. */
export function ReadParts({ view }: { view: TextView }) {
  return view.parts.map((name) => (
    <TextPart key={name} {...{ view, name }}>
      {view.fields && <Made {...{ view, name }} text={view.fields[name]} />}
    </TextPart>
  ));
}

/** What stands there; before a decision, what it changes for readers. */
function Made({ view, name, text }: { view: TextView; name: TextName; text: string }) {
  const { locale, language, state, published } = view;
  const t = translatorOf(locale);
  const readers = state === 'ready' ? (published?.fields[name] ?? '') : '';
  const isCompared = readers.trim() !== '' && readers.trim() !== text.trim();
  return (
    <>
      <p className="text-language">
        {languageName(language, locale)}
        {state === 'machine' && <Mark>{t('translations.state.machine')}</Mark>}
        {isCompared && <span className="field-hint">{t('translations.part.compared')}</span>}
      </p>
      {text.trim() === '' && !isCompared && <p className="text-nothing">{t('translations.part.nothing')}</p>}
      {isCompared ? (
        <TextDiff {...{ locale, language }} before={readers} after={text} />
      ) : (
        <ShownText {...{ language, name, text }} />
      )}
    </>
  );
}
