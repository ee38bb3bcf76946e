import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ChoiceList } from '#components/form/choice-list';
import { TextArea } from '#components/form/text-area';
import { TextField } from '#components/form/text-field';
import { verdicts } from '#domain/opinion';
import type { Locale } from '#i18n/locales';
import { opinionPaths } from '#i18n/opinion-paths';
import { verdictText } from '#i18n/opinion-text';
import { contentPagePath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import { type FormValues, firstValue } from '#lib/form-values';

/** The fields in their order. */
export const opinionFields = ['verdict', 'words', 'name'] as const;

type Props = {
  locale: Locale;
  token: string;
  /** As the editor wrote it. */
  name: string;
  /** What was typed before, where it is to be corrected. */
  typed: FormValues | undefined;
  problems: readonly { name: string; text: string }[];
};

/** What an opinion is about, and the form to give and sign it. */
export function OpinionForm({ locale, token, name, typed, problems }: Props) {
  const t = translatorOf(locale);
  const errorOf = (field: string) => problems.find((problem) => problem.name === field)?.text;
  const typedIn = (field: string) => (typed ? firstValue(typed, field) : '');
  return (
    <section className="asked-form" id="opinion" aria-labelledby="opinion-heading">
      <h2 id="opinion-heading">{t('opinion.yours')}</h2>
      <Criteria locale={locale} />
      <form method="post" action={opinionPaths.give(locale, token)} noValidate>
        <ChoiceList
          type="radio"
          name="verdict"
          label={t('opinion.verdict')}
          choices={verdicts.map((value) => ({ value, label: verdictText(value, locale) }))}
          chosen={[typedIn('verdict')]}
          {...{ locale, error: errorOf('verdict') }}
        />
        <TextArea
          name="words"
          rows={8}
          label={t('opinion.words')}
          hint={t('opinion.wordsHint')}
          defaultValue={typedIn('words')}
          {...{ locale, error: errorOf('words') }}
        />
        <TextField
          name="name"
          autoComplete="name"
          label={t('opinion.name')}
          hint={t('opinion.nameHint')}
          defaultValue={typed ? typedIn('name') : name}
          {...{ locale, error: errorOf('name') }}
        />
        <p className="field-hint">{t('opinion.sendHint')}</p>
        <FormButtons>
          <SubmitButton>{t('opinion.send')}</SubmitButton>
        </FormButtons>
      </form>
    </section>
  );
}

function Criteria({ locale }: { locale: Locale }) {
  const t = translatorOf(locale);
  return (
    <>
      <h3>{t('opinion.criteriaHeading')}</h3>
      <ul className="link-list">
        <li>{t('opinion.criteria.aim')}</li>
        <li>{t('opinion.criteria.city')}</li>
        <li>{t('opinion.criteria.evidence')}</li>
        <li>{t('opinion.criteria.plain')}</li>
        <li>{t('opinion.criteria.transferable')}</li>
      </ul>
      <p>
        <a href={contentPagePath(locale, 'criteria')}>{t('opinion.criteriaMore')}</a>
      </p>
    </>
  );
}
