import type { ReactNode } from 'react';
import { Notice } from '#components/form/notice';
import { SavedLine } from '#components/form/saved-line';
import { Breadcrumb } from '#components/ui/breadcrumb';
import type { VocabularyKind } from '#domain/vocabulary';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { vocabularyPaths } from '#i18n/vocabulary-paths';
import { PageFrame } from '../../page-frame';
import { whatWasDone, whatWasNotDone } from './what-was-done';

type Props = {
  locale: Locale;
  pathIn: (locale: Locale) => string;
  title: string;
  /** The list it belongs to, where it is not the list itself. */
  kind?: VocabularyKind;
  /** Whether the way back leads to all vocabularies. */
  isBelow?: boolean;
  done?: string | undefined;
  /** Stands before everything else: what is to be corrected. */
  problems?: ReactNode;
  children: ReactNode;
};

/** The frame of the pages about vocabularies: the way back, what was just done, the title. */
export function VocabularyPage(props: Props) {
  const { locale, pathIn, title, kind, isBelow = true, done, problems, children } = props;
  const t = translatorOf(locale);
  const links = [
    ...(isBelow ? [{ href: vocabularyPaths.all(locale), label: t('vocabulary.title') }] : []),
    ...(kind ? [{ href: vocabularyPaths.list(locale, kind), label: t(`vocabulary.${kind}.title`) }] : []),
  ];
  const message = whatWasDone(locale, done);
  const warning = whatWasNotDone(locale, done);
  return (
    <PageFrame locale={locale} pathIn={pathIn}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        {links.length > 0 && <Breadcrumb label={t('vocabulary.path')} links={links} />}
        {problems}
        {message && <SavedLine>{message}</SavedLine>}
        {warning && (
          <Notice>
            <p>{warning}</p>
          </Notice>
        )}
        <h1>{title}</h1>
        {children}
      </div>
    </PageFrame>
  );
}
