import { FormButtons, SubmitButton } from '#components/form/buttons';
import { PlacePicker } from '#components/form/place-picker';
import { countryName } from '#domain/countries';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import type { CityChoice } from '#server/catalogue/queries/choices';
import { problemOf, type ReviewView } from './review-view';

type Props = { view: ReviewView; cities: readonly CityChoice[] };

/** The places of the catalogue, where its authors named some in words alone. */
export function PlacesForm({ view, cities }: Props) {
  const { locale, review, returned } = view;
  const { fields } = review;
  const words = fields.otherPlaces.trim();
  if (!review.may.has('review') || (words === '' && fields.cities.length > 0)) return null;
  const t = translatorOf(locale);
  const options = cities
    .filter(({ country }) => country === fields.country)
    .map(({ id, name, country, also }) => ({ id, name, also, group: countryName(country, locale) }));
  const typed = returned?.values.get('cities')?.filter(Boolean);
  const chosen = (typed ?? fields.cities).map(
    (id) => options.find((option) => option.id === id) ?? { id, name: id, also: [], group: '' },
  );
  const named = { name: '{name}' };
  return (
    <section aria-labelledby="places-heading">
      <h2 id="places-heading">{t('review.places.title')}</h2>
      <p>
        {t(words ? 'review.places.words' : 'review.places.missing')} {words && <bdi>{words}</bdi>}
      </p>
      <form method="post" action={reviewPaths.act(locale, review.id, 'places')} noValidate>
        <input type="hidden" name="seen" value={review.version} />
        <PlacePicker
          {...{ locale, options, chosen, error: problemOf(view, 'cities') }}
          name="cities"
          label={t('review.places.label')}
          hint={t('review.places.hint')}
          words={{
            add: t('submission.places.add'),
            addButton: t('submission.places.addButton'),
            remove: t('submission.places.remove', named),
            empty: t('submission.places.empty'),
            added: t('submission.places.added', named),
            removed: t('submission.places.removed', named),
            none: t('review.places.hint'),
            found: t('submission.places.found'),
          }}
        />
        <FormButtons>
          <SubmitButton quiet>{t('review.places.save')}</SubmitButton>
        </FormButtons>
      </form>
    </section>
  );
}
