import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import { reviewPaths } from '#i18n/review-paths';
import { translationPaths } from '#i18n/translation-paths';
import { translatorOf } from '#i18n/translator';
import { carePaths, vocabularyPaths } from '#i18n/vocabulary-paths';

/** Who is signed in, as the header shows it. */
export type HeaderPerson = { name: string; managesPeople: boolean; reviews: boolean; translates: boolean };

/** What belongs to the person who is signed in: a panel on wide screens, a part of the menu on narrow ones. */
export function PersonMenu({ locale, person }: { locale: Locale; person: HeaderPerson }) {
  const t = translatorOf(locale);
  return (
    <>
      <button type="button" className="button button-quiet person-button" popoverTarget="person-menu">
        <span>{person.name}</span>
      </button>
      <div className="person-menu" id="person-menu" popover="auto">
        <p>{t('account.signedInAs', { name: person.name })}</p>
        <ul>
          <li>
            <a href={accountPaths.start(locale)}>{t('account.mine')}</a>
          </li>
          {person.reviews && (
            <li>
              <a href={reviewPaths.queue(locale)}>{t('review.title')}</a>
            </li>
          )}
          {person.translates && (
            <li>
              <a href={translationPaths.list(locale)}>{t('translations.title')}</a>
            </li>
          )}
          {person.managesPeople && (
            <li>
              <a href={accountPaths.people(locale)}>{t('account.people.title')}</a>
            </li>
          )}
          {person.managesPeople && (
            <>
              <li>
                <a href={vocabularyPaths.all(locale)}>{t('vocabulary.title')}</a>
              </li>
              <li>
                <a href={carePaths.report(locale)}>{t('care.title')}</a>
              </li>
            </>
          )}
          <li>
            <a href={accountPaths.account(locale)}>{t('account.title')}</a>
          </li>
          <li>
            <form method="post" action={accountPaths.signOut(locale)}>
              <button type="submit">{t('account.signOut')}</button>
            </form>
          </li>
        </ul>
      </div>
    </>
  );
}
