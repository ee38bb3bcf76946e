import 'server-only';
import { z } from 'zod';
import { type Actor, actsAs } from '#domain/actor';
import { mayRevise, speaksFor } from '#domain/permissions';
import type { Locale } from '#i18n/locales';
import { type Database, database } from '#server/platform/db';
import { readRevisable } from '#server/practices/select/revisable';
import { VersionLine, versionLines } from '#server/practices/select/version';
import { listMembers } from '#server/submissions/queries/list-submissions';

/** What the page about a revision says to a person. */
export type RevisionOffer = {
  practiceId: string;
  slug: string;
  title: string;
  /** Language of the title. */
  language: string;
  mayBegin: boolean;
  /** Whether the person may say for the city that the text is still so. */
  mayConfirm: boolean;
  /** Whether the person looks after it as an editor: then they may put an earlier version back. */
  isEditor: boolean;
  /** The revision under way; who writes it is for those to know who may begin one. */
  open: { id: string; isOwn: boolean; names: readonly string[] } | null;
  /** The latest first. */
  versions: readonly VersionLine[];
};

const Practices = z.array(
  z.object({
    ...{ id: z.string(), slug: z.string(), title: z.string(), language: z.string() },
    byCity: z.boolean(),
  }),
);

/** Null when no published practice ever had this slug. */
export async function readRevisionOffer(
  { actor, slug, locale }: { actor: Actor; slug: string; locale: Locale },
  db: Database = database(),
): Promise<RevisionOffer | null> {
  const found = await db.$queryRaw`
    select p.id, present.slug, t.title, t.language, p.provenance = 'city' as "byCity" from practice_slug asked
    join practice p on p.id = asked.practice_id and p.status = 'published'
    join practice_slug present on present.practice_id = p.id and present.current
    join practice_text t on t.practice_id = p.id
      and t.language in (${locale}, p.original_language)
    where asked.slug = ${slug} order by t.language <> ${locale} limit 1`;
  const [practice] = Practices.parse(found);
  const facts = practice && (await readRevisable(db, practice.id));
  if (!facts) return null;
  const mayBegin = mayRevise(actor, facts);
  const { open } = facts;
  const [versions, members] = await Promise.all([
    db.$queryRaw(versionLines(practice.id)),
    open && mayBegin ? listMembers(open.id, db) : [],
  ]);
  const { id: practiceId, byCity, ...named } = practice;
  return {
    ...{ practiceId, ...named, mayBegin, isEditor: actsAs(actor, 'editor') },
    mayConfirm: byCity && speaksFor(actor, facts),
    open: open && {
      id: open.id,
      isOwn: open.members.includes(actor.id),
      names: members.map(({ name }) => name),
    },
    versions: z.array(VersionLine).parse(versions),
  };
}
