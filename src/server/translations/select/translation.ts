import 'server-only';
import { z } from 'zod';
import { textLanguages } from '#domain/text-languages';
import { TextFields, type TranslationFacts, translationStates } from '#domain/translation';
import { Prisma } from '#generated/prisma/client';
import type { Database, Transaction } from '#server/platform/db';
import { findPublished, lockPublished, type StoredPractice } from '#server/practices/select/published';

const Row = z.object({
  id: z.string(),
  state: z.enum(translationStates),
  fields: TextFields,
  version: z.number(),
  madeFrom: z.number(),
  translatorId: z.string().nullable(),
  machine: z.string().nullable(),
  approvedAs: z.number(),
  returnedFor: z.string(),
  updatedAt: z.date(),
  writers: z.array(z.string()),
});
const PublicRow = z.object({
  language: z.string(),
  state: z.enum(['approved', 'outdated']),
  madeFrom: z.number().nullable(),
  fields: z.preprocess(Object, TextFields),
});
const Newest = z.tuple([z.object({ newest: z.number() })]);

/** What an original says, and in which language. */
export type OriginalText = { language: string; fields: TextFields };

/** A translation as it is worked on. */
export type StoredTranslation = z.output<typeof Row>;

/** What is known of one language of a published practice. */
export type LanguageStanding = {
  practice: StoredPractice;
  language: string;
  /** Number of the version that is public now. */
  newest: number;
  /** As it is worked on; null before anybody began. */
  translation: StoredTranslation | null;
  /** What the original says now. */
  original: OriginalText;
  /** As readers see it; null before it was approved first. */
  published: z.output<typeof PublicRow> | null;
  facts: TranslationFacts;
};

type Which = { practiceId: string; language: string };

const idFormat = /^[0-9a-z]{10}$/;

/** What stands of a language of a published practice; null where there is no such practice, or it is written in it. */
export async function findStanding(
  db: Database | Transaction,
  which: Which,
): Promise<LanguageStanding | null> {
  if (!isPossible(which)) return null;
  const practice = await findPublished(db, which.practiceId);
  return practice && readStanding(db, practice, which.language, Prisma.empty);
}

/** The same, and until the transaction ends nobody else changes the practice or the translation. */
export async function lockStanding(tx: Transaction, which: Which): Promise<LanguageStanding | null> {
  if (!isPossible(which)) return null;
  const practice = await lockPublished(tx, which.practiceId);
  return practice && readStanding(tx, practice, which.language, Prisma.sql`for update of t`);
}

/** The same, for a save: the translation alone is held, so that a publication of the practice waits for no one who types. */
export async function lockForSaving(tx: Transaction, which: Which): Promise<LanguageStanding | null> {
  if (!isPossible(which)) return null;
  const practice = await findPublished(tx, which.practiceId);
  return practice && readStanding(tx, practice, which.language, Prisma.sql`for update of t`);
}

/** An address may hold anything; some of it the database would not take. */
function isPossible({ practiceId, language }: Which): boolean {
  return idFormat.test(practiceId) && textLanguages.includes(language);
}

async function readStanding(
  db: Database | Transaction,
  practice: StoredPractice,
  language: string,
  lock: Prisma.Sql,
): Promise<LanguageStanding | null> {
  if (language === practice.originalLanguage) return null;
  const { id } = practice;
  const rows = await db.$queryRaw`
    select t.id, t.state::text, t.fields, t.version, t.made_from as "madeFrom", t.translator_id as "translatorId",
      t.machine, t.approved_as as "approvedAs", t.returned_for as "returnedFor", t.updated_at as "updatedAt",
      array(select distinct s.account_id from translation_save s
        where s.translation_id = t.id and s.version > t.approved_as) as writers
    from translation t where t.practice_id = ${id} and t.language = ${language} ${lock}`;
  const publics = await db.$queryRaw`
    select language, state::text, made_from as "madeFrom", to_jsonb(t) as fields from practice_text t
    where practice_id = ${id} and language in (${language}, ${practice.originalLanguage})`;
  const newest = await db.$queryRaw`
    select coalesce(max(number), 0)::int as newest from practice_version where practice_id = ${id}`;
  const translation = z.array(Row).parse(rows)[0] ?? null;
  const texts = z.array(PublicRow).parse(publics);
  const published = texts.find((text) => text.language === language) ?? null;
  const original = texts.find((text) => text.language === practice.originalLanguage);
  if (!original) throw new Error(`${id} is published without its original`);
  return {
    ...{ practice, language, translation, original, published, newest: Newest.parse(newest)[0].newest },
    facts: {
      state: translation?.state ?? published?.state ?? null,
      translator: translation?.translatorId ?? null,
      writers: translation?.writers ?? [],
      practice,
    },
  };
}
