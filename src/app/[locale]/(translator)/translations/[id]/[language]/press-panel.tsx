import type { ReactNode } from 'react';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import { type TranslationPost, translationPaths } from '#i18n/translation-paths';
import type { TextView } from './load-text';

/** Where a thing to do stands on its page. */
export function panelFragment(post: TranslationPost): string {
  return `do-${post}`;
}

type Props = {
  view: TextView;
  /** What is done, as its address is called. */
  post: TranslationPost;
  title: string;
  verb: string;
  /** Not what most people came for. */
  quiet?: boolean;
  /** What goes with it unseen. */
  fields?: Readonly<Record<string, string>>;
  /** What pressing it brings about. */
  children: ReactNode;
};

/** One thing to do, what it brings about, and its button. */
export function PressPanel({ view, post, title, verb, quiet = false, fields = {}, children }: Props) {
  const { locale, practice, language } = view;
  return (
    <section
      className="text-panel"
      id={panelFragment(post)}
      tabIndex={-1}
      aria-labelledby={`${post}-heading`}
    >
      <h2 id={`${post}-heading`}>{title}</h2>
      {children}
      <form method="post" action={translationPaths.post(locale, practice.id, language, post)} noValidate>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FormButtons>
          <SubmitButton quiet={quiet}>{verb}</SubmitButton>
        </FormButtons>
      </form>
    </section>
  );
}
