import type { ReactNode } from 'react';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** The address of the summary inside its page: a redirect that ends in it puts the focus there, without a script. */
export const problemsFragment = 'problems';

type Props = {
  locale: Locale;
  /** `name` of the field each is about, in the order of the fields. */
  problems: readonly { name: string; text: string }[];
  /** What is true besides: that everything is saved, where to go on. */
  children?: ReactNode;
};

/** What is to be corrected, one link each that leads to the field. First in the page's main part. Empty: nothing. */
export function ErrorSummary({ locale, problems, children }: Props) {
  if (problems.length === 0) return null;
  return (
    <div className="error-summary" id={problemsFragment} role="alert" tabIndex={-1}>
      <h2>{translatorOf(locale)('form.problems', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ name, text }) => (
          <li key={`${name} ${text}`}>
            <a href={`#${name}`}>{text}</a>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}

/** The title of a page that has something to be corrected says so first. */
export function titleWithErrors(title: string, hasErrors: boolean, locale: Locale): string {
  return hasErrors ? translatorOf(locale)('form.errorTitle', { title }) : title;
}
