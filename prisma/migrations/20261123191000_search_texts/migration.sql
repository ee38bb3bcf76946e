-- CreateTable
CREATE TABLE "practice_search" (
    "practice_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" tsvector NOT NULL,
    "title_stemmed" tsvector NOT NULL,
    "plain" tsvector NOT NULL,
    "stemmed" tsvector NOT NULL,

    CONSTRAINT "practice_search_pkey" PRIMARY KEY ("practice_id","language")
);

-- CreateTable
CREATE TABLE "search_language" (
    "language" TEXT NOT NULL,
    "configuration" TEXT NOT NULL,

    CONSTRAINT "search_language_pkey" PRIMARY KEY ("language")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "spelling" TEXT NOT NULL,
    "frequency" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word","language")
);

-- CreateTable
CREATE TABLE "country_name" (
    "country" CHAR(2) NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "country_name_pkey" PRIMARY KEY ("country","language","name")
);

-- CreateTable
CREATE TABLE "topic_word" (
    "topic_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "topic_word_pkey" PRIMARY KEY ("topic_id","language","word")
);

-- AddForeignKey
ALTER TABLE "topic_word" ADD CONSTRAINT "topic_word_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_search" ADD CONSTRAINT "practice_search_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Both are trusted: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- One configuration per language: its stemmer after unaccent. A language without a stemmer uses search_plain, whose words
-- stay as they are. An older PostgreSQL has fewer stemmers.
CREATE TEXT SEARCH CONFIGURATION search_plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION search_plain
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
DO $$
DECLARE
  stemmer record;
BEGIN
  FOR stemmer IN
    SELECT code, stems FROM (VALUES
      ('ar', 'arabic'), ('hy', 'armenian'), ('eu', 'basque'), ('ca', 'catalan'), ('da', 'danish'), ('nl', 'dutch'),
      ('en', 'english'), ('et', 'estonian'), ('fi', 'finnish'), ('fr', 'french'), ('de', 'german'), ('el', 'greek'),
      ('hi', 'hindi'), ('hu', 'hungarian'), ('id', 'indonesian'), ('ga', 'irish'), ('it', 'italian'),
      ('lt', 'lithuanian'), ('ne', 'nepali'), ('nb', 'norwegian'), ('nn', 'norwegian'), ('no', 'norwegian'),
      ('pl', 'polish'), ('pt', 'portuguese'), ('ro', 'romanian'), ('ru', 'russian'), ('sr', 'serbian'),
      ('es', 'spanish'), ('sv', 'swedish'), ('ta', 'tamil'), ('tr', 'turkish'), ('yi', 'yiddish')
    ) AS known (code, stems)
    JOIN pg_ts_config ON cfgname = stems AND cfgnamespace = 'pg_catalog'::regnamespace
  LOOP
    EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %I (COPY = pg_catalog.%I)', 'search_' || stemmer.code, stemmer.stems);
    EXECUTE format('ALTER TEXT SEARCH CONFIGURATION %I ALTER MAPPING FOR asciihword, asciiword, hword, hword_asciipart, hword_part, word WITH unaccent, %I',
      'search_' || stemmer.code, stemmer.stems || '_stem');
  END LOOP;
END
$$;

-- Name of the configuration of a language, 'fr' or 'pt-BR'.
CREATE FUNCTION "search_configuration"("language" text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT cfgname::text FROM pg_ts_config WHERE cfgname = 'search_' || split_part($1, '-', 1)), 'search_plain')
$$;

-- Markdown as words: without the addresses of links and without marks.
CREATE FUNCTION "search_prose"("markdown" text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT btrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace($1,
    '<?https?://[^\s)>]+>?', '', 'g'),
    '!?\[([^]]*)\]\([^)]*\)', '\1', 'g'),
    '(^|\n)\s*(#+|[-*+>]|\d+[.)])\s+', '\1', 'g'),
    '[*`\\|]+|\s+', ' ', 'g'))
$$;

