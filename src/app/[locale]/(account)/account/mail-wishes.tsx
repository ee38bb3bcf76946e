import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ChoiceList } from '#components/form/choice-list';
import { SavedLine } from '#components/form/saved-line';
import { type MailGroup, mailWishes, type WishOfGroup } from '#domain/mail-wishes';
import type { Locale } from '#i18n/locales';
import { type Translate, translatorOf } from '#i18n/translator';
import { wishPaths } from '#i18n/wish-paths';

type Props = { locale: Locale; groups: readonly MailGroup[]; wishes: WishOfGroup; isSaved: boolean };

const labels: Record<MailGroup, (t: Translate) => string> = {
  arrivals: (t) => t('wishes.group.arrivals'),
  answers: (t) => t('wishes.group.answers'),
  versions: (t) => t('wishes.group.versions'),
};

/** How the mails come that a person can live without. */
export function MailWishes({ locale, groups, wishes, isSaved }: Props) {
  const t = translatorOf(locale);
  return (
    <section className="account-section" aria-labelledby="mails">
      <h2 id="mails" tabIndex={-1}>
        {t('wishes.title')}
      </h2>
      {isSaved && <SavedLine>{t('wishes.saved')}</SavedLine>}
      <p>{t('wishes.text')}</p>
      <form method="post" action={wishPaths.save(locale)}>
        {groups.map((group) => (
          <ChoiceList
            key={group}
            locale={locale}
            type="radio"
            name={group}
            label={labels[group](t)}
            choices={mailWishes.map((value) => ({ value, label: wishLabels[value](t) }))}
            chosen={[wishes[group]]}
          />
        ))}
        <FormButtons>
          <SubmitButton quiet>{t('wishes.save')}</SubmitButton>
        </FormButtons>
      </form>
    </section>
  );
}

const wishLabels: Record<(typeof mailWishes)[number], (t: Translate) => string> = {
  each: (t) => t('wishes.wish.each'),
  daily: (t) => t('wishes.wish.daily'),
  none: (t) => t('wishes.wish.none'),
};
