import { FormButtons, SubmitButton } from '#components/form/buttons';
import type { VocabularyKind } from '#domain/vocabulary';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { vocabularyPaths } from '#i18n/vocabulary-paths';
import type { ShownEntry } from '#server/vocabularies/queries/entry';
import type { Usage } from '#server/vocabularies/queries/usage';

type Props = { locale: Locale; kind: VocabularyKind; from: ShownEntry; into: ShownEntry; usage: Usage };

/** What a merge changes, and the button that does it. */
export function MergeSummary({ locale, kind, from, into, usage }: Props) {
  const t = translatorOf(locale);
  const names = { from: from.name, into: into.name };
  return (
    <section className="account-section">
      <h2>{t('vocabulary.merge.summary', names)}</h2>
      <ul className="link-list">
        <li>{t('vocabulary.merge.practices', { count: usage.practices })}</li>
        <li>{t('vocabulary.merge.drafts', { count: usage.drafts })}</li>
        {kind === 'city' && <li>{t('vocabulary.merge.people', { count: usage.people })}</li>}
        <li>{t('vocabulary.merge.addresses', names)}</li>
        {kind !== 'group' && <li>{t('vocabulary.merge.words', names)}</li>}
      </ul>
      <p>{t('vocabulary.merge.last')}</p>
      <form method="post" action={`${vocabularyPaths.merge(locale, kind, from.id)}/now`}>
        <input type="hidden" name="into" value={into.id} />
        <input type="hidden" name="seenFrom" value={from.seen} />
        <input type="hidden" name="seenInto" value={into.seen} />
        <FormButtons>
          <SubmitButton>{t('vocabulary.merge.button', { into: into.name })}</SubmitButton>
        </FormButtons>
      </form>
    </section>
  );
}
