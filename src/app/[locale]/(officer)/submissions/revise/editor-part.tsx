import { FormButtons, SubmitButton } from '#components/form/buttons';
import { Select } from '#components/form/select';
import { formatDate } from '#i18n/format';
import { historyPaths } from '#i18n/history-paths';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { RevisionOffer } from '#server/submissions/queries/revision';

type Props = { locale: Locale; offer: RevisionOffer };

/** What editors do besides: put an earlier version back, and open the page from which they look after it. */
export function EditorPart({ locale, offer }: Props) {
  const t = translatorOf(locale);
  return (
    <>
      <RestorePart {...{ locale, offer }} />
      <section className="account-section" aria-labelledby="after-heading">
        <h2 id="after-heading">{t('history.revise.after')}</h2>
        <p>{t('history.revise.afterText')}</p>
        <form method="post" action={historyPaths.lookAfter(locale)}>
          <input type="hidden" name="practice" value={offer.slug} />
          <FormButtons>
            <SubmitButton quiet>{t('history.revise.after')}</SubmitButton>
          </FormButtons>
        </form>
      </section>
    </>
  );
}

function RestorePart({ locale, offer: { slug, open, versions } }: Props) {
  const t = translatorOf(locale);
  const earlier = versions.slice(1);
  if (open || earlier.length === 0) return null;
  return (
    <section className="account-section" aria-labelledby="restore-heading">
      <h2 id="restore-heading">{t('history.revise.restore')}</h2>
      <p>{t('history.revise.restoreText')}</p>
      <form method="post" action={historyPaths.beginRevision(locale)}>
        <input type="hidden" name="practice" value={slug} />
        <Select
          locale={locale}
          name="from"
          label={t('history.revise.choose')}
          options={earlier.map(({ number, at }) => ({
            value: String(number),
            label: t('history.revise.option', { number, date: formatDate(at, locale) }),
          }))}
        />
        <FormButtons>
          <SubmitButton quiet>{t('history.revise.restoreNow')}</SubmitButton>
        </FormButtons>
      </form>
    </section>
  );
}
