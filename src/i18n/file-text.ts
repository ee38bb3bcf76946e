import { type DescriptionProblem, documentType, fileLimits } from '#domain/submission-files';
import { formatTags, type Locale } from '#i18n/locales';
import { type Translate, translatorOf } from '#i18n/translator';

/** Numbers that sentences about files name, in the units a reader knows. */
export const fileNumbers = {
  files: fileLimits.files,
  image: fileLimits.imageBytes / 1_000_000,
  document: fileLimits.documentBytes / 1_000_000,
  pixels: fileLimits.pixels / 1_000_000,
} as const;

type Message = Parameters<Translate>[0];
export type RefusalReason =
  Extract<Message, `files.refused.${string}`> extends `files.refused.${infer Reason}` ? Reason : never;

/** Why a file was not taken, and what to do. */
export function refusalText(
  { name, reason }: { name: string; reason: RefusalReason },
  locale: Locale,
): string {
  const t = translatorOf(locale);
  return t(`files.refused.${reason}`, { ...fileNumbers, name: name || t('files.nameless') });
}

/** What is to be said about a file, in one sentence; the same in the summary and beside the field. */
export function descriptionProblemText(
  { name, field, reason, limit }: DescriptionProblem,
  locale: Locale,
): string {
  const t = translatorOf(locale);
  if (reason === 'missing') return t(`files.missing.${field}`, { name });
  if (reason === 'unknown-choice') return t('files.unknownLanguage', { name });
  return t('files.tooLong', { name, limit, label: fieldLabel(field, locale) });
}

/** What a field of a file is called. */
export function fieldLabel(field: string, locale: Locale): string {
  const t = translatorOf(locale);
  switch (field) {
    case 'credit':
      return t('files.credit');
    case 'consent':
      return t('files.consent');
    case 'title':
      return t('files.documentTitle');
    case 'language':
      return t('files.documentLanguage');
    case 'decorative':
      return t('files.decorative');
    default:
      return t('files.alt');
  }
}

/** "JPEG, 2.1 MB". */
export function fileDetails(
  { mediaType, bytes }: { mediaType: string; bytes: number },
  locale: Locale,
): string {
  const type = mediaType === documentType ? 'PDF' : mediaType.replace('image/', '').toUpperCase();
  const isSmall = bytes < 100_000;
  const size = new Intl.NumberFormat(formatTags[locale], {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(Math.max(1, bytes / 1000) / (isSmall ? 1 : 1000));
  return translatorOf(locale)('files.details', { type: type === 'WEBP' ? 'WebP' : type, size });
}
