-- CreateTable
CREATE TABLE "review_comment" (
    "id" TEXT NOT NULL,
    "submission_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "thread_id" TEXT,
    "account_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "text" TEXT NOT NULL DEFAULT '',
    "suggestion" TEXT,
    "base_version" INTEGER,
    "sent_number" SMALLINT NOT NULL,
    "shared_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,
    "suggestion_state" TEXT,
    "suggestion_at" TIMESTAMPTZ(3),
    "suggestion_by" TEXT,

    CONSTRAINT "review_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_comment_submission_id_idx" ON "review_comment"("submission_id");

-- CreateIndex
CREATE INDEX "review_comment_thread_id_idx" ON "review_comment"("thread_id");

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "review_comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "review_comment"
  ADD CONSTRAINT "review_comment_id_format" CHECK ("id" ~ '^[0-9a-z]{10}$'),
  ADD CONSTRAINT "review_comment_says_something" CHECK ("text" ~ '\S' OR "suggestion" IS NOT NULL),
  ADD CONSTRAINT "review_comment_text_length" CHECK (char_length("text") <= 3000),
  ADD CONSTRAINT "review_comment_suggestion_whole" CHECK
    (("suggestion" IS NULL) = ("base_version" IS NULL) AND ("suggestion" IS NULL OR ("thread_id" IS NULL AND "field" <> ''))),
  ADD CONSTRAINT "review_comment_answer_whole" CHECK
    (("suggestion_state" IS NULL) = ("suggestion_at" IS NULL) AND ("suggestion_state" IS NULL) = ("suggestion_by" IS NULL)
      AND ("suggestion_state" IS NULL OR "suggestion" IS NOT NULL)),
  ADD CONSTRAINT "review_comment_answer_values" CHECK ("suggestion_state" IN ('taken', 'left')),
  ADD CONSTRAINT "review_comment_resolved_whole" CHECK
    (("resolved_at" IS NULL) = ("resolved_by" IS NULL) AND ("resolved_at" IS NULL OR "thread_id" IS NULL));

-- A comment stays as it was written; it may be taken back until the other side can read it.
CREATE TRIGGER "review_comment_unchanged" BEFORE UPDATE OF "id", "submission_id", "field", "thread_id", "account_id", "at",
  "text", "suggestion", "base_version", "sent_number" ON "review_comment" FOR EACH ROW
  EXECUTE FUNCTION "refuse_change"('a comment stays as it was written.');
CREATE TRIGGER "review_comment_shared_stays" BEFORE UPDATE OF "shared_at" ON "review_comment" FOR EACH ROW
  WHEN (OLD."shared_at" IS NOT NULL AND OLD."shared_at" IS DISTINCT FROM NEW."shared_at")
  EXECUTE FUNCTION "refuse_change"('what was read cannot be unread.');
CREATE TRIGGER "review_comment_undeleted" BEFORE DELETE ON "review_comment" FOR EACH ROW WHEN (OLD."shared_at" IS NOT NULL)
  EXECUTE FUNCTION "refuse_change"('what was read cannot be unread.');
CREATE TRIGGER "review_comment_untruncated" BEFORE TRUNCATE ON "review_comment" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse_change"('a comment stays as it was written.');
