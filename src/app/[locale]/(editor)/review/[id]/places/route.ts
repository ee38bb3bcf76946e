import { reviewPaths } from '#i18n/review-paths';
import { type FormValues, firstValue } from '#lib/form-values';
import { setPlaces } from '#server/review/commands/set-places';
import { answerAct, sendBackTo, takeReview } from '../../take-review';

/** Says which places of the catalogue the example is about. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/places'>) {
  return takeReview(request, context, {
    work: async (sent) => {
      const { locale, id, person, values, now } = sent;
      const seen = Number.parseInt(firstValue(values, 'seen'), 10) || 0;
      const result = await setPlaces({ actor: person.actor, id, cities: readCities(values), seen, now });
      if (result.ok) return answerAct(sent, 'places', result);
      const { reason } = result;
      if (reason === 'unknown-place' || reason === 'changed-meanwhile')
        return sendBackTo(reviewPaths.submission(locale, id), sent, { cities: reason });
      return answerAct(sent, 'places', { ok: false, reason });
    },
  });
}

/** Without a script, the button beside a place takes it away: "cities:cork". */
function readCities(values: FormValues): string[] {
  const removed = firstValue(values, 'remove');
  return (values.get('cities') ?? []).filter((city) => city && removed !== `cities:${city}`);
}
