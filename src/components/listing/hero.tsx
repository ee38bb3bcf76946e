import { HeroMap } from '#components/listing/hero-map';
import { SearchForm } from '#components/site/search-form';
import type { CatalogueFilter } from '#domain/catalogue-filter';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { MapPlace } from '#lib/map-dots';

/** The introduction of the catalogue: its first sentence, and paragraphs of plain text. */
export type Introduction = { title: string; lede: string; paragraphs: readonly string[] };

type Props = {
  locale: Locale;
  introduction: Introduction;
  filter: CatalogueFilter;
  places: readonly MapPlace[];
  /** On filtered views the introduction shrinks to its title. */
  short: boolean;
};

/** Title, introduction, search, and the map as a quiet picture. */
export function Hero({ locale, introduction, filter, places, short }: Props) {
  return (
    <div className={short ? 'wrap hero hero-short' : 'wrap hero'}>
      <div>
        {short ? <h1>{introduction.title}</h1> : <Title text={introduction.title} />}
        {!short && <p className="lede">{introduction.lede}</p>}
        {!short && <Paragraphs locale={locale} introduction={introduction} />}
        <SearchForm locale={locale} filter={filter} />
      </div>
      {!short && <HeroMap places={places} />}
    </div>
  );
}

/** Breaks after the colon, so that both halves read as lines. */
function Title({ text }: { text: string }) {
  const [first, ...rest] = text.split(/(?<=:)\s+/);
  return (
    <h1>
      {first}
      {rest.length > 0 && (
        <>
          {' '}
          <br />
          {rest.join(' ')}
        </>
      )}
    </h1>
  );
}

function Paragraphs({ locale, introduction }: { locale: Locale; introduction: Introduction }) {
  const paragraphs = introduction.paragraphs.filter((text) => text !== introduction.lede);
  if (paragraphs.length === 0) return null;
  return (
    <details className="introduction">
      <summary>{translatorOf(locale)('listing.more')}</summary>
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </details>
  );
}
