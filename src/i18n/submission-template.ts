import type { Named } from '#domain/practice';
import { type FieldName, fieldsOf, submissionFields } from '#domain/submission-fields';
import { writtenSteps } from '#domain/submission-steps';
import { fieldHint } from '#i18n/field-hint';
import { directionOf, type Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { Outline, OutlineBlock } from '#lib/outline';

/** What may be ticked, in the reader's language. */
export type TemplateChoices = { topics: readonly Named[]; targetGroups: readonly Named[] };

type Template = {
  locale: Locale;
  choices: TemplateChoices;
  /** Where the filled template is brought in. */
  address: string;
};

/** The form on paper, from the same fields and words as the form on the site. */
export function submissionTemplate({ locale, choices, address }: Template): Outline {
  const t = translatorOf(locale);
  const intro = [...templateIntro(locale), address].map((text): OutlineBlock => ({ kind: 'text', text }));
  const groups = writtenSteps.flatMap((step): OutlineBlock[] => [
    { kind: 'group', text: t(`submission.step.${step}`) },
    ...fieldsOf(step).flatMap((name) => fieldBlocks(name, locale, choices)),
  ]);
  const title = t('template.title');
  const blocks: OutlineBlock[] = [{ kind: 'title', text: title }, ...intro, ...groups];
  return { title, language: locale, direction: directionOf(locale), blocks };
}

/** What the template says before its first field. */
export function templateIntro(locale: Locale): string[] {
  const t = translatorOf(locale);
  return [t('template.intro'), t('template.introMarks'), t('template.introBack')];
}

/** What stands below the heading of a field: its hint, how to write it here, and whether it may stay empty. */
export function templateHints(name: FieldName, locale: Locale): string[] {
  const t = translatorOf(locale);
  const onPaper: Partial<Record<FieldName, string>> = {
    country: t('template.country'),
    language: t('template.language'),
    cities: t('template.cities'),
  };
  const hints = [fieldHint(name, locale), onPaper[name]].filter((hint) => hint !== undefined);
  return submissionFields[name].needed ? hints : [...hints, t('template.optional')];
}

function fieldBlocks(name: FieldName, locale: Locale, choices: TemplateChoices): OutlineBlock[] {
  const t = translatorOf(locale);
  const blocks: OutlineBlock[] = [{ kind: 'field', text: t(`submission.label.${name}`) }];
  const hints = templateHints(name, locale);
  if (hints.length > 0) blocks.push({ kind: 'hint', text: hints.join(' ') });
  return [...blocks, ...roomFor(name, locale, choices)];
}

function roomFor(name: FieldName, locale: Locale, choices: TemplateChoices): OutlineBlock[] {
  if (name === 'contactPublic')
    return [{ kind: 'choice', text: translatorOf(locale)('submission.contactPublicChoice') }];
  if (name !== 'topics' && name !== 'targetGroups') return [{ kind: 'answer' }];
  return choices[name].map((choice): OutlineBlock => ({ kind: 'choice', text: choice.name }));
}
