import type { FieldProps } from '#components/form/field';
import { MarkdownTools } from '#components/form/markdown-tools';
import { TextArea, type TextAreaProps } from '#components/form/text-area';
import { translatorOf } from '#i18n/translator';

type Props = { field: FieldProps; area: Pick<TextAreaProps, 'rows' | 'lang' | 'dir' | 'defaultValue'> };

/** A text with headings, lists and links, and the buttons that write them. */
export function MarkdownArea({ field, area }: Props) {
  const { locale, name, label } = field;
  const t = translatorOf(locale);
  const words = {
    heading: t('form.markdown.heading'),
    bold: t('form.markdown.bold'),
    italic: t('form.markdown.italic'),
    list: t('form.markdown.list'),
    numbers: t('form.markdown.numbers'),
    link: t('form.markdown.link'),
  };
  const tools = <MarkdownTools area={name} label={t('form.markdown.label', { label })} words={words} />;
  return <TextArea {...field} rows={8} {...area} tools={tools} />;
}
