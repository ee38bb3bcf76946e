import { Autosave } from '#components/form/autosave';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import { accountPaths } from '#i18n/account-paths';
import { formatAgo } from '#i18n/ago';
import { autosaveWords } from '#i18n/autosave-words';
import { textPartLabel } from '#i18n/text-part';
import { translationPaths } from '#i18n/translation-paths';
import { translatorOf } from '#i18n/translator';
import type { TextView } from './load-text';
import { PartField } from './part-field';
import { TextPart } from './text-part';

type Props = {
  view: TextView;
  isJustSaved: boolean;
  /** Parts from which signs were left out. */
  cleaned: readonly string[];
};

/** The parts in a plain form. Its address saves what was typed, complete or not; the last button hands it in. */
export function TextForm({ view, isJustSaved, cleaned }: Props) {
  const { locale, practice, language, parts, base, page, turn, newest, path } = view;
  const t = translatorOf(locale);
  const keptAs = `translation ${practice.id} ${language}`;
  return (
    // Without the browser's memory of fields: after Back, what stands in them is what is saved.
    <form
      className="text-form"
      method="post"
      action={translationPaths.post(locale, practice.id, language, 'save')}
      noValidate
      autoComplete="off"
    >
      <fieldset className="step-fields">
        {Object.entries({ base, page, turn, seen: String(newest) }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} defaultValue={value} autoComplete="off" />
        ))}
        <Autosave
          names={parts.join(' ')}
          unsaved={view.unsaved.join(' ')}
          keptAs={keptAs}
          justSaved={isJustSaved ? keptAs : null}
          initially={savedText(view)}
          signIn={accountPaths.signIn(locale, { to: path })}
          both={path}
          words={autosaveWords(locale)}
        />
        {parts.map((name) => (
          <TextPart key={name} {...{ view, name }}>
            <PartField {...{ view, name }} isCleaned={cleaned.includes(name)} />
            {/* Where no script saves, one saves from part to part and stays there. */}
            <SubmitButton
              quiet
              className="text-save"
              name="part"
              value={name}
              aria-label={`${t('translations.form.save')}: ${textPartLabel(name, locale)}`}
            >
              {t('translations.form.save')}
            </SubmitButton>
          </TextPart>
        ))}
        <FormButtons>
          <SubmitButton name="then" value="offer" aria-describedby="offer-hint">
            {t('translations.form.offer')}
          </SubmitButton>
          <SubmitButton quiet name="then" value="stay">
            {t('translations.form.save')}
          </SubmitButton>
        </FormButtons>
        <p className="field-hint" id="offer-hint">
          {t('translations.form.offerHint')}
        </p>
      </fieldset>
    </form>
  );
}

/** What was begun just now was not saved by anybody yet. */
function savedText({ locale, translation, now, unsaved }: TextView): string {
  if (!translation || translation.version === 1 || unsaved.length > 0) return '';
  return translatorOf(locale)('submission.savedAgo', { ago: formatAgo(translation.updatedAt, now, locale) });
}
