-- CreateEnum
CREATE TYPE "Role" AS ENUM ('officer', 'translator', 'editor', 'administrator');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('waiting', 'sending', 'sent', 'failed', 'discarded');

-- CreateEnum
CREATE TYPE "SubmissionState" AS ENUM ('draft', 'submitted', 'in_review', 'changes_requested', 'resubmitted', 'accepted', 'scheduled', 'published', 'archived', 'withdrawn', 'declined');

-- CreateEnum
CREATE TYPE "FileKind" AS ENUM ('image', 'document');

-- AlterTable
ALTER TABLE "practice_text" ADD COLUMN     "evidence" TEXT;

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL,
    "roles" "Role"[],
    "suspended_at" TIMESTAMPTZ(3),
    "totp_secret" BYTEA,
    "totp_since" TIMESTAMPTZ(3),
    "totp_step" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliation" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "city_id" TEXT,
    "city_name" TEXT,
    "country" CHAR(2) NOT NULL,
    "position" TEXT NOT NULL DEFAULT '',
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_code" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" BYTEA NOT NULL,
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "hash" BYTEA NOT NULL,
    "account_id" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "roles" "Role"[],
    "city_ids" TEXT[],
    "invited_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_event" (
    "id" BIGSERIAL NOT NULL,
    "account_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB,

    CONSTRAINT "account_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_count" (
    "key" BYTEA NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "hits" INTEGER NOT NULL,

    CONSTRAINT "rate_count_pkey" PRIMARY KEY ("key","window_start")
);

-- CreateTable
CREATE TABLE "shared_secret" (
    "name" TEXT NOT NULL,
    "value" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shared_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "parked_form" (
    "token_hash" BYTEA NOT NULL,
    "path" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "errors" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "parked_form_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "last_problem" TEXT,

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" TEXT NOT NULL,
    "reference" TEXT,
    "state" "SubmissionState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "practice_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_member" (
    "submission_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "is_author" BOOLEAN NOT NULL DEFAULT false,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_member_pkey" PRIMARY KEY ("submission_id","account_id")
);

-- CreateTable
CREATE TABLE "submission_save" (
    "submission_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "base" INTEGER NOT NULL,
    "changed" JSONB NOT NULL,
    "conflicts" JSONB,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "submission_save_pkey" PRIMARY KEY ("submission_id","version","id")
);

-- CreateTable
CREATE TABLE "submission_sent" (
    "submission_id" TEXT NOT NULL,
    "number" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_by" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "files" JSONB NOT NULL,

    CONSTRAINT "submission_sent_pkey" PRIMARY KEY ("submission_id","number")
);

-- CreateTable
CREATE TABLE "submission_event" (
    "id" BIGSERIAL NOT NULL,
    "submission_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB,

    CONSTRAINT "submission_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_file" (
    "id" TEXT NOT NULL,
    "submission_id" TEXT NOT NULL,
    "kind" "FileKind" NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "digest" BYTEA NOT NULL,
    "storage_key" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "decorative" BOOLEAN NOT NULL DEFAULT false,
    "credit" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT '',
    "consent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "submission_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "affiliation_account_id_idx" ON "affiliation"("account_id");

-- CreateIndex
CREATE INDEX "affiliation_city_id_idx" ON "affiliation"("city_id");

-- CreateIndex
CREATE INDEX "sign_in_code_email_idx" ON "sign_in_code"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_id_key" ON "session"("id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "recovery_code_account_id_idx" ON "recovery_code"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "account_event_account_id_id_idx" ON "account_event"("account_id", "id");

-- CreateIndex
CREATE INDEX "parked_form_expires_at_idx" ON "parked_form"("expires_at");

-- CreateIndex
CREATE INDEX "outbox_mail_state_next_try_at_idx" ON "outbox_mail"("state", "next_try_at");

-- CreateIndex
CREATE UNIQUE INDEX "submission_reference_key" ON "submission"("reference");

-- CreateIndex
CREATE INDEX "submission_state_idx" ON "submission"("state");

-- CreateIndex
CREATE INDEX "submission_member_account_id_idx" ON "submission_member"("account_id");

-- CreateIndex
CREATE INDEX "submission_event_submission_id_id_idx" ON "submission_event"("submission_id", "id");

-- CreateIndex
CREATE INDEX "submission_file_submission_id_idx" ON "submission_file"("submission_id");

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_member" ADD CONSTRAINT "submission_member_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_member" ADD CONSTRAINT "submission_member_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_save" ADD CONSTRAINT "submission_save_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_save" ADD CONSTRAINT "submission_save_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_sent" ADD CONSTRAINT "submission_sent_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_event" ADD CONSTRAINT "submission_event_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_file" ADD CONSTRAINT "submission_file_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Evidence is a section like the others.
ALTER TABLE "practice_text"
  ADD CONSTRAINT "practice_text_evidence_not_blank" CHECK ("evidence" ~ '\S');
CREATE OR REPLACE FUNCTION "search_sections"("written" "practice_text") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT search_prose(concat_ws(E'\n\n', $1."purpose", $1."rationale", $1."process", $1."impact", $1."resources",
    $1."challenges", $1."transfer", $1."evidence"))
$$;

-- People
ALTER TABLE "account"
  ADD CONSTRAINT "account_id_format" CHECK ("id" ~ '^[0-9a-z]{10}$'),
  ADD CONSTRAINT "account_email_format" CHECK ("email" = lower("email") AND "email" ~ '^[^\s@]+@[^\s@]+$' AND char_length("email") <= 254),
  ADD CONSTRAINT "account_name_length" CHECK (char_length("name") <= 200),
  ADD CONSTRAINT "account_totp_confirmed" CHECK ("totp_since" IS NULL OR "totp_secret" IS NOT NULL);
ALTER TABLE "affiliation"
  ADD CONSTRAINT "affiliation_city_known" CHECK (("city_id" IS NULL) <> ("city_name" IS NULL)),
  ADD CONSTRAINT "affiliation_country_format" CHECK ("country" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "affiliation_confirmed_decided" CHECK (NOT "confirmed" OR ("decided_at" IS NOT NULL AND "decided_by" IS NOT NULL));
-- An account has one affiliation with a city.
CREATE UNIQUE INDEX "affiliation_once" ON "affiliation" ("account_id", coalesce("city_id", lower("city_name")), "country");
ALTER TABLE "sign_in_code"
  ADD CONSTRAINT "sign_in_code_tries_range" CHECK ("tries" BETWEEN 0 AND 5);
ALTER TABLE "invitation"
  ADD CONSTRAINT "invitation_roles_some" CHECK (cardinality("roles") > 0);
-- Lost in a crash without harm.
ALTER TABLE "rate_count" SET UNLOGGED;
ALTER TABLE "rate_count" ADD CONSTRAINT "rate_count_hits_range" CHECK ("hits" >= 0);

-- Submissions
ALTER TABLE "submission"
  ADD CONSTRAINT "submission_id_format" CHECK ("id" ~ '^[0-9a-z]{10}$'),
  ADD CONSTRAINT "submission_version_range" CHECK ("version" >= 1),
  ADD CONSTRAINT "submission_fields_object" CHECK (jsonb_typeof("fields") = 'object'),
  ADD CONSTRAINT "submission_sent_has_reference" CHECK ("submitted_at" IS NULL OR "reference" IS NOT NULL);
CREATE SEQUENCE "submission_reference";
CREATE UNIQUE INDEX "submission_member_one_author" ON "submission_member" ("submission_id") WHERE "is_author";
ALTER TABLE "submission_file"
  ADD CONSTRAINT "submission_file_bytes_range" CHECK ("bytes" > 0),
  ADD CONSTRAINT "submission_file_consent_values" CHECK ("consent" IN ('', 'yes', 'nobody'));
CREATE UNIQUE INDEX "submission_file_once" ON "submission_file" ("submission_id", "digest") WHERE "removed_at" IS NULL;

-- What happened, and what was sent, is only ever added to.
CREATE TRIGGER "submission_event_append_only" BEFORE UPDATE OR DELETE ON "submission_event" FOR EACH ROW
  EXECUTE FUNCTION "refuse_change"('the history of a submission is only added to.');
CREATE TRIGGER "submission_event_untruncated" BEFORE TRUNCATE ON "submission_event" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse_change"('the history of a submission is only added to.');
CREATE TRIGGER "submission_sent_append_only" BEFORE UPDATE OR DELETE ON "submission_sent" FOR EACH ROW
  EXECUTE FUNCTION "refuse_change"('what was sent stays as it was sent.');
CREATE TRIGGER "account_event_append_only" BEFORE UPDATE OR DELETE ON "account_event" FOR EACH ROW
  EXECUTE FUNCTION "refuse_change"('the history of an account is only added to.');
CREATE TRIGGER "account_event_untruncated" BEFORE TRUNCATE ON "account_event" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse_change"('the history of an account is only added to.');
