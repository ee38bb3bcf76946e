import { TextCounter } from '#components/form/text-counter';
import { formatCount } from '#i18n/format';
import { formatTags, type Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { countCharacters } from '#lib/count-characters';

type Props = { locale: Locale; name: string; value: string; limit: number };

/** How many characters a field has, of how many it has room for. */
export function RoomLeft({ locale, name, value, limit }: Props) {
  const t = translatorOf(locale);
  const count = countCharacters(value.trim());
  const holes = { count: '{count}', limit: '{limit}' };
  const numbers = { count: formatCount(count, locale), limit: formatCount(limit, locale) };
  return (
    <TextCounter
      field={name}
      limit={limit}
      locale={formatTags[locale]}
      initially={{
        text: t(count > limit ? 'form.counterOver' : 'form.counter', numbers),
        isOver: count > limit,
      }}
      words={{ fits: t('form.counter', holes), over: t('form.counterOver', holes) }}
    />
  );
}
