import { SubmitButton } from '#components/form/buttons';
import { Select } from '#components/form/select';
import { formatDate } from '#i18n/format';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import type { ChangesView } from './load-changes';

/** Which two times are compared, where there are more than two. */
export function ChooseVersions({ view: { locale, id, sent, compared } }: { view: ChangesView }) {
  const t = translatorOf(locale);
  const options = sent.map(({ number, at }) => ({
    value: String(number),
    label: t('changes.version', { number, date: formatDate(at, locale) }),
  }));
  return (
    <form action={reviewPaths.changes(locale, id)} className="choose-versions">
      <Select
        {...{ locale, options, name: 'from', label: t('changes.from') }}
        defaultValue={String(compared?.before.number ?? '')}
      />
      <Select
        {...{ locale, options, name: 'to', label: t('changes.to') }}
        defaultValue={String(compared?.after.number ?? '')}
      />
      <SubmitButton quiet>{t('changes.show')}</SubmitButton>
    </form>
  );
}
