import { formatTags, type Locale } from '#i18n/locales';

type Props = {
  locale: Locale;
  links: readonly { href: string; label: string; language?: string }[];
  /** `unit`: as short as in a table. */
  type?: 'conjunction' | 'unit';
};

/** Links as the reader's language lists things in a sentence. `language`: that of the page a link leads to. */
export function LinkList({ locale, links, type = 'conjunction' }: Props) {
  const places = links.map((_, place) => String(place));
  const parts = new Intl.ListFormat(formatTags[locale], { type }).formatToParts(places);
  return parts.map((part) => {
    const link = part.type === 'element' ? links[Number(part.value)] : undefined;
    if (!link) return part.value;
    const { href, label, language } = link;
    return (
      <a key={href} href={href} hrefLang={language}>
        {label}
      </a>
    );
  });
}
