-- AlterEnum
ALTER TYPE "TextState" ADD VALUE 'ready';

-- AlterTable
ALTER TABLE "practice_text" ADD COLUMN     "made_from" INTEGER;

-- CreateTable
CREATE TABLE "translation" (
    "id" TEXT NOT NULL,
    "practice_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "state" "TextState" NOT NULL,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "made_from" INTEGER NOT NULL,
    "translator_id" TEXT,
    "machine" TEXT,
    "approved_as" INTEGER NOT NULL DEFAULT 0,
    "returned_for" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "translation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "translation_save" (
    "translation_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "base" INTEGER NOT NULL,
    "page" TEXT NOT NULL DEFAULT '',
    "turn" INTEGER NOT NULL DEFAULT 0,
    "changed" JSONB NOT NULL,
    "conflicts" JSONB,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "translation_save_pkey" PRIMARY KEY ("translation_id","version","id")
);

-- CreateTable
CREATE TABLE "practice_text_version" (
    "practice_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "translated_by" TEXT NOT NULL,
    "approved_by" TEXT NOT NULL,
    "made_from" INTEGER NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "practice_text_version_pkey" PRIMARY KEY ("practice_id","language","number")
);

-- CreateIndex
CREATE INDEX "translation_translator_id_idx" ON "translation"("translator_id");

-- CreateIndex
CREATE UNIQUE INDEX "translation_practice_id_language_key" ON "translation"("practice_id", "language");

-- AddForeignKey
ALTER TABLE "translation" ADD CONSTRAINT "translation_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "translation" ADD CONSTRAINT "translation_translator_id_fkey" FOREIGN KEY ("translator_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "translation_save" ADD CONSTRAINT "translation_save_translation_id_fkey" FOREIGN KEY ("translation_id") REFERENCES "translation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "translation_save" ADD CONSTRAINT "translation_save_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_text_version" ADD CONSTRAINT "practice_text_version_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What readers see is approved; what is worked on stands in the translation.
ALTER TABLE "practice_text"
  ADD CONSTRAINT "practice_text_state_public" CHECK ("state" IN ('approved', 'outdated')),
  ADD CONSTRAINT "practice_text_made_from_range" CHECK ("made_from" >= 1);
ALTER TABLE "translation"
  ADD CONSTRAINT "translation_id_format" CHECK ("id" ~ '^[0-9a-z]{10}$'),
  ADD CONSTRAINT "translation_language_format" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$'),
  ADD CONSTRAINT "translation_version_range" CHECK ("version" >= 1 AND "approved_as" BETWEEN 0 AND "version"),
  ADD CONSTRAINT "translation_made_from_range" CHECK ("made_from" >= 1),
  ADD CONSTRAINT "translation_fields_object" CHECK (jsonb_typeof("fields") = 'object'),
  ADD CONSTRAINT "translation_has_translator" CHECK (("translator_id" IS NULL) = ("state" = 'machine')),
  ADD CONSTRAINT "translation_machine_named" CHECK ("state" <> 'machine' OR "machine" IS NOT NULL);
ALTER TABLE "practice_text_version"
  ADD CONSTRAINT "practice_text_version_number_range" CHECK ("number" >= 1),
  ADD CONSTRAINT "practice_text_version_four_eyes" CHECK ("translated_by" <> "approved_by");
CREATE TRIGGER "practice_text_version_append_only" BEFORE UPDATE OR DELETE ON "practice_text_version" FOR EACH ROW
  EXECUTE FUNCTION "refuse_change"('what was approved stays as it was approved.');
CREATE TRIGGER "practice_text_version_untruncated" BEFORE TRUNCATE ON "practice_text_version" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse_change"('what was approved stays as it was approved.');

-- Translations that are public already were made from the newest version; those that are out of date, from the one before.
UPDATE "practice_text" t SET "made_from" = CASE WHEN t."state" = 'approved' THEN v."newest" ELSE greatest(v."newest" - 1, 1) END
  FROM "practice" p, LATERAL (
    SELECT max("number") AS "newest" FROM "practice_version" WHERE "practice_id" = p."id"
  ) v
  WHERE p."id" = t."practice_id" AND t."language" <> p."original_language" AND v."newest" IS NOT NULL;
