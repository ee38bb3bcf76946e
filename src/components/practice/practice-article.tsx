import { Markdown } from '#components/practice/markdown';
import { PlaceLine } from '#components/practice/place-line';
import { PracticeNotices } from '#components/practice/practice-notices';
import type { PracticeRecord } from '#domain/practice';
import { directionOf, type Locale } from '#i18n/locales';
import { placeText } from '#i18n/place-text';
import { translatorOf } from '#i18n/translator';

type Props = { practice: PracticeRecord; locale: Locale };

/** A practice as a text to read. Every passage in another language says so. */
export function PracticeArticle({ practice, locale }: Props) {
  const t = translatorOf(locale);
  const { language, sections } = practice;
  const inLanguage = { lang: language, dir: directionOf(language) };
  return (
    <article id="content" tabIndex={-1}>
      <h1 {...inLanguage}>{practice.title}</h1>
      <PlaceLine {...placeText(practice, locale)} />
      <PracticeNotices practice={practice} locale={locale} />
      {practice.provenance !== 'programme_excerpt' && (
        <p className="summary" {...inLanguage}>
          {practice.summary}
        </p>
      )}
      {sections.length > 3 && <Contents practice={practice} locale={locale} />}
      <div className="prose">
        {sections.map(({ name, markdown }) => (
          <section key={name} id={name} aria-labelledby={`${name}-heading`}>
            <h2 id={`${name}-heading`}>{t(`section.${name}`)}</h2>
            <div {...inLanguage}>
              <Markdown topHeading={3}>{markdown}</Markdown>
            </div>
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
