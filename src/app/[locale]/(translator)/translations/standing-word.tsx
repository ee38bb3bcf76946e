import type { TextStanding } from '#domain/translation-filter';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** How far it is, as a mark beside the word; the word says it all. */
const marks: Record<TextStanding, string> = {
  none: '·',
  machine: '◌',
  draft: '○',
  ready: '◔',
  approved: '●',
  outdated: '◑',
};

/** How the text of a language stands, as a word and a mark. */
export function StandingWord({ state, locale }: { state: TextStanding; locale: Locale }) {
  return (
    <span className={`state-word text-${state}`}>
      <span aria-hidden="true">{marks[state]} </span>
      {translatorOf(locale)(`translations.state.${state}`)}
    </span>
  );
}
