import type { ReactNode } from 'react';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** The address of the summary inside its page: a redirect that ends in it puts the focus there, without a script. */
export const problemsFragment = 'problems';

/** What is to be corrected about a field, by its name; `href` where the field is on another page. */
export type FieldError = { name: string; text: string; href?: string };

type Props = {
  locale: Locale;
  problems: readonly FieldError[];
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
        {problems.map(({ name, text, href }) => (
          <li key={`${name} ${text}`}>
            <a href={href ?? `#${name}`}>{text}</a>
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
