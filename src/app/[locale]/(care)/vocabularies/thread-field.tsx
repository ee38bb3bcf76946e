import { ChoiceList } from '#components/form/choice-list';
import { entryLimits } from '#domain/vocabulary-entry';
import { translatorOf } from '#i18n/translator';
import { entryValueText } from '#i18n/vocabulary-text';
import type { FieldOf } from './entry-fields';

const threads = Array.from({ length: entryLimits.threads }, (_, index) => String(index + 1));

/** The colour a topic is woven in: seven to choose from, each a mark beside its name. */
export function ThreadField({ defaultValue, ...field }: ReturnType<FieldOf>) {
  const { locale } = field;
  return (
    <div className="thread-choices">
      <ChoiceList
        {...field}
        type="radio"
        columns
        hint={translatorOf(locale)('vocabulary.threadHint')}
        choices={threads.map((value) => ({ value, label: entryValueText(locale, 'thread', value) }))}
        chosen={[defaultValue || '1']}
      />
    </div>
  );
}
