import { FormButtons, SubmitButton } from '#components/form/buttons';
import { Notice } from '#components/form/notice';
import { accountPaths } from '#i18n/account-paths';
import { formatList } from '#i18n/format';
import { historyPaths } from '#i18n/history-paths';
import type { Locale } from '#i18n/locales';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import type { RevisionOffer } from '#server/submissions/queries/revision';

type Props = { locale: Locale; offer: RevisionOffer };

/** The way to one's own revision or to a new one; else who writes it, or who may. */
export function BeginPart({ locale, offer }: Props) {
  const t = translatorOf(locale);
  const { slug, mayBegin, open } = offer;
  if (open?.isOwn)
    return (
      <>
        <Notice>{t('history.revise.yours')}</Notice>
        <FormButtons>
          <a className="button" href={submissionPaths.step(locale, open.id, 'place')}>
            {t('history.revise.goOn')}
          </a>
        </FormButtons>
      </>
    );
  if (!mayBegin)
    return (
      <div className="prose">
        <p>{t('history.revise.who')}</p>
        <p>
          {t('history.revise.notYou')} <a href={accountPaths.access(locale)}>{t('history.revise.ask')}</a>
        </p>
      </div>
    );
  if (open) return <Notice>{underWay(open.names, locale)}</Notice>;
  return (
    <form method="post" action={historyPaths.beginRevision(locale)}>
      <input type="hidden" name="practice" value={slug} />
      <FormButtons>
        <SubmitButton>{t('history.revise.begin')}</SubmitButton>
      </FormButtons>
    </form>
  );
}

function underWay(names: readonly string[], locale: Locale): string {
  const t = translatorOf(locale);
  if (names.length === 0) return t('history.revise.nobody');
  return t('history.revise.others', {
    names: formatList(names, locale),
    count: names.length,
  });
}
