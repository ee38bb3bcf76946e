import { readGivenOpinion } from '#domain/opinion';
import type { Locale } from '#i18n/locales';
import { opinionPaths } from '#i18n/opinion-paths';
import { translatorOf } from '#i18n/translator';
import { groupValues } from '#lib/form-values';
import { parkForm } from '#server/forms/commands';
import { seeOther } from '#server/forms/see-other';
import { giveOpinion } from '#server/opinions/commands/give-opinion';
import { readAskedOpinion } from '#server/opinions/queries/asked-opinion';
import { takeForm } from '../../../take-form';

/** Signs an opinion, once. Its writer is then shown what they signed, and after a quarter of an hour no more. */
export async function POST(
  request: Request,
  context: RouteContext<'/[locale]/opinions/[token]/give'>,
): Promise<Response> {
  const { token } = await context.params;
  return takeForm(
    request,
    context,
    async ({ locale, read, now }) => {
      const path = opinionPaths.page(locale, token);
      const typed = { verdict: read('verdict'), words: read('words'), name: read('name') };
      const checked = readGivenOpinion(typed);
      const values = groupValues(Object.entries(typed));
      if (!checked.ok) {
        // Nothing is kept for a link that opens nothing.
        if (!(await readAskedOpinion(token, now))) return seeOther(path);
        const form = await parkForm({ path, values, errors: checked.problems, now });
        return seeOther(`${path}?form=${form}#problems`);
      }
      const given = await giveOpinion({ token, given: checked.given, now });
      return seeOther(given.ok ? `${path}?form=${await parkForm({ path, values, now })}` : path);
    },
    labelsIn,
  );
}

function labelsIn(locale: Locale) {
  const t = translatorOf(locale);
  return { verdict: t('opinion.verdict'), words: t('opinion.words'), name: t('opinion.name') };
}
