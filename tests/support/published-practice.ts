import type { Database } from '#server/platform/db';

type Published = {
  id: string;
  slug: string;
  title: string;
  cityId: string;
  publishedAt: Date;
  provenance?: 'city' | 'catalogue_summary';
};

/** A city, if it is not there yet. */
export async function addCity(db: Database, id: string, country = 'IE'): Promise<void> {
  await db.city.upsert({
    where: { id },
    update: {},
    create: { id, country, placeType: 'city', latitude: 51.9, longitude: -8.5 },
  });
}

/** A published practice of a city, with one text in English. */
export async function addPractice(
  db: Database,
  { id, slug, title, cityId, publishedAt, provenance = 'city' }: Published,
): Promise<string> {
  await addCity(db, cityId);
  await db.practice.create({
    data: {
      ...{ id, status: 'published', country: 'IE', originalLanguage: 'en', provenance, publishedAt },
      texts: { create: { language: 'en', title } },
      slugs: { create: { slug } },
      cities: { create: { cityId, position: 0 } },
    },
  });
  return id;
}
