-- The parts of refresh_search by themselves, so that a catalogue can be filled in bulk: without indexes, on several
-- connections, and with all words counted in one go. What they write is what refresh_search wrote before.

-- What is searchable of practices that have no row in practice_search: published ones, and of those the texts that are no
-- drafts.
CREATE FUNCTION "write_search_texts"("practice_ids" text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
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

  -- Names of places and topics ('mul') and words of topics ('qaa'), as in search_names, but each is made a vector once.
  INSERT INTO "practice_search" ("practice_id", "language", "title", "title_stemmed", "plain", "stemmed")
  WITH public AS MATERIALIZED (
    SELECT p."id", p."country" FROM "practice" p WHERE p."id" = ANY (practice_ids) AND p."status" = 'published'
  ), called AS MATERIALIZED (
    SELECT p."id", 'city' AS kind, pc."city_id" AS thing FROM public p JOIN "practice_city" pc ON pc."practice_id" = p."id"
    UNION ALL
    SELECT p."id", 'topic', pt."topic_id" FROM public p JOIN "practice_topic" pt ON pt."practice_id" = p."id"
    UNION ALL
    SELECT p."id", 'country', p."country" FROM public p
  ), thing AS MATERIALIZED (
    SELECT DISTINCT kind, thing FROM called
  ), named AS MATERIALIZED (
    SELECT kind, thing, 'mul' AS "row", "language", "name" FROM thing JOIN "city_name" ON kind = 'city' AND "city_id" = thing
    UNION ALL
    SELECT kind, thing, 'mul', "language", "name" FROM thing JOIN "topic_name" ON kind = 'topic' AND "topic_id" = thing
    UNION ALL
    SELECT kind, thing, 'mul', "language", "name" FROM thing JOIN "country_name" ON kind = 'country' AND "country" = thing
    UNION ALL
    SELECT kind, thing, 'qaa', "language", "word" FROM thing JOIN "topic_word" ON kind = 'topic' AND "topic_id" = thing
  ), folded AS MATERIALIZED (
    SELECT kind, thing, "row", "language", search_fold("name") AS words, search_configuration("language")::regconfig AS configuration
    FROM named
  ), vectors AS MATERIALIZED (
    SELECT kind, thing, "row", search_concat(to_tsvector('search_plain', words)) AS plain,
      search_concat(to_tsvector(configuration, search_stem("language", words))) AS stemmed
    FROM folded GROUP BY 1, 2, 3
  )
  SELECT c."id", v."row", '', '', search_concat(v.plain), search_concat(v.stemmed)
  FROM called c JOIN vectors v USING (kind, thing)
  GROUP BY c."id", v."row";
END
$$;

-- Adds the words of practices to those that a misspelt word is corrected to. Their rows in practice_search are there.
CREATE FUNCTION "count_search_words"("practice_ids" text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
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
END
$$;

-- Brings what is searchable of some practices in line with what is public of them: published practices, and of those the
-- texts that are no drafts. Call it in the transaction that changes a text, a status, a place, a topic or a name.
-- One at a time, so that the words are counted once.
CREATE OR REPLACE FUNCTION "refresh_search"("practice_ids" text[]) RETURNS void LANGUAGE plpgsql AS $$
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

  PERFORM write_search_texts(practice_ids);
  PERFORM count_search_words(practice_ids);
  DELETE FROM "search_word" WHERE "frequency" <= 0;
END
$$;
