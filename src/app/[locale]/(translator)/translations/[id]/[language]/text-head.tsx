import { Notice } from '#components/form/notice';
import { SavedLine } from '#components/form/saved-line';
import { ExampleTitle } from '#components/submission/example-title';
import { formatAgo } from '#i18n/ago';
import { languageName } from '#i18n/format';
import { historyPaths } from '#i18n/history-paths';
import { machineName } from '#i18n/machine-name';
import { practicePath } from '#i18n/paths';
import { translationPaths } from '#i18n/translation-paths';
import { translatorOf } from '#i18n/translator';
import { StandingWord } from '../../standing-word';
import type { TextView } from './load-text';
import { doneText, refusedText } from './outcome-text';
import { panelFragment } from './press-panel';

type Props = { view: TextView; done: string; refused: string };

/** What was just done, which text it is, how it stands, and where else it can be seen. */
export function TextHead({ view, done, refused }: Props) {
  const { locale, practice, original, language, state } = view;
  const t = translatorOf(locale);
  const [said, why] = [doneText(done, locale), refusedText(refused, locale)];
  return (
    <div className="text-head">
      <p>
        <a href={translationPaths.list(locale)}>{t('translations.title')}</a>
      </p>
      {said && <SavedLine>{said}</SavedLine>}
      {why && (
        <Notice>
          <p>{why}</p>
        </Notice>
      )}
      <h1>
        <ExampleTitle {...{ locale, title: original.fields.title, language: practice.originalLanguage }} />
      </h1>
      <p className="lede">
        {t('translations.pair', {
          from: languageName(original.language, locale),
          to: languageName(language, locale),
        })}
      </p>
      <p>
        <StandingWord {...{ locale, state: state ?? 'none' }} />
      </p>
      <p className="text-standing">{standingText(view)}</p>
      <HeadLinks view={view} />
    </div>
  );
}

/** Who did what to it last, and what readers see meanwhile. */
function standingText(view: TextView): string {
  const { locale, now, state, translation, published, translator, isOwn, hasWritten } = view;
  const t = translatorOf(locale);
  const ago = translation ? formatAgo(translation.updatedAt, now, locale) : '';
  const named = { ago, name: translator?.name ?? '' };
  if (state === null) return t('translations.standing.none');
  if (state === 'machine')
    return t('translations.standing.machine', { ago, machine: machineName(translation?.machine ?? '') });
  if (state === 'approved')
    return translation
      ? t('translations.standing.approved', { ago })
      : t('translations.standing.approvedLong');
  if (state === 'outdated') return t('translations.standing.outdated');
  const worked =
    state === 'draft'
      ? t(isOwn ? 'translations.standing.draftOwn' : 'translations.standing.draft', named)
      : t(readyKey(isOwn, hasWritten), named);
  return published ? `${worked} ${t('translations.standing.stillPublic')}` : worked;
}

function readyKey(isOwn: boolean, hasWritten: boolean) {
  if (isOwn) return 'translations.standing.readyOwn';
  return hasWritten ? 'translations.standing.readyWrote' : 'translations.standing.ready';
}

function HeadLinks({ view }: Pick<Props, 'view'>) {
  const { locale, practice, language, published, before, newest, may } = view;
  const t = translatorOf(locale);
  return (
    <ul className="text-links">
      {may.has('approve') && (
        <li>
          <a href={`#${panelFragment('approve')}`}>{t('translations.decide.jump')}</a>
        </li>
      )}
      <li>
        <a href={practicePath(locale, practice.slug, published ? language : undefined)}>
          {t('translations.live')}
        </a>
      </li>
      {before && (
        <li>
          <a href={historyPaths.changes(locale, practice.slug, before.number, newest)}>
            {t('translations.compare', { from: String(before.number), to: String(newest) })}
          </a>
        </li>
      )}
    </ul>
  );
}
