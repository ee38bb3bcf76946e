import { accountPaths } from '#i18n/account-paths';
import { requireLocale } from '#i18n/require-locale';
import { sendingPaths } from '#i18n/sending-paths';
import type { NameOf } from '#i18n/submission-markdown';
import { neverKept } from '#lib/cache-headers';
import { contentDisposition } from '#lib/file-name';
import { currentPerson } from '#server/accounts/session';
import { type Choices, readChoices } from '#server/catalogue/queries/choices';
import { seeOther } from '#server/forms/see-other';
import { logSurprise } from '#server/platform/log';
import { storage } from '#server/storage/open-storage';
import { zipSubmission } from '#server/submissions/copy/zip-submission';
import { readDraft } from '#server/submissions/queries/draft';
import { listFiles } from '#server/submissions/queries/files';
import { nothingThere } from '../../../../take-form';

/** An example to keep: all that was typed, and its files. For whoever may read it. */
export async function GET(request: Request, { params }: RouteContext<'/[locale]/submissions/[id]/copy'>) {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  try {
    const person = await currentPerson();
    if (!person)
      return seeOther(accountPaths.signIn(locale, { to: sendingPaths.sent(locale, encodeURIComponent(id)) }));
    const { actor } = person;
    const [draft, files, choices] = await Promise.all([
      readDraft({ actor, id }),
      listFiles({ actor, id }),
      readChoices({ locale, now: new Date() }),
    ]);
    if (!draft || !files) return nothingThere();
    return new Response(
      zipSubmission({ draft, files, storage: storage(), locale, nameOf: namesIn(choices) }),
      {
        headers: {
          ...neverKept,
          'Content-Type': 'application/zip',
          'Content-Disposition': contentDisposition('attachment', `${draft.reference ?? draft.id}.zip`),
          'X-Content-Type-Options': 'nosniff',
        },
      },
    );
  } catch (error) {
    const query = new URLSearchParams({ reference: logSurprise(error, new URL(request.url).pathname) });
    return seeOther(`/${locale}/error?${query}`);
  }
}

function namesIn({ cities, topics, targetGroups }: Choices): NameOf {
  const lists = new Map([
    ['cities', cities],
    ['topics', topics],
    ['targetGroups', targetGroups],
  ]);
  return (field, chosen) => lists.get(field)?.find(({ id }) => id === chosen)?.name ?? chosen;
}
