import type { FieldProps } from '#components/form/field';
import { MarkdownArea } from '#components/form/markdown-area';
import { RoomLeft } from '#components/form/room-left';
import { TextArea } from '#components/form/text-area';
import { TextField } from '#components/form/text-field';
import type { TextName } from '#domain/translation';
import { textLimit } from '#domain/translation-check';
import { languageName } from '#i18n/format';
import { directionOf } from '#i18n/locales';
import { textPartLabel } from '#i18n/text-part';
import { translatorOf } from '#i18n/translator';
import { countCharacters } from '#lib/count-characters';
import type { TextView } from './load-text';
import { problemOf } from './problems';

/** Characters that stand on a line of a text's field, about; and lines that one has at least and at most. */
const lineLength = 55;
const lines = { least: 5, most: 24 } as const;

type Props = {
  view: TextView;
  name: TextName;
  /** Whether signs were left out of it that no page can show. */
  isCleaned: boolean;
};

/** Where one part is written, in its language, with as much room as its original takes. */
export function PartField({ view, name, isCleaned }: Props) {
  const { locale, language, shown, original } = view;
  const value = shown[name];
  const t = translatorOf(locale);
  const field: FieldProps = {
    ...{ locale, name, error: problemOf(view, name) },
    label: t('translations.label', {
      part: textPartLabel(name, locale),
      language: languageName(language, locale),
    }),
    note: (
      <>
        {isCleaned && <p className="writing-hint">{t('submission.cleaned')}</p>}
        <RoomLeft {...{ locale, name, value }} limit={textLimit(name)} />
      </>
    ),
  };
  const inLanguage = { defaultValue: value, lang: language, dir: directionOf(language) };
  if (name === 'title') return <TextField {...field} {...inLanguage} />;
  if (name === 'summary') return <TextArea {...field} {...inLanguage} rows={lines.least} />;
  const length = Math.max(countCharacters(original.fields[name]), countCharacters(value));
  const rows = Math.min(lines.most, Math.max(lines.least, Math.ceil(length / lineLength) + 1));
  return <MarkdownArea field={field} area={{ ...inLanguage, rows }} />;
}
