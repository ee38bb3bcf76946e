-- AlterEnum
ALTER TYPE "SubmissionState" ADD VALUE 'replaced';

-- AlterTable
ALTER TABLE "practice" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "archived_because" TEXT,
ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "contact_email" TEXT,
ADD COLUMN     "contact_name" TEXT,
ADD COLUMN     "contact_office" TEXT,
ADD COLUMN     "evaluator" TEXT,
ADD COLUMN     "website" TEXT;

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "based_on" INTEGER,
ADD COLUMN     "claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "claimed_by" TEXT,
ADD COLUMN     "declined_by" TEXT,
ADD COLUMN     "due_on" DATE,
ADD COLUMN     "publish_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "practice_version" (
    "practice_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "submission_id" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "content" JSONB NOT NULL,

    CONSTRAINT "practice_version_pkey" PRIMARY KEY ("practice_id","number")
);

-- AddForeignKey
ALTER TABLE "practice_version" ADD CONSTRAINT "practice_version_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "practice"
  ADD CONSTRAINT "practice_contact_whole" CHECK (("contact_email" IS NULL) = ("contact_name" IS NULL)),
  ADD CONSTRAINT "practice_evaluator_not_blank" CHECK ("evaluator" ~ '\S'),
  ADD CONSTRAINT "practice_archived_because_length" CHECK ("archived_because" ~ '\S' AND char_length("archived_because") <= 1000);
ALTER TABLE "submission"
  ADD CONSTRAINT "submission_claim_whole" CHECK (("claimed_by" IS NULL) = ("claimed_at" IS NULL)),
  ADD CONSTRAINT "submission_based_on_practice" CHECK ("based_on" IS NULL OR ("based_on" >= 1 AND "practice_id" IS NOT NULL));
-- Of each practice one version is published, and one revision is under way.
CREATE UNIQUE INDEX "submission_one_published" ON "submission" ("practice_id") WHERE "state" = 'published';
CREATE UNIQUE INDEX "submission_one_open_revision" ON "submission" ("practice_id")
  WHERE "based_on" IS NOT NULL AND "deleted_at" IS NULL AND "state" IN
    ('draft', 'submitted', 'in_review', 'changes_requested', 'resubmitted', 'accepted', 'scheduled');
CREATE INDEX "submission_practice_id_idx" ON "submission" ("practice_id");

-- Versions
ALTER TABLE "practice_version" ADD CONSTRAINT "practice_version_number_range" CHECK ("number" >= 1);
CREATE TRIGGER "practice_version_append_only" BEFORE UPDATE OR DELETE ON "practice_version" FOR EACH ROW
  EXECUTE FUNCTION "refuse_change"('what was published stays as it was published.');
CREATE TRIGGER "practice_version_untruncated" BEFORE TRUNCATE ON "practice_version" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse_change"('what was published stays as it was published.');

-- A practice as readers may see it now, whole: its facts, its public texts, and the files of the submission it came from.
CREATE FUNCTION "practice_content"("wanted" text) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'country', p."country", 'startYear', p."start_year", 'endYear', p."end_year", 'ongoing', p."ongoing",
    'originalLanguage', p."original_language", 'provenance', p."provenance", 'sourcesReadOn', p."sources_read_on",
    'canonicalUrl', p."canonical_url", 'website', p."website", 'evaluator', p."evaluator",
    'contact', CASE WHEN p."contact_email" IS NOT NULL THEN
      jsonb_build_object('name', p."contact_name", 'office', coalesce(p."contact_office", ''), 'email', p."contact_email") END,
    'texts', (SELECT coalesce(jsonb_agg(to_jsonb(t) - 'practice_id' ORDER BY t."language"), '[]') FROM "practice_text" t
      WHERE t."practice_id" = p."id" AND t."state" IN ('approved', 'outdated')),
    'cities', (SELECT coalesce(jsonb_agg("city_id" ORDER BY "position"), '[]') FROM "practice_city" WHERE "practice_id" = p."id"),
    'topics', (SELECT coalesce(jsonb_agg("topic_id" ORDER BY "position"), '[]') FROM "practice_topic" WHERE "practice_id" = p."id"),
    'targetGroups', (SELECT coalesce(jsonb_agg("target_group_id" ORDER BY "position"), '[]') FROM "practice_target_group"
      WHERE "practice_id" = p."id"),
    'files', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', f."id", 'kind', f."kind", 'name', f."name", 'mediaType', f."media_type", 'bytes', f."bytes",
        'width', f."width", 'height', f."height", 'alt', f."alt", 'decorative', f."decorative", 'credit', f."credit",
        'title', f."title", 'language', f."language") ORDER BY f."position", f."created_at", f."id"), '[]')
      FROM "submission" s JOIN "submission_file" f ON f."submission_id" = s."id" AND f."removed_at" IS NULL
      WHERE s."practice_id" = p."id" AND s."state" = 'published'))
  FROM "practice" p WHERE p."id" = "wanted"
$$;

-- Whoever publishes calls this in the same transaction, once everything is written: it keeps what readers see from now on.
CREATE FUNCTION "keep_versions"("practice_ids" text[], "author" text, "moment" timestamptz,
  "submission" text DEFAULT NULL, "words" text DEFAULT '')
RETURNS void LANGUAGE sql AS $$
  INSERT INTO "practice_version" ("practice_id", "number", "at", "by", "submission_id", "note", "content")
  SELECT p."id", coalesce((SELECT max(v."number") FROM "practice_version" v WHERE v."practice_id" = p."id"), 0) + 1,
    "moment", "author", "submission", "words", practice_content(p."id")
  FROM "practice" p WHERE p."id" = ANY("practice_ids")
$$;

-- What is public already is its first version.
SELECT keep_versions(array_agg("id"), 'content', coalesce(max("published_at"), now()))
  FROM "practice" WHERE "status" <> 'draft' HAVING count(*) > 0;
