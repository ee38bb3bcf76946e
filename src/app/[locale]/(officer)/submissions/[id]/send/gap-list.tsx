import { Notice } from '#components/form/notice';
import type { GapLink } from '#i18n/gap-text';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** What is still to be done before sending, one link each that leads to the field. */
export function GapList({ locale, gaps }: { locale: Locale; gaps: readonly GapLink[] }) {
  return (
    <Notice title={translatorOf(locale)('sending.check.title')}>
      <Links links={gaps} />
    </Notice>
  );
}

/** What would help readers: nothing that stands in the way. */
export function HintList({ locale, hints }: { locale: Locale; hints: readonly GapLink[] }) {
  const t = translatorOf(locale);
  if (hints.length === 0) return null;
  return (
    <section className="hint-list" aria-labelledby="hints-heading">
      <h2 id="hints-heading">{t('sending.check.hints')}</h2>
      <p>{t('sending.check.hintsText')}</p>
      <Links links={hints} />
    </section>
  );
}

function Links({ links }: { links: readonly GapLink[] }) {
  return (
    <ul className="link-list">
      {links.map(({ name, text, href }) => (
        <li key={name}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
