-- Folded words as the stemmer of their language takes them. English: British and American spellings are one. French: its
-- stemmer knows participles by their accent, which is gone here, so "réfugiées" and "réfugié" would part. Albanian, an
-- interface language, has no stemmer, so the endings go here: case endings, then vowels; once more where six letters
-- remain, so that "bashkësi" does not become "bashki". In "mësues" the end is no case.
CREATE OR REPLACE FUNCTION "search_stem"("language" text, "words" text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE "language" WHEN 'sq' THEN
    regexp_replace(regexp_replace(regexp_replace(regexp_replace($2,
      '([a-z]{3,}[aeiou]|[a-z]{3,}ues(?=ve))(ve|se|[tn]|(?<!ue)s)(?= |$)', '\1', 'g'), '([a-z]{4,}?)[aeiuj]+(?= |$)', '\1', 'g'),
      '([a-z]{5,}[aeiou])(ve|se|[tns])(?= |$)', '\1', 'g'), '([a-z]{6,}?)[aeiuj]+(?= |$)', '\1', 'g')
  WHEN 'en' THEN
    regexp_replace(regexp_replace(regexp_replace(regexp_replace($2,
      '([a-z]{2,})our(s|ed|ing|hoods?|ly|ers?|ful|able|ite|al|)(?= |$)', '\1or\2', 'g'),
      '([a-z]{3,})is(e|es|ed|ers?|ing|ations?|ational|able)(?= |$)', '\1iz\2', 'g'),
      '([a-z]{2,}t)re(s?)(?= |$)', '\1er\2', 'g'), 'programme(s?)(?= |$)', 'program\1', 'g')
  WHEN 'fr' THEN regexp_replace($2, '([a-z]{3,})ees?(?= |$)', '\1e', 'g')
  ELSE $2 END
$$;

-- What a query asks of the rows, from terms as the application reads them: per term its words as written, and stemmed
-- by each language, equal stems together. A fallback is the beginning of a last word. What is written with a hyphen may
-- stand in one word: "inter-cultural".
CREATE OR REPLACE FUNCTION "search_queries"("terms" jsonb)
RETURNS TABLE ("alternative" int, "term" int, "excluded" boolean, "fallback" boolean, "stemmed" boolean, "languages" text[], "query" tsquery)
LANGUAGE sql STABLE AS $$
  WITH asked AS MATERIALIZED (
    SELECT t."alternative", t."term", t."excluded", t."exact", t."prefix", search_fold(spelling.words) AS words
    FROM jsonb_to_recordset($1) AS t ("alternative" int, "term" int, "excluded" boolean, "exact" boolean, "prefix" boolean, "words" text)
    CROSS JOIN LATERAL (
      SELECT t."words"
      UNION SELECT regexp_replace(t."words", '[-‐‑]', '', 'g') WHERE NOT t."exact"
    ) AS spelling (words)
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

-- What is already published, by the new stems.
SELECT refresh_search(array_agg("id")) FROM "practice";
