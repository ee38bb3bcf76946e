-- CreateEnum
CREATE TYPE "PracticeStatus" AS ENUM ('draft', 'published', 'archived');

-- CreateEnum
CREATE TYPE "Provenance" AS ENUM ('city', 'programme_excerpt', 'catalogue_summary');

-- CreateEnum
CREATE TYPE "PlaceType" AS ENUM ('city', 'municipality', 'district', 'borough', 'canton', 'region', 'island', 'union');

-- CreateEnum
CREATE TYPE "TextState" AS ENUM ('machine', 'draft', 'approved', 'outdated');

-- CreateEnum
CREATE TYPE "Approver" AS ENUM ('catalogue', 'city');

-- CreateTable
CREATE TABLE "practice" (
    "id" TEXT NOT NULL,
    "status" "PracticeStatus" NOT NULL DEFAULT 'draft',
    "country" CHAR(2) NOT NULL,
    "start_year" SMALLINT,
    "end_year" SMALLINT,
    "ongoing" BOOLEAN NOT NULL DEFAULT false,
    "original_language" TEXT NOT NULL,
    "provenance" "Provenance" NOT NULL,
    "sources_read_on" TEXT,
    "canonical_url" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "content_hash" TEXT,
    "content_version" INTEGER,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "practice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_slug" (
    "slug" TEXT NOT NULL,
    "practice_id" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "practice_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "practice_text" (
    "practice_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "state" "TextState" NOT NULL DEFAULT 'approved',
    "approved_by" "Approver" NOT NULL DEFAULT 'city',
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "purpose" TEXT,
    "rationale" TEXT,
    "process" TEXT,
    "impact" TEXT,
    "resources" TEXT,
    "challenges" TEXT,
    "transfer" TEXT,
    "references" TEXT,

    CONSTRAINT "practice_text_pkey" PRIMARY KEY ("practice_id","language")
);

-- CreateTable
CREATE TABLE "city" (
    "id" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "place_type" "PlaceType" NOT NULL,
    "network_id" TEXT,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "geonames_id" INTEGER,

    CONSTRAINT "city_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "city_name" (
    "city_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "city_name_pkey" PRIMARY KEY ("city_id","language","name")
);

-- CreateTable
CREATE TABLE "network" (
    "id" TEXT NOT NULL,

    CONSTRAINT "network_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_name" (
    "network_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "network_name_pkey" PRIMARY KEY ("network_id","language")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "thread" SMALLINT NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic_name" (
    "topic_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "topic_name_pkey" PRIMARY KEY ("topic_id","language")
);

-- CreateTable
CREATE TABLE "target_group" (
    "id" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "target_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_group_name" (
    "target_group_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "target_group_name_pkey" PRIMARY KEY ("target_group_id","language")
);

-- CreateTable
CREATE TABLE "practice_city" (
    "practice_id" TEXT NOT NULL,
    "city_id" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "practice_city_pkey" PRIMARY KEY ("practice_id","city_id")
);

-- CreateTable
CREATE TABLE "practice_topic" (
    "practice_id" TEXT NOT NULL,
    "topic_id" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "practice_topic_pkey" PRIMARY KEY ("practice_id","topic_id")
);

-- CreateTable
CREATE TABLE "practice_target_group" (
    "practice_id" TEXT NOT NULL,
    "target_group_id" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "practice_target_group_pkey" PRIMARY KEY ("practice_id","target_group_id")
);

-- CreateTable
CREATE TABLE "practice_event" (
    "id" BIGSERIAL NOT NULL,
    "practice_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB,

    CONSTRAINT "practice_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue_version" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "version" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "catalogue_version_pkey" PRIMARY KEY ("only")
);

-- CreateIndex
CREATE INDEX "practice_status_idx" ON "practice"("status");

-- CreateIndex
CREATE INDEX "practice_slug_practice_id_idx" ON "practice_slug"("practice_id");

-- CreateIndex
CREATE INDEX "city_country_idx" ON "city"("country");

-- CreateIndex
CREATE INDEX "practice_city_city_id_idx" ON "practice_city"("city_id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_city_practice_id_position_key" ON "practice_city"("practice_id", "position");

-- CreateIndex
CREATE INDEX "practice_topic_topic_id_idx" ON "practice_topic"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_topic_practice_id_position_key" ON "practice_topic"("practice_id", "position");

-- CreateIndex
CREATE INDEX "practice_target_group_target_group_id_idx" ON "practice_target_group"("target_group_id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_target_group_practice_id_position_key" ON "practice_target_group"("practice_id", "position");

-- CreateIndex
CREATE INDEX "practice_event_practice_id_id_idx" ON "practice_event"("practice_id", "id");

-- AddForeignKey
ALTER TABLE "practice_slug" ADD CONSTRAINT "practice_slug_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_text" ADD CONSTRAINT "practice_text_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city" ADD CONSTRAINT "city_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city_name" ADD CONSTRAINT "city_name_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_name" ADD CONSTRAINT "network_name_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_name" ADD CONSTRAINT "topic_name_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_group_name" ADD CONSTRAINT "target_group_name_target_group_id_fkey" FOREIGN KEY ("target_group_id") REFERENCES "target_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_city" ADD CONSTRAINT "practice_city_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_city" ADD CONSTRAINT "practice_city_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_topic" ADD CONSTRAINT "practice_topic_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_topic" ADD CONSTRAINT "practice_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_target_group" ADD CONSTRAINT "practice_target_group_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_target_group" ADD CONSTRAINT "practice_target_group_target_group_id_fkey" FOREIGN KEY ("target_group_id") REFERENCES "target_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_event" ADD CONSTRAINT "practice_event_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that schema.prisma cannot say. Each has a name, so that an error tells which one it was.

-- Practices
ALTER TABLE "practice"
  ADD CONSTRAINT "practice_id_format" CHECK ("id" ~ '^[0-9a-z]{10}$'),
  ADD CONSTRAINT "practice_country_format" CHECK ("country" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "practice_original_language_format" CHECK ("original_language" ~ '^[a-z]{2,3}(-[A-Za-z]{2,4})?$'),
  ADD CONSTRAINT "practice_start_year_range" CHECK ("start_year" BETWEEN 1900 AND 2200),
  ADD CONSTRAINT "practice_end_year_range" CHECK ("end_year" BETWEEN 1900 AND 2200),
  -- An end needs a start, and comes no earlier.
  ADD CONSTRAINT "practice_years_order" CHECK ("end_year" IS NULL OR ("start_year" IS NOT NULL AND "start_year" <= "end_year")),
  ADD CONSTRAINT "practice_ongoing_without_end" CHECK (NOT "ongoing" OR "end_year" IS NULL),
  ADD CONSTRAINT "practice_sources_read_on_format" CHECK ("sources_read_on" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT "practice_canonical_url_format" CHECK ("canonical_url" ~ '^https?://'),
  ADD CONSTRAINT "practice_version_range" CHECK ("version" >= 1),
  ADD CONSTRAINT "practice_content_version_range" CHECK ("content_version" >= 1);

-- Texts
ALTER TABLE "practice_text"
  ADD CONSTRAINT "practice_text_language_format" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Za-z]{2,4})?$'),
  ADD CONSTRAINT "practice_text_title_length" CHECK ("title" ~ '\S' AND char_length("title") <= 200),
  ADD CONSTRAINT "practice_text_summary_length" CHECK ("summary" ~ '\S' AND char_length("summary") <= 400),
  -- A section is there with words in it, or is not there.
  ADD CONSTRAINT "practice_text_purpose_not_blank" CHECK ("purpose" ~ '\S'),
  ADD CONSTRAINT "practice_text_rationale_not_blank" CHECK ("rationale" ~ '\S'),
  ADD CONSTRAINT "practice_text_process_not_blank" CHECK ("process" ~ '\S'),
  ADD CONSTRAINT "practice_text_impact_not_blank" CHECK ("impact" ~ '\S'),
  ADD CONSTRAINT "practice_text_resources_not_blank" CHECK ("resources" ~ '\S'),
  ADD CONSTRAINT "practice_text_challenges_not_blank" CHECK ("challenges" ~ '\S'),
  ADD CONSTRAINT "practice_text_transfer_not_blank" CHECK ("transfer" ~ '\S'),
  ADD CONSTRAINT "practice_text_references_not_blank" CHECK ("references" ~ '\S');

-- Addresses: of practices, and the ids of places and terms, which stand in addresses too
ALTER TABLE "practice_slug"
  ADD CONSTRAINT "practice_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("slug") <= 120);
ALTER TABLE "network"
  ADD CONSTRAINT "network_id_format" CHECK ("id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("id") <= 120);
ALTER TABLE "city"
  ADD CONSTRAINT "city_id_format" CHECK ("id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("id") <= 120),
  ADD CONSTRAINT "city_country_format" CHECK ("country" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "city_latitude_range" CHECK ("latitude" BETWEEN -90 AND 90),
  ADD CONSTRAINT "city_longitude_range" CHECK ("longitude" BETWEEN -180 AND 180),
  ADD CONSTRAINT "city_geonames_id_range" CHECK ("geonames_id" > 0);
ALTER TABLE "topic"
  ADD CONSTRAINT "topic_id_format" CHECK ("id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("id") <= 120),
  ADD CONSTRAINT "topic_position_range" CHECK ("position" >= 0),
  ADD CONSTRAINT "topic_thread_range" CHECK ("thread" BETWEEN 1 AND 7);
ALTER TABLE "target_group"
  ADD CONSTRAINT "target_group_id_format" CHECK ("id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("id") <= 120),
  ADD CONSTRAINT "target_group_position_range" CHECK ("position" >= 0);

-- Names
ALTER TABLE "city_name"
  ADD CONSTRAINT "city_name_language_format" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Za-z]{2,4})?$'),
  ADD CONSTRAINT "city_name_name_not_blank" CHECK ("name" ~ '\S');
ALTER TABLE "network_name"
  ADD CONSTRAINT "network_name_language_format" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Za-z]{2,4})?$'),
  ADD CONSTRAINT "network_name_name_not_blank" CHECK ("name" ~ '\S');
ALTER TABLE "topic_name"
  ADD CONSTRAINT "topic_name_language_format" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Za-z]{2,4})?$'),
  ADD CONSTRAINT "topic_name_name_not_blank" CHECK ("name" ~ '\S');
ALTER TABLE "target_group_name"
  ADD CONSTRAINT "target_group_name_language_format" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Za-z]{2,4})?$'),
  ADD CONSTRAINT "target_group_name_name_not_blank" CHECK ("name" ~ '\S');

-- Order
ALTER TABLE "practice_city" ADD CONSTRAINT "practice_city_position_range" CHECK ("position" >= 0);
ALTER TABLE "practice_topic" ADD CONSTRAINT "practice_topic_position_range" CHECK ("position" >= 0);
ALTER TABLE "practice_target_group" ADD CONSTRAINT "practice_target_group_position_range" CHECK ("position" >= 0);

-- A practice has one current address.
CREATE UNIQUE INDEX "practice_slug_one_current" ON "practice_slug" ("practice_id") WHERE "current";

-- One refusal for all that must stay as it is. The trigger's name stands in the error as the constraint's.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: %', tg_op, tg_table_name, tg_argv[0]
    USING ERRCODE = 'restrict_violation', CONSTRAINT = tg_name, TABLE = tg_table_name;
END
$$;

-- The id is the practice's lasting name: citations and exports rely on it.
CREATE TRIGGER "practice_id_unchanged" BEFORE UPDATE OF "id" ON "practice" FOR EACH ROW
  WHEN (OLD."id" IS DISTINCT FROM NEW."id")
  EXECUTE FUNCTION "refuse_change"('the id of a practice never changes.');

-- An address once given out leads to its practice for ever.
CREATE TRIGGER "practice_slug_unmoved" BEFORE UPDATE ON "practice_slug" FOR EACH ROW
  WHEN (OLD."slug" IS DISTINCT FROM NEW."slug" OR OLD."practice_id" IS DISTINCT FROM NEW."practice_id")
  EXECUTE FUNCTION "refuse_change"('an address stays with its practice.');
CREATE TRIGGER "practice_slug_undeleted" BEFORE DELETE ON "practice_slug" FOR EACH ROW
  EXECUTE FUNCTION "refuse_change"('an address is kept for ever.');
CREATE TRIGGER "practice_slug_untruncated" BEFORE TRUNCATE ON "practice_slug" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse_change"('an address is kept for ever.');

-- The history is only ever added to.
CREATE TRIGGER "practice_event_append_only" BEFORE UPDATE OR DELETE ON "practice_event" FOR EACH ROW
  EXECUTE FUNCTION "refuse_change"('the history of a practice is only added to.');
CREATE TRIGGER "practice_event_untruncated" BEFORE TRUNCATE ON "practice_event" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse_change"('the history of a practice is only added to.');

-- What is published can be found and read: it has a current address and a text in its original language. Looked at
-- when the transaction commits, so the rows may be written in any order.
CREATE FUNCTION "require_published_complete"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text;
  published record;
BEGIN
  IF tg_table_name = 'practice' THEN changed := NEW."id"; ELSE changed := OLD."practice_id"; END IF;
  SELECT "id", "original_language" INTO published FROM "practice" WHERE "id" = changed AND "status" = 'published';
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM "practice_slug" WHERE "practice_id" = changed AND "current") THEN
    RAISE EXCEPTION 'Practice % is published and has no current address.', changed
      USING ERRCODE = 'check_violation', CONSTRAINT = 'practice_published_has_slug', TABLE = 'practice';
  END IF;
  IF NOT EXISTS (
    SELECT FROM "practice_text" WHERE "practice_id" = changed AND "language" = published."original_language"
  ) THEN
    RAISE EXCEPTION 'Practice % is published and has no text in its original language, %.', changed, published."original_language"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'practice_published_has_original', TABLE = 'practice';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "practice_published_complete" AFTER INSERT OR UPDATE ON "practice"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_published_complete"();
CREATE CONSTRAINT TRIGGER "practice_published_keeps_slug" AFTER UPDATE ON "practice_slug"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_published_complete"();
CREATE CONSTRAINT TRIGGER "practice_published_keeps_original" AFTER UPDATE OR DELETE ON "practice_text"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_published_complete"();

-- One row, there from the start, so that bumping it is always an update.
ALTER TABLE "catalogue_version"
  ADD CONSTRAINT "catalogue_version_one_row" CHECK ("only"),
  ADD CONSTRAINT "catalogue_version_range" CHECK ("version" >= 1);
INSERT INTO "catalogue_version" ("only") VALUES (true);
