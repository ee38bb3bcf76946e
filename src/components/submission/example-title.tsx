import { directionOf, type Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Props = { title: string; language: string; locale: Locale };

/** What an example is called, in its own language; a draft may have no title yet. */
export function ExampleTitle({ title, language, locale }: Props) {
  if (title.trim() === '') return translatorOf(locale)('sending.untitled');
  if (!language) return <bdi>{title}</bdi>;
  return (
    <span lang={language} dir={directionOf(language)}>
      {title}
    </span>
  );
}
