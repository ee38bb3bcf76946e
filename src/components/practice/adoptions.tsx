import type { PracticeRecord, RecordAdoption } from '#domain/practice';
import { adoptionPaths } from '#i18n/adoption-paths';
import { directionOf, type Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

type Props = { practice: PracticeRecord; locale: Locale };

/** Which example this one repeats, who repeats this one, and the way for another city to say so. */
export function Adoptions({ practice: { adoptions = [], slug }, locale }: Props) {
  const t = translatorOf(locale);
  const elsewhere = adoptions.filter(({ isOwn }) => !isOwn);
  const repeated = adoptions.flatMap(({ isOwn, other }) => (isOwn && other ? [other] : []));
  return (
    <div className="adoptions">
      {repeated.map((other) => (
        <p key={other.slug}>
          {t('adoption.repeats')} <ExampleLink {...other} locale={locale} />
        </p>
      ))}
      {elsewhere.length > 0 && (
        <section aria-labelledby="adoptions-heading">
          <h2 id="adoptions-heading">{t('adoption.heading')}</h2>
          <ul>
            {elsewhere.map((adoption) => (
              <Elsewhere key={adoption.city.id} adoption={adoption} locale={locale} />
            ))}
          </ul>
        </section>
      )}
      <p>
        {t('adoption.invite')}{' '}
        <a href={adoptionPaths.begin(locale, slug)} rel="nofollow">
          {t('adoption.inviteLink')}
        </a>
      </p>
    </div>
  );
}

/** "Bergen, since 2024", what it took over, and where to read more. */
function Elsewhere({ adoption, locale }: { adoption: RecordAdoption; locale: Locale }) {
  const t = translatorOf(locale);
  const { city, year, words, website, other } = adoption;
  return (
    <li>
      <b>{t('adoption.since', { city: city.name, year: String(year) })}</b>
      <p dir="auto">{words}</p>
      {other && (
        <p>
          {t('adoption.example')} <ExampleLink {...other} locale={locale} />
        </p>
      )}
      {website && (
        <p>
          <a href={website} rel="external nofollow">
            {t('adoption.website')} {new URL(website).host}
          </a>
        </p>
      )}
    </li>
  );
}

type LinkProps = { slug: string; title: string; language: string; locale: Locale };

function ExampleLink({ slug, title, language, locale }: LinkProps) {
  return (
    <a href={practicePath(locale, slug)} lang={language} dir={directionOf(language)}>
      {title}
    </a>
  );
}
