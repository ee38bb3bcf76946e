-- CreateTable
CREATE TABLE "review_check" (
    "submission_id" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "verdict" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "checked_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL,

    CONSTRAINT "review_check_pkey" PRIMARY KEY ("submission_id","criterion")
);

-- AddForeignKey
ALTER TABLE "review_check" ADD CONSTRAINT "review_check_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "review_check"
  ADD CONSTRAINT "review_check_criterion_known" CHECK ("criterion" IN ('aim', 'city', 'evidence', 'plain', 'transferable')),
  ADD CONSTRAINT "review_check_verdict_known" CHECK ("verdict" IN ('met', 'partly', 'not')),
  ADD CONSTRAINT "review_check_note_length" CHECK (char_length("note") <= 2000),
  ADD CONSTRAINT "review_check_version_range" CHECK ("version" >= 1);

-- What is due to be published is looked for every minute.
CREATE INDEX "submission_publish_at_idx" ON "submission" ("publish_at") WHERE "state" = 'scheduled';
