import { opinionPaths } from '#i18n/opinion-paths';
import { seeOther } from '#server/forms/see-other';
import { endOpinion } from '#server/opinions/commands/end-opinion';
import { nothingThere, takeForm } from '../../../../../../take-form';

type Context = RouteContext<'/[locale]/review/[id]/opinions/[opinion]/end'>;

/** Takes back a link that was sent to someone, unless they have answered. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { opinion } = await context.params;
  return takeForm(request, context, {
    pageOf: (locale, id) => opinionPaths.asked(locale, id),
    work: async ({ locale, id, person, now }) => {
      const ended = await endOpinion({ actor: person.actor, id, opinion, now });
      if (!ended.ok && ended.reason === 'not-found') return nothingThere();
      return seeOther(opinionPaths.asked(locale, id, { done: ended.ok ? 'ended' : 'late' }));
    },
  });
}
