-- AlterTable
ALTER TABLE "practice" ADD COLUMN     "public_version" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "catalogue_version" ADD COLUMN     "vocabulary_version" BIGINT NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "practice_public_version_idx" ON "practice"("public_version");

-- Whoever changes what the public sees calls this in the same transaction, with the practices concerned: published,
-- changed or withdrawn. Readers that know an older version then read these and nothing else; where topics, cities,
-- groups or networks changed (they stand in every practice), readers load everything anew. The row of
-- catalogue_version stays locked until the transaction ends, so versions become visible in their order.
CREATE FUNCTION "publish_change"("practice_ids" text[], "vocabulary" boolean DEFAULT false)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  bumped bigint;
BEGIN
  UPDATE "catalogue_version"
    SET "version" = "version" + 1,
        "vocabulary_version" = CASE WHEN "vocabulary" THEN "version" + 1 ELSE "vocabulary_version" END
    WHERE "only" RETURNING "version" INTO bumped;
  UPDATE "practice" SET "public_version" = bumped WHERE "id" = ANY("practice_ids");
  RETURN bumped;
END
$$;
