import {
  serializeTranslationFilter,
  type TextStanding,
  type TranslationFilter,
  textStandings,
} from '#domain/translation-filter';
import { formatCount } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translationPaths } from '#i18n/translation-paths';
import { translatorOf } from '#i18n/translator';

type Props = { locale: Locale; filter: TranslationFilter; counts: Readonly<Record<TextStanding, number>> };

/** The states, as links with counts; the other restrictions travel along. */
export function ListTabs({ locale, filter, counts }: Props) {
  const t = translatorOf(locale);
  const all = textStandings.reduce((sum, state) => sum + counts[state], 0);
  const tabs = [
    { state: '' as const, label: t('translations.tab.all'), count: all },
    ...textStandings.map((state) => ({
      ...{ state, label: t(`translations.state.${state}`), count: counts[state] },
    })),
  ];
  return (
    <nav className="queue-tabs" aria-label={t('translations.tabs')}>
      <ul>
        {tabs.map(({ state, label, count }) => (
          <li key={state}>
            <a
              href={translationPaths.list(locale, serializeTranslationFilter({ ...filter, state, page: 1 }))}
              aria-current={state === filter.state ? 'page' : undefined}
            >
              {label} <span className="queue-count">{formatCount(count, locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
