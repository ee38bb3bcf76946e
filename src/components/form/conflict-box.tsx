import { SubmitButton } from '#components/form/buttons';
import { formatAgo } from '#i18n/ago';
import { directionOf, type Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** Who wrote a text, and when. */
type Written = { by: string; own: boolean; at: Date };

type Props = {
  locale: Locale;
  now: Date;
  /** Of the field. */
  label: string;
  /** The language of both texts; empty where it is not known yet. */
  language: string;
  /** The text that stands. */
  current: string;
  conflict: { save: string; text: string; written: Written; standing: Written & { version: number } };
  /** Where the choice is sent, and what goes with it: which field of which page. */
  action: string;
  fields: Readonly<Record<string, string>>;
};

/** Two texts for one field that were written at the same time, side by side, for a person to choose. */
export function ConflictBox({ locale, now, label, language, current, conflict, action, fields }: Props) {
  const { save, text, written, standing } = conflict;
  const t = translatorOf(locale);
  const sent = { save, ...fields, seen: String(standing.version) };
  return (
    <section className="form-notice conflict" aria-labelledby={`conflict-${save}`}>
      <h2 id={`conflict-${save}`}>{t('submission.conflict.title', { label })}</h2>
      <p>{t('submission.conflict.text')}</p>
      <form method="post" action={action}>
        {Object.entries(sent).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="conflict-texts">
          <ConflictText
            {...{ locale, now, language, written: standing, text: current }}
            title={t('submission.conflict.standing')}
          />
          <ConflictText
            {...{ locale, now, language, written, text }}
            title={t('submission.conflict.later')}
          />
        </div>
        <div className="form-buttons">
          <SubmitButton name="choice" value="theirs">
            {t('submission.conflict.theirs')}
          </SubmitButton>
          <SubmitButton quiet name="choice" value="mine">
            {t('submission.conflict.mine')}
          </SubmitButton>
          <SubmitButton quiet name="choice" value="both">
            {t('submission.conflict.both')}
          </SubmitButton>
        </div>
      </form>
    </section>
  );
}

type TextProps = Pick<Props, 'locale' | 'now' | 'language'> & {
  title: string;
  text: string;
  written: Written;
};

function ConflictText({ locale, now, language, title, text, written }: TextProps) {
  const t = translatorOf(locale);
  const name = written.own ? t('submission.conflict.you') : written.by;
  return (
    <div>
      <h3>{title}</h3>
      <p className="field-hint">
        {t('submission.conflict.by', { name, ago: formatAgo(written.at, now, locale) })}
      </p>
      <div className="conflict-text" lang={language || undefined} dir={directionOf(language)}>
        {text || t('submission.conflict.nothing')}
      </div>
    </div>
  );
}
