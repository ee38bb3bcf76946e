-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('approve', 'ask', 'advise_against');

-- CreateEnum
CREATE TYPE "AdoptionState" AS ENUM ('stated', 'confirmed', 'refused');

-- CreateTable
CREATE TABLE "opinion" (
    "id" TEXT NOT NULL,
    "submission_id" TEXT NOT NULL,
    "sent_number" SMALLINT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "first_read_at" TIMESTAMPTZ(3),
    "verdict" "Verdict",
    "words" TEXT NOT NULL DEFAULT '',
    "signed_name" TEXT,
    "signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "adoption" (
    "id" TEXT NOT NULL,
    "practice_id" TEXT NOT NULL,
    "city_id" TEXT NOT NULL,
    "own_practice_id" TEXT,
    "year" SMALLINT NOT NULL,
    "words" TEXT NOT NULL,
    "website" TEXT,
    "state" "AdoptionState" NOT NULL DEFAULT 'stated',
    "version" INTEGER NOT NULL DEFAULT 1,
    "stated_by" TEXT NOT NULL,
    "stated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "refused_because" TEXT,

    CONSTRAINT "adoption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmation_request" (
    "token_hash" BYTEA NOT NULL,
    "practice_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "confirmation_request_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "opinion_token_hash_key" ON "opinion"("token_hash");

-- CreateIndex
CREATE INDEX "opinion_submission_id_idx" ON "opinion"("submission_id");

-- CreateIndex
CREATE INDEX "adoption_practice_id_idx" ON "adoption"("practice_id");

-- CreateIndex
CREATE INDEX "adoption_own_practice_id_idx" ON "adoption"("own_practice_id");

-- CreateIndex
CREATE INDEX "adoption_city_id_idx" ON "adoption"("city_id");

-- CreateIndex
CREATE INDEX "confirmation_request_practice_id_account_id_idx" ON "confirmation_request"("practice_id", "account_id");

-- AddForeignKey
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_submission_id_sent_number_fkey" FOREIGN KEY ("submission_id", "sent_number") REFERENCES "submission_sent"("submission_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_own_practice_id_fkey" FOREIGN KEY ("own_practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_stated_by_fkey" FOREIGN KEY ("stated_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation_request" ADD CONSTRAINT "confirmation_request_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation_request" ADD CONSTRAINT "confirmation_request_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Opinions
ALTER TABLE "opinion"
  ADD CONSTRAINT "opinion_id_format" CHECK ("id" ~ '^[0-9a-z]{10}$'),
  ADD CONSTRAINT "opinion_name_length" CHECK ("name" ~ '\S' AND char_length("name") <= 200),
  ADD CONSTRAINT "opinion_email_format" CHECK ("email" = lower("email") AND "email" LIKE '_%@_%'),
  ADD CONSTRAINT "opinion_question_length" CHECK ("question" ~ '\S' AND char_length("question") <= 2000),
  ADD CONSTRAINT "opinion_expires_in_time" CHECK ("expires_at" > "asked_at" AND "expires_at" <= "asked_at" + interval '60 days'),
  ADD CONSTRAINT "opinion_signed_whole" CHECK (
    ("verdict" IS NULL) = ("signed_at" IS NULL) AND ("signed_name" IS NULL) = ("signed_at" IS NULL)),
  ADD CONSTRAINT "opinion_signed_name_length" CHECK ("signed_name" ~ '\S' AND char_length("signed_name") <= 200),
  -- Who does not simply approve says why.
  ADD CONSTRAINT "opinion_words_length" CHECK (char_length("words") <= 5000 AND ("verdict" IS NULL OR "verdict" = 'approve' OR "words" ~ '\S')),
  -- What was ended is not signed any more, nor what is over.
  ADD CONSTRAINT "opinion_signed_while_open" CHECK ("signed_at" IS NULL OR ("ended_at" IS NULL AND "signed_at" < "expires_at"));
CREATE TRIGGER "opinion_signed_unchanged" BEFORE UPDATE OR DELETE ON "opinion" FOR EACH ROW
  WHEN (OLD."signed_at" IS NOT NULL) EXECUTE FUNCTION "refuse_change"('what somebody signed stays as they signed it.');

-- Adoptions
ALTER TABLE "adoption"
  ADD CONSTRAINT "adoption_id_format" CHECK ("id" ~ '^[0-9a-z]{10}$'),
  ADD CONSTRAINT "adoption_own_is_another" CHECK ("own_practice_id" <> "practice_id"),
  ADD CONSTRAINT "adoption_year_range" CHECK ("year" BETWEEN 1900 AND 2200),
  ADD CONSTRAINT "adoption_words_length" CHECK ("words" ~ '\S' AND char_length("words") <= 1500),
  ADD CONSTRAINT "adoption_website_format" CHECK ("website" ~ '^https?://\S+$'),
  ADD CONSTRAINT "adoption_version_range" CHECK ("version" >= 1),
  ADD CONSTRAINT "adoption_decided_whole" CHECK (
    ("state" = 'stated') = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by" IS NULL)),
  -- Four eyes.
  ADD CONSTRAINT "adoption_decided_by_another" CHECK ("decided_by" <> "stated_by"),
  ADD CONSTRAINT "adoption_refused_because" CHECK (
    ("state" = 'refused') = ("refused_because" IS NOT NULL) AND "refused_because" ~ '\S' AND char_length("refused_because") <= 1000);
-- What was refused may be stated anew.
CREATE UNIQUE INDEX "adoption_once" ON "adoption" ("practice_id", "city_id") WHERE "state" <> 'refused';

-- Confirmations
ALTER TABLE "confirmation_request"
  ADD CONSTRAINT "confirmation_request_expires_later" CHECK ("expires_at" > "sent_at"),
  ADD CONSTRAINT "confirmation_request_used_in_time" CHECK ("used_at" < "expires_at");
