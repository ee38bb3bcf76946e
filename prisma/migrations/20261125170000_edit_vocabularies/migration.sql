-- CreateEnum
CREATE TYPE "VocabularyKind" AS ENUM ('topic', 'city', 'group');

-- AlterTable
ALTER TABLE "city" ADD COLUMN     "edited_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "target_group" ADD COLUMN     "edited_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "edited_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "vocabulary_redirect" (
    "kind" "VocabularyKind" NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vocabulary_redirect_pkey" PRIMARY KEY ("kind","from_id")
);

-- CreateTable
CREATE TABLE "link_check" (
    "url" TEXT NOT NULL,
    "status" INTEGER,
    "problem" TEXT,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "link_check_pkey" PRIMARY KEY ("url")
);

-- CreateIndex
CREATE INDEX "link_check_checked_at_idx" ON "link_check"("checked_at");

ALTER TABLE "vocabulary_redirect" ADD CONSTRAINT "vocabulary_redirect_elsewhere" CHECK ("from_id" <> "to_id");
ALTER TABLE "link_check" ADD CONSTRAINT "link_check_failures_range" CHECK ("failures" >= 0);

-- What was merged leads on for ever. What was removed may come back.
CREATE TRIGGER "vocabulary_redirect_kept" BEFORE DELETE ON "vocabulary_redirect" FOR EACH ROW
  WHEN (OLD."to_id" IS NOT NULL)
  EXECUTE FUNCTION "refuse_change"('what was merged leads on for ever.');
CREATE TRIGGER "vocabulary_redirect_untruncated" BEFORE TRUNCATE ON "vocabulary_redirect" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse_change"('what was merged leads on for ever.');
