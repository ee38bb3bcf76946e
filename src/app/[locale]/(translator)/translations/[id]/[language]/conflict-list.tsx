import { ConflictBox } from '#components/form/conflict-box';
import { textPartLabel } from '#i18n/text-part';
import { translationPaths } from '#i18n/translation-paths';
import type { TextView } from './load-text';

/** Parts that were written in two windows at the same time, both texts side by side, for a person to choose. */
export function ConflictList({ view }: { view: TextView }) {
  const { locale, now, practice, language, translation, conflicts } = view;
  if (conflicts.length === 0) return null;
  return (
    <div id="both" tabIndex={-1}>
      {conflicts.map((conflict) => {
        const { name } = conflict;
        return (
          <ConflictBox
            key={`${conflict.save} ${name}`}
            {...{ locale, now, conflict, language }}
            label={textPartLabel(name, locale)}
            current={translation?.fields[name] ?? ''}
            action={translationPaths.post(locale, practice.id, language, 'settle')}
            fields={{ name }}
          />
        );
      })}
    </div>
  );
}
