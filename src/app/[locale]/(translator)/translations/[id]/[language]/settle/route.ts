import { TextName } from '#domain/translation';
import { accountPaths } from '#i18n/account-paths';
import { requireLocale } from '#i18n/require-locale';
import { translationPaths } from '#i18n/translation-paths';
import { firstValue } from '#lib/form-values';
import { currentPerson } from '#server/accounts/session';
import { openForm } from '#server/forms/form-door';
import { guardForm } from '#server/forms/guard-form';
import { seeOther } from '#server/forms/see-other';
import { settleTranslationConflict } from '#server/translations/commands/settle-translation-conflict';
import { nothingThere } from '../../../../../nothing-there';
import { TextChoice } from '../../../../../read-save';

const Choice = TextChoice.extend({ name: TextName });

type Context = RouteContext<'/[locale]/translations/[id]/[language]/settle'>;

/** A translator chooses between two texts for one part, and goes on at that part. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale: asked, id, language } = await params;
  const locale = requireLocale(asked);
  const opened = await openForm(request, { limit: 10_000, labels: {} });
  if (!opened.ok) return opened.answer;
  const { values } = opened;
  return guardForm({ request, values, labels: {} }, async () => {
    const chosen = Choice.safeParse(
      Object.fromEntries(Object.keys(Choice.shape).map((key) => [key, firstValue(values, key)])),
    );
    if (!chosen.success) return new Response(null, { status: 400 });
    const choice = chosen.data;
    const path = translationPaths.text(locale, encodeURIComponent(id), encodeURIComponent(language));
    const person = await currentPerson();
    if (!person) return seeOther(accountPaths.signIn(locale, { to: path }));
    const which = { actor: person.actor, practiceId: id, language, now: new Date() };
    const settled = await settleTranslationConflict({ ...which, ...choice });
    if (settled.ok) return seeOther(`${path}#${choice.name}`);
    if (settled.reason === 'changed-again') return seeOther(`${path}?changed=1#both`);
    if (settled.reason === 'not-found') return nothingThere(locale, request);
    return seeOther(`${path}?refused=not-possible`);
  });
}
