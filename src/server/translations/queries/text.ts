import 'server-only';
import type { Actor } from '#domain/actor';
import type { ToldEvent } from '#domain/told-event';
import {
  mayApprove,
  mayDo,
  mayTranslate,
  type TextFields,
  type TextName,
  type TranslationVerb,
  translationVerbs,
} from '#domain/translation';
import { changedParts } from '#domain/translation-check';
import type { Locale } from '#i18n/locales';
import { type Database, database } from '#server/platform/db';
import { readTextStory } from '#server/practices/select/told-events';
import { readTextConflicts, type TextConflict } from '#server/translations/queries/conflicts';
import { readOriginalOf } from '#server/translations/select/original';
import {
  findStanding,
  type LanguageStanding,
  type OriginalText,
} from '#server/translations/select/translation';

/** A publication of a text: how manyth of its language, when, and the version of the original that it says. */
type TextPublication = { number: number; at: Date; madeFrom: number };

/** One language of a practice, with all that its page shows. */
export type TextPage = Omit<LanguageStanding, 'facts'> & {
  state: LanguageStanding['facts']['state'];
  /** The original that the text was made from, where that is not the present one; null also where nobody knows it. */
  before: (OriginalText & { number: number }) | null;
  /** Parts that say something else since then; none where the language itself is another. */
  changed: readonly TextName[];
  /** What stands there: as it is worked on, else as readers see it. */
  fields: TextFields | null;
  translator: { id: string; name: string } | null;
  /** Whether the reader translates it, or wrote in it since it was approved last. */
  isOwn: boolean;
  hasWritten: boolean;
  may: ReadonlySet<TranslationVerb>;
  /** Parts in which the translator has to choose between two texts. */
  conflicts: readonly TextConflict[];
  publications: readonly TextPublication[];
  story: readonly ToldEvent[];
};

type Asked = { actor: Actor; practiceId: string; language: string; locale: Locale };

/** One language of a published practice as the person may see it; null where there is none for them. */
export async function readText(asked: Asked, db: Database = database()): Promise<TextPage | null> {
  const { actor, practiceId, language, locale } = asked;
  const standing = await findStanding(db, asked);
  if (!standing || !mayTranslate(actor, standing.practice)) return null;
  const { facts, ...rest } = standing;
  const { practice, original, translation, published } = rest;
  const may = new Set(translationVerbs.filter((verb) => mayDo(actor, verb, facts)));
  const [before, translator, conflicts, publications, story] = await Promise.all([
    readBefore(db, standing),
    readTranslator(db, facts.translator),
    translation && may.has('write') ? readTextConflicts(db, translation.id, actor) : [],
    readPublications(db, practiceId, language),
    readTextStory(db, { practice, language, locale }),
  ]);
  const isSameLanguage = before?.language === original.language;
  return {
    ...{ ...rest, before, translator, may, conflicts, publications },
    state: facts.state,
    changed: before && isSameLanguage ? changedParts(before.fields, original.fields) : [],
    fields: translation?.fields ?? published?.fields ?? null,
    isOwn: facts.translator === actor.id,
    hasWritten: facts.writers.includes(actor.id),
    story: mayApprove(actor) ? story : story.map((event) => withoutEditor(event, actor)),
  };
}

async function readBefore(db: Database, { practice, translation, published, newest }: LanguageStanding) {
  const number = translation?.madeFrom ?? published?.madeFrom ?? newest;
  if (number === newest) return null;
  const text = await readOriginalOf(db, practice.id, number);
  return text && { ...text, number };
}

async function readTranslator(db: Database, id: string | null) {
  if (id === null) return null;
  const account = await db.account.findUniqueOrThrow({ where: { id }, select: { name: true, email: true } });
  return { id, name: account.name || account.email };
}

function readPublications(db: Database, practiceId: string, language: string): Promise<TextPublication[]> {
  return db.practiceTextVersion.findMany({
    where: { practiceId, language },
    select: { number: true, at: true, madeFrom: true },
    orderBy: { number: 'desc' },
  });
}

/** Those who speak for a city are not told which editor it was, as with what they send in. */
function withoutEditor(event: ToldEvent, actor: Actor): ToldEvent {
  const { by } = event;
  const isEditor = by.as === 'editor' || by.as === 'administrator';
  return isEditor && by.id !== actor.id ? { ...event, by: { ...by, name: null } } : event;
}
