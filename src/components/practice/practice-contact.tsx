import { Fact } from '#components/practice/fact';
import type { PracticeRecord } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Props = { practice: PracticeRecord; locale: Locale };

/** The city's own page, and who answers questions. */
export function PracticeContact({ practice: { website, contact }, locale }: Props) {
  const t = translatorOf(locale);
  return (
    <>
      {website && (
        <Fact term={t('practice.website')}>
          <a href={website} rel="external">
            {new URL(website).host}
          </a>
        </Fact>
      )}
      {contact && (
        <Fact term={t('practice.contact')}>
          {contact.office ? t('site.beside', { first: contact.name, second: contact.office }) : contact.name}
          <br />
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </Fact>
      )}
    </>
  );
}
