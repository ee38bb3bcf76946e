-- CreateTable
CREATE TABLE "audit_link" (
    "position" BIGINT NOT NULL,
    "source" TEXT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "position" BIGINT NOT NULL DEFAULT 0,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("only")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_source_event_id_key" ON "audit_link"("source", "event_id");

ALTER TABLE "audit_link"
  ADD CONSTRAINT "audit_link_position_range" CHECK ("position" >= 1),
  ADD CONSTRAINT "audit_link_source_values" CHECK ("source" IN ('practice', 'submission', 'account')),
  ADD CONSTRAINT "audit_link_hash_length" CHECK (octet_length("hash") = 32);
ALTER TABLE "audit_head"
  ADD CONSTRAINT "audit_head_one_row" CHECK ("only"),
  ADD CONSTRAINT "audit_head_position_range" CHECK ("position" >= 0),
  ADD CONSTRAINT "audit_head_hash_length" CHECK (octet_length("hash") = 32);

-- All of an event in one way of writing, whatever the time zone of the session: a JSON array of texts. src/domain/audit-chain.ts
-- writes the same. JSON columns stand in it as texts, so that a missing one and a JSON null differ.
CREATE FUNCTION "event_text"("source" text, "id" bigint, "subject" text, "at" timestamptz, "actor" text, "kind" text,
  "data" jsonb, "before" jsonb, "after" jsonb)
RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_jsonb(ARRAY["source", "id"::text, "subject", trim_scale(extract(epoch FROM "at") * 1000)::text,
    "actor", "kind", "data"::text, "before"::text, "after"::text])::text
$$;

-- The events so far become the beginning of the chain, in the order of their times.
INSERT INTO "audit_head" ("hash") VALUES (decode(repeat('00', 32), 'hex'));
DO $$
DECLARE
  "event" record;
  "last" bigint := 0;
  "chained" bytea := decode(repeat('00', 32), 'hex');
BEGIN
  LOCK TABLE "practice_event", "submission_event", "account_event" IN SHARE ROW EXCLUSIVE MODE;
  FOR "event" IN
    SELECT 'practice' AS "source", "id", "at",
      event_text('practice', "id", "practice_id", "at", "actor", "kind", "data", "before", "after") AS "words" FROM "practice_event"
    UNION ALL
    SELECT 'submission', "id", "at",
      event_text('submission', "id", "submission_id", "at", "actor", "kind", "data", "before", "after") FROM "submission_event"
    UNION ALL
    SELECT 'account', "id", "at",
      event_text('account', "id", "account_id", "at", "actor", "kind", "data", "before", "after") FROM "account_event"
    ORDER BY "at", "id", "source"
  LOOP
    "last" := "last" + 1;
    "chained" := sha256("chained" || convert_to("event"."words", 'UTF8'));
    INSERT INTO "audit_link" VALUES ("last", "event"."source", "event"."id", "chained");
  END LOOP;
  UPDATE "audit_head" SET "position" = "last", "hash" = "chained";
END
$$;

-- Runs at commit, once for each event. The head's row is the only lock and is taken last, so that transactions that write events
-- of several tables in any order wait for each other and never in a circle. Other transactions' links are behind the
-- head as soon as the lock is there; links beyond it are this transaction's own. Plans are kept as long as a connection, and one
-- made while the chain is short must not read all of it later: hence the index, always.
CREATE FUNCTION "link_event"() RETURNS trigger LANGUAGE plpgsql SET "enable_seqscan" = off AS $$
DECLARE
  "source" text := tg_argv[0];
  "subject" text;
  "last" record;
  "own" record;
BEGIN
  IF "source" = 'practice' THEN "subject" := NEW."practice_id";
  ELSIF "source" = 'submission' THEN "subject" := NEW."submission_id";
  ELSE "subject" := NEW."account_id";
  END IF;
  SELECT h."position", h."hash" INTO STRICT "last" FROM "audit_head" h WHERE h."only" FOR UPDATE;
  SELECT l."position", l."hash" INTO "own" FROM "audit_link" l
    WHERE l."position" > "last"."position" ORDER BY l."position" DESC LIMIT 1;
  IF FOUND THEN "last" := "own"; END IF;
  INSERT INTO "audit_link" VALUES ("last"."position" + 1, "source", NEW."id", sha256("last"."hash" || convert_to(event_text(
    "source", NEW."id", "subject", NEW."at", NEW."actor", NEW."kind", NEW."data", NEW."before", NEW."after"), 'UTF8')));
  RETURN NULL;
END
$$;

-- Runs at commit too, after the links: the last of a transaction becomes the head. One update for all of them, since each
-- update of the same row would have to pass those before it.
CREATE FUNCTION "move_head"() RETURNS trigger LANGUAGE plpgsql SET "enable_seqscan" = off AS $$
BEGIN
  IF NEW."position" = (SELECT max(l."position") FROM "audit_link" l) THEN
    UPDATE "audit_head" SET "position" = NEW."position", "hash" = NEW."hash" WHERE "only";
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "practice_event_linked" AFTER INSERT ON "practice_event"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "link_event"('practice');
CREATE CONSTRAINT TRIGGER "submission_event_linked" AFTER INSERT ON "submission_event"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "link_event"('submission');
CREATE CONSTRAINT TRIGGER "account_event_linked" AFTER INSERT ON "account_event"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "link_event"('account');
CREATE CONSTRAINT TRIGGER "audit_link_heads" AFTER INSERT ON "audit_link"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "move_head"();

-- Nobody writes the chain but these functions.
CREATE TRIGGER "audit_link_by_event" BEFORE INSERT ON "audit_link" FOR EACH ROW
  WHEN (pg_trigger_depth() = 0)
  EXECUTE FUNCTION "refuse_change"('a link comes with its event.');
CREATE TRIGGER "audit_link_append_only" BEFORE UPDATE OR DELETE ON "audit_link" FOR EACH ROW
  EXECUTE FUNCTION "refuse_change"('the chain of events is only added to.');
CREATE TRIGGER "audit_link_untruncated" BEFORE TRUNCATE ON "audit_link" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse_change"('the chain of events is only added to.');
CREATE TRIGGER "audit_head_by_event" BEFORE UPDATE ON "audit_head" FOR EACH ROW
  WHEN (pg_trigger_depth() = 0)
  EXECUTE FUNCTION "refuse_change"('the head moves with the events.');
CREATE TRIGGER "audit_head_undeleted" BEFORE DELETE ON "audit_head" FOR EACH ROW
  EXECUTE FUNCTION "refuse_change"('the head moves with the events.');
CREATE TRIGGER "audit_head_untruncated" BEFORE TRUNCATE ON "audit_head" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse_change"('the head moves with the events.');
