import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ChoiceList } from '#components/form/choice-list';
import { Select, type SelectOption } from '#components/form/select';
import { TextField } from '#components/form/text-field';
import { countryCodes, countryName } from '#domain/countries';
import {
  countRestrictions,
  emptyReviewFilter,
  nobody,
  reviewSorts,
  serializeReviewFilter,
} from '#domain/review-filter';
import { textLanguages } from '#domain/text-languages';
import { languageName, sortByName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import type { Choices } from '#server/catalogue/queries/choices';
import type { Queue } from '#server/review/queries/queue';

type Props = { locale: Locale; queue: Queue; choices: Choices };

/** A form that leads to an address: open where something is chosen. */
export function QueueFilter({ locale, queue, choices }: Props) {
  const { filter, editors } = queue;
  const t = translatorOf(locale);
  const count = countRestrictions(filter);
  const empty = t('review.filter.all');
  const byName = (options: readonly SelectOption[]) => sortByName(options, ({ label }) => label, locale);
  return (
    <details className="queue-filter" open={count > 0}>
      <summary>{count > 0 ? t('review.filter.set', { count }) : t('review.filter.title')}</summary>
      <form method="get" action={reviewPaths.queue(locale)}>
        <input type="hidden" name="tab" value={filter.tab} />
        <div className="queue-fields">
          <TextField {...{ locale }} name="q" label={t('review.filter.q')} defaultValue={filter.q} />
          <Select
            {...{ locale, empty }}
            name="country"
            label={t('review.filter.country')}
            options={byName(countryCodes.map((code) => ({ value: code, label: countryName(code, locale) })))}
            defaultValue={filter.country}
          />
          <Select
            {...{ locale, empty }}
            name="language"
            label={t('review.filter.language')}
            options={byName(
              textLanguages.map((code) => ({ value: code, label: languageName(code, locale) })),
            )}
            defaultValue={filter.language}
          />
          <Select
            {...{ locale, empty }}
            name="topic"
            label={t('review.filter.topic')}
            options={byName(choices.topics.map(({ id, name }) => ({ value: id, label: name })))}
            defaultValue={filter.topic}
          />
          <Select
            {...{ locale, empty }}
            name="editor"
            label={t('review.filter.editor')}
            options={[
              { value: nobody, label: t('review.filter.nobody') },
              ...byName(editors.map(({ id, name }) => ({ value: id, label: name }))),
            ]}
            defaultValue={filter.editor}
          />
          <Select
            {...{ locale }}
            name="sort"
            label={t('review.filter.sort')}
            options={reviewSorts.map((sort) => ({ value: sort, label: t(`review.filter.${sort}`) }))}
            defaultValue={filter.sort}
          />
          <ChoiceList
            {...{ locale }}
            type="checkbox"
            name="late"
            label={t('review.column.due')}
            choices={[{ value: '1', label: t('review.filter.late') }]}
            chosen={filter.late ? ['1'] : []}
          />
        </div>
        <FormButtons>
          <SubmitButton quiet>{t('review.filter.apply')}</SubmitButton>
          {count > 0 && (
            <a
              href={reviewPaths.queue(
                locale,
                serializeReviewFilter({ ...emptyReviewFilter, tab: filter.tab, sort: filter.sort }),
              )}
            >
              {t('review.filter.clear')}
            </a>
          )}
        </FormButtons>
      </form>
    </details>
  );
}
