import type { ReactNode } from 'react';
import { Markdown } from '#components/practice/markdown';
import { PlaceLine } from '#components/practice/place-line';
import { PracticeNotices } from '#components/practice/practice-notices';
import type { PracticeRecord, SectionName } from '#domain/practice';
import { directionOf, type Locale } from '#i18n/locales';
import { placeText } from '#i18n/place-text';
import { translatorOf } from '#i18n/translator';

type Props = { practice: PracticeRecord; locale: Locale };

/** A part of the text that something may be said about. */
type ArticlePart = 'title' | 'summary' | SectionName;

type ArticleProps = Props & {
  /** What stands below a part, for those who work on the text. */
  below?: (part: ArticlePart) => ReactNode;
};

/** A practice as a text to read. Every passage in another language says so. */
export function PracticeArticle({ practice, locale, below }: ArticleProps) {
  const t = translatorOf(locale);
  const { language, sections } = practice;
  const inLanguage = { lang: language, dir: directionOf(language) };
  return (
    <article id="content" tabIndex={-1}>
      <h1 {...inLanguage}>{practice.title}</h1>
      {below?.('title')}
      <PlaceLine {...placeText(practice, locale)} />
      <PracticeNotices practice={practice} locale={locale} />
      {practice.provenance !== 'programme_excerpt' && (
        <p className="summary" {...inLanguage}>
          {practice.summary}
        </p>
      )}
      {below?.('summary')}
      {sections.length > 3 && <Contents practice={practice} locale={locale} />}
      <div className="prose">
        {sections.map(({ name, markdown }) => (
          <section key={name} id={name} aria-labelledby={`${name}-heading`}>
            <h2 id={`${name}-heading`}>{t(`section.${name}`)}</h2>
            <div {...inLanguage}>
              <Markdown topHeading={3}>{markdown}</Markdown>
            </div>
            {below?.(name)}
          </section>
        ))}
      </div>
    </article>
  );
}

function Contents({ practice, locale }: Props) {
  const t = translatorOf(locale);
  return (
    <nav className="page-contents" aria-labelledby="contents-heading">
      <h2 id="contents-heading">{t('practice.contents')}</h2>
      <ol>
        {practice.sections.map(({ name }) => (
          <li key={name}>
            <a href={`#${name}`}>{t(`section.${name}`)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
