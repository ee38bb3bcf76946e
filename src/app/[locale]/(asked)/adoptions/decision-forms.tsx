import { FormButtons, SubmitButton } from '#components/form/buttons';
import { FieldHints } from '#components/form/field';
import { TextArea } from '#components/form/text-area';
import { adoptionPaths } from '#i18n/adoption-paths';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import type { ListedAdoption } from '#server/adoptions/queries/list-adoptions';
import type { ParkedDecision } from './decision-problems';

type Props = {
  adoption: Pick<ListedAdoption, 'id' | 'city' | 'practice'>;
  locale: Locale;
  problems: readonly { name: string; text: string }[];
  parked: ParkedDecision;
};

/** Confirm, or refuse with a reason. */
export function DecisionForms({ adoption: { id, city, practice }, locale, problems, parked }: Props) {
  const t = translatorOf(locale);
  const [confirm, because] = [`confirm-${id}`, `because-${id}`];
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.text;
  const about = t('site.beside', { first: city, second: practice.title });
  return (
    <>
      <form method="post" action={adoptionPaths.confirm(locale, id)}>
        <FieldHints {...{ locale, name: confirm, error: errorOf(confirm) }} />
        <FormButtons>
          <SubmitButton
            id={confirm}
            aria-label={t('site.pair', { name: t('adoption.confirm'), value: about })}
          >
            {t('adoption.confirm')}
          </SubmitButton>
        </FormButtons>
      </form>
      <details className="account-more" open={errorOf(because) !== undefined}>
        <summary>{t('adoption.refuse')}</summary>
        <form method="post" action={adoptionPaths.refuse(locale, id)} noValidate>
          <TextArea
            {...{ locale, name: because, error: errorOf(because) }}
            rows={3}
            label={t('adoption.because')}
            hint={t('adoption.becauseHint')}
            defaultValue={parked ? firstValue(parked.values, because) : ''}
          />
          <FormButtons>
            <SubmitButton quiet aria-label={t('site.pair', { name: t('adoption.refuse'), value: about })}>
              {t('adoption.refuse')}
            </SubmitButton>
          </FormButtons>
        </form>
      </details>
    </>
  );
}