-- Text as it is compared: no capitals, no accents, no punctuation, one space between words. Written in code points, so
-- that it does not depend on the locale of the database. Chinese and Japanese signs become a word each, since their
-- writing has no spaces.
CREATE FUNCTION "search_fold"("written" text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT btrim(regexp_replace(regexp_replace(
    translate(
      regexp_replace(
        unaccent(normalize(lower($1 COLLATE "und-x-icu"), NFKC)),
        '[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]', '', 'g'),
      'أإآٱىةς', 'اااايهσ'),
    '[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]', ' \& ', 'g'),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b0-\u02ff\u055a-\u055f\u0589\u05be\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u2bff\u3000-\u303f\u30fb\ue000-\uf8ff\uff00-\uff0f\uff1a-\uff20\U0001f000-\U0001faff\s]+', ' ', 'g'))
$$;

-- The sections of a text as words, without its references.
CREATE FUNCTION "search_sections"("written" "practice_text") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT search_prose(concat_ws(E'\n\n', $1."purpose", $1."rationale", $1."process", $1."impact", $1."resources",
    $1."challenges", $1."transfer"))
$$;

-- Folded words as the stemmer of their language takes them. English: British and American spellings are one. Albanian, an
-- interface language, has no stemmer, so the endings go here: case endings, then vowels; once more where six letters
-- remain, so that "bashkësi" does not become "bashki".
CREATE FUNCTION "search_stem"("language" text, "words" text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE "language" WHEN 'sq' THEN
    regexp_replace(regexp_replace(regexp_replace(regexp_replace($2,
      '([a-z]{3,}[aeiou])(ve|se|[tns])(?= |$)', '\1', 'g'), '([a-z]{4,}?)[aeiuj]+(?= |$)', '\1', 'g'),
      '([a-z]{5,}[aeiou])(ve|se|[tns])(?= |$)', '\1', 'g'), '([a-z]{6,}?)[aeiuj]+(?= |$)', '\1', 'g')
  WHEN 'en' THEN
    regexp_replace(regexp_replace(regexp_replace(regexp_replace($2,
      '([a-z]{2,})our(s|ed|ing|hoods?|ly|ers?|ful|able|ite|al|)(?= |$)', '\1or\2', 'g'),
      '([a-z]{3,})is(e|es|ed|ers?|ing|ations?|ational|able)(?= |$)', '\1iz\2', 'g'),
      '([a-z]{2,}t)re(s?)(?= |$)', '\1er\2', 'g'), 'programme(s?)(?= |$)', 'program\1', 'g')
  ELSE $2 END
$$;

-- What a practice can be called by beside its texts: names of its cities, country and topics, in every language ('mul', ISO
-- 639-2: several languages), and words that its topics are searched by ('qaa', which ISO 639-2 leaves to local use).
CREATE FUNCTION "search_names"("practice_id" text) RETURNS TABLE ("row" text, "language" text, "name" text) LANGUAGE sql STABLE AS $$
  SELECT 'mul', n."language", n."name" FROM "practice_city" pc JOIN "city_name" n ON n."city_id" = pc."city_id" WHERE pc."practice_id" = $1
  UNION ALL
  SELECT 'mul', n."language", n."name" FROM "practice_topic" pt JOIN "topic_name" n ON n."topic_id" = pt."topic_id" WHERE pt."practice_id" = $1
  UNION ALL
  SELECT 'mul', n."language", n."name" FROM "practice" p JOIN "country_name" n ON n."country" = p."country" WHERE p."id" = $1
  UNION ALL
  SELECT 'qaa', n."language", n."word" FROM "practice_topic" pt JOIN "topic_word" n ON n."topic_id" = pt."topic_id" WHERE pt."practice_id" = $1
$$;

CREATE AGGREGATE "search_concat"(tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '');

-- Brings what is searchable of some practices in line with what is public of them: published practices, and of those the
-- texts that are no drafts. Call it in the transaction that changes a text, a status, a place, a topic or a name.
-- One at a time, so that the words are counted once.
CREATE FUNCTION "refresh_search"("practice_ids" text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(practice_ids) IS NOT DISTINCT FROM 0 THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(7305119);

  UPDATE "search_word" w SET "frequency" = w."frequency" - gone.n
  FROM (
    SELECT s."language", word.lexeme, count(*)::int AS n FROM "practice_search" s, unnest(s."plain") AS word
    WHERE s."practice_id" = ANY (practice_ids) GROUP BY 1, 2
  ) gone
  WHERE w."word" = gone.lexeme AND w."language" = gone."language";
  DELETE FROM "practice_search" s WHERE s."practice_id" = ANY (practice_ids);

  INSERT INTO "search_language" ("language", "configuration")
  SELECT DISTINCT t."language", search_configuration(t."language") FROM "practice_text" t
  WHERE t."practice_id" = ANY (practice_ids)
  ON CONFLICT DO NOTHING;

  -- Title A, summary B, sections C, references D. References are in any language: their words are not stemmed.
  INSERT INTO "practice_search" ("practice_id", "language", "title", "title_stemmed", "plain", "stemmed")
  SELECT "practice_id", "language", to_tsvector('search_plain', parts[1]), to_tsvector(configuration, stems[1]),
    setweight(to_tsvector('search_plain', parts[1]), 'A') || setweight(to_tsvector('search_plain', parts[2]), 'B')
      || setweight(to_tsvector('search_plain', parts[3]), 'C') || setweight(to_tsvector('search_plain', parts[4]), 'D'),
    setweight(to_tsvector(configuration, stems[1]), 'A') || setweight(to_tsvector(configuration, stems[2]), 'B')
      || setweight(to_tsvector(configuration, stems[3]), 'C')
  FROM (
    SELECT t."practice_id", t."language", l."configuration"::regconfig AS configuration, folded.parts,
      ARRAY(SELECT search_stem(t."language", part) FROM unnest(folded.parts[1:3]) AS part) AS stems
    FROM "practice" p
    JOIN "practice_text" t ON t."practice_id" = p."id" AND t."state" IN ('approved', 'outdated')
    JOIN "search_language" l USING ("language")
    CROSS JOIN LATERAL (
      SELECT ARRAY[search_fold(t."title"), search_fold(coalesce(t."summary", '')), search_fold(search_sections(t)),
        search_fold(search_prose(coalesce(t."references", '')))] AS parts
      OFFSET 0 -- so that each text is folded once
    ) folded
    WHERE p."id" = ANY (practice_ids) AND p."status" = 'published'
    OFFSET 0
  ) prepared;

  INSERT INTO "practice_search" ("practice_id", "language", "title", "title_stemmed", "plain", "stemmed")
  WITH called AS MATERIALIZED (
    SELECT p."id", n."row", n."language", n."name" FROM "practice" p CROSS JOIN LATERAL search_names(p."id") AS n
    WHERE p."id" = ANY (practice_ids) AND p."status" = 'published'
  ), folded AS MATERIALIZED (
    SELECT "language", "name", search_fold("name") AS words, search_configuration("language")::regconfig AS configuration
    FROM (SELECT DISTINCT "language", "name" FROM called) each_once
  ), vectors AS MATERIALIZED (
    SELECT "language", "name", to_tsvector('search_plain', words) AS plain,
      to_tsvector(configuration, search_stem("language", words)) AS stemmed FROM folded
  )
  SELECT c."id", c."row", '', '', search_concat(v.plain), search_concat(v.stemmed)
  FROM called c JOIN vectors v USING ("language", "name")
  GROUP BY c."id", c."row";

  -- The index holds words without accents; a correction is shown as the word is written, most often.
  WITH counted AS MATERIALIZED (
    SELECT word.lexeme AS word, s."language", count(*)::int AS n FROM "practice_search" s, unnest(s."plain") AS word
    WHERE s."practice_id" = ANY (practice_ids) GROUP BY 1, 2
  ), written AS (
    SELECT word.lexeme AS spelling, count(*) AS n FROM "practice_text" t, unnest(to_tsvector('pg_catalog.simple', concat_ws(' ', t."title", t."summary", search_sections(t)))) AS word
    WHERE t."practice_id" = ANY (practice_ids) GROUP BY 1
    UNION ALL
    SELECT word.lexeme, count(*) FROM unnest(practice_ids) AS p (id), search_names(p.id) AS named,
      unnest(to_tsvector('pg_catalog.simple', named."name")) AS word GROUP BY 1
  ), spelt AS MATERIALIZED (
    SELECT DISTINCT ON (word) search_fold(spelling) AS word, spelling FROM written ORDER BY 1, n DESC, 2
  )
  INSERT INTO "search_word" ("word", "language", "spelling", "frequency")
  SELECT word, "language", coalesce(spelling, word), n FROM counted LEFT JOIN spelt USING (word)
  ON CONFLICT ("word", "language") DO UPDATE SET "frequency" = "search_word"."frequency" + excluded."frequency";
  DELETE FROM "search_word" WHERE "frequency" <= 0;
END
$$;

-- What a query asks of the rows, from terms as the application reads them: per term its words as written, and stemmed
-- by each language, equal stems together. A fallback is the beginning of a last word.
CREATE FUNCTION "search_queries"("terms" jsonb)
RETURNS TABLE ("alternative" int, "term" int, "excluded" boolean, "fallback" boolean, "stemmed" boolean, "languages" text[], "query" tsquery)
LANGUAGE sql STABLE AS $$
  WITH asked AS MATERIALIZED (
    SELECT t."alternative", t."term", t."excluded", t."exact", t."prefix", search_fold(t."words") AS words
    FROM jsonb_to_recordset($1) AS t ("alternative" int, "term" int, "excluded" boolean, "exact" boolean, "prefix" boolean, "words" text)
  )
  SELECT a."alternative", a."term", a."excluded", false, false, NULL::text[], phraseto_tsquery('search_plain', a.words)
  FROM asked a WHERE a.words <> ''
  UNION ALL
  SELECT a."alternative", a."term", a."excluded", false, true, array_agg(l."language"), stem.query
  FROM asked a CROSS JOIN "search_language" l CROSS JOIN LATERAL phraseto_tsquery(l."configuration"::regconfig, search_stem(l."language", a.words)) AS stem (query)
  WHERE NOT a."exact" AND numnode(stem.query) > 0
  GROUP BY 1, 2, 3, stem.query
  UNION ALL
  SELECT a."alternative", a."term", a."excluded", true, false, NULL::text[], to_tsquery('search_plain', replace(a.words, ' ', ' <-> ') || ':*')
  FROM asked a WHERE a."prefix" AND a.words <> ''
$$;

-- CreateIndex
CREATE INDEX "practice_search_title_idx" ON "practice_search" USING GIN ("title") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "practice_search_title_stemmed_idx" ON "practice_search" USING GIN ("title_stemmed") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "practice_search_plain_idx" ON "practice_search" USING GIN ("plain") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "practice_search_stemmed_idx" ON "practice_search" USING GIN ("stemmed") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "search_word_word_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);

-- What is already published.
SELECT refresh_search(array_agg("id")) FROM "practice";
