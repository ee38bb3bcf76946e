import { SubmitButton } from '#components/form/buttons';
import type { VocabularyKind } from '#domain/vocabulary';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { vocabularyPaths } from '#i18n/vocabulary-paths';
import type { ShownEntry } from '#server/vocabularies/queries/entry';
import type { Usage } from '#server/vocabularies/queries/usage';

type Props = { locale: Locale; kind: VocabularyKind; shown: ShownEntry; usage: Usage };

/** Where an entry is used; whether it can become another, or go. */
export function EntryUsage({ locale, kind, shown, usage }: Props) {
  const t = translatorOf(locale);
  const isUsed = Object.values(usage).some((count) => count > 0);
  return (
    <>
      <section className="account-section">
        <h2>{t('vocabulary.usage.title')}</h2>
        <ul className="link-list">
          <li>{t('vocabulary.usage.practices', { count: usage.practices })}</li>
          <li>{t('vocabulary.usage.drafts', { count: usage.drafts })}</li>
          {kind === 'city' && <li>{t('vocabulary.usage.people', { count: usage.people })}</li>}
          {usage.merged > 0 && <li>{t('vocabulary.usage.merged', { count: usage.merged })}</li>}
        </ul>
      </section>
      <section className="account-section">
        <h2>{t('vocabulary.merge.title')}</h2>
        <p>{t('vocabulary.merge.text')}</p>
        <p>
          <a className="button button-quiet" href={vocabularyPaths.merge(locale, kind, shown.id)}>
            {t('vocabulary.merge.begin')}
          </a>
        </p>
      </section>
      <section className="account-section">
        <h2>{t('vocabulary.remove.title')}</h2>
        <p>{t(isUsed ? 'vocabulary.remove.used' : 'vocabulary.remove.text')}</p>
        {!isUsed && (
          <form method="post" action={`${vocabularyPaths.entry(locale, kind, shown.id)}/remove`}>
            <input type="hidden" name="seen" value={shown.seen} />
            <SubmitButton quiet>{t('vocabulary.remove.button')}</SubmitButton>
          </form>
        )}
      </section>
    </>
  );
}
