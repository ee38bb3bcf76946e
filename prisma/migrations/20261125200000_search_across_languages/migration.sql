-- CreateTable
CREATE TABLE "search_meaning" (
    "meaning" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "stem" TEXT NOT NULL,

    CONSTRAINT "search_meaning_pkey" PRIMARY KEY ("meaning","language","word")
);

-- CreateIndex
CREATE INDEX "search_meaning_language_stem_idx" ON "search_meaning"("language", "stem");

-- CreateIndex
CREATE INDEX "search_meaning_folded_idx" ON "search_meaning"("folded");

-- Folded words as the stemmer of their language takes them. English: British and American spellings are one. French: its
-- stemmer knows participles by their accent, which is gone here, so "réfugiées" and "réfugié" would part. Albanian, an
-- interface language, has no stemmer, so the endings go here: case endings, then vowels; once more where six letters
-- remain, so that "bashkësi" does not become "bashki". In "mësues" the end is no case. Arabic: its stemmer leaves the
-- feminine ending where it took the article away, and knows no article after "and", so both go here; the plural endings go
-- with them. Of "to the refugees" the writing drops a letter, which comes back.
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
  WHEN 'ar' THEN
    regexp_replace(regexp_replace(regexp_replace($2,
      '(^| )[وف]?لل(?=اج[ءئي])', '\1ل', 'g'), '(^| )[وف]?(?:ال|بال|كال|لل)(?=[^ ]{3})', '\1', 'g'),
      '([^ ]{3,})(?:ات|ون|ين|يه|ه)(?= |$)', '\1', 'g')
  ELSE $2 END
$$;

-- Words that mean what the terms mean, in other languages than they were written in. "source" is the language a term was
-- understood in: the reader's where it has the word, in any form; else another that has it. What is between quotation marks
-- or excluded stays as it is.
CREATE FUNCTION "search_translations"("terms" jsonb, "reader" text)
RETURNS TABLE ("alternative" int, "term" int, "source" text, "language" text, "word" text, "query" tsquery) LANGUAGE sql STABLE AS $$
  WITH asked AS MATERIALIZED (
    SELECT t."alternative", t."term", search_fold(t."words") AS words
    FROM jsonb_to_recordset($1) AS t ("alternative" int, "term" int, "excluded" boolean, "exact" boolean, "words" text)
    WHERE NOT t."exact" AND NOT t."excluded"
  ), stems AS MATERIALIZED (
    SELECT a."alternative", a."term", l."language",
      phraseto_tsquery(l."configuration"::regconfig, search_stem(l."language", a.words))::text AS stem
    FROM asked a CROSS JOIN "search_language" l
    WHERE l."language" = $2 OR char_length(a.words) > 4
  ), meant AS (
    SELECT s."alternative", s."term", m."meaning", m."language"
    FROM stems s JOIN "search_meaning" m ON m."language" = s."language" AND m."stem" = s.stem
    WHERE s.stem <> ''
    UNION
    SELECT a."alternative", a."term", m."meaning", m."language"
    FROM asked a JOIN "search_meaning" m ON m."folded" = a.words
  )
  SELECT DISTINCT best."alternative", best."term", best."language", m."language", m."folded", m."stem"::tsquery
  FROM (SELECT *, rank() OVER (PARTITION BY "term" ORDER BY "language" = $2 DESC) AS place FROM meant) best
  JOIN "search_meaning" m ON m."meaning" = best."meaning" AND m."language" <> best."language"
  WHERE best.place = 1
$$;

-- The same, and words of the same meaning in other languages, with the language that the term was understood in.
CREATE FUNCTION "search_queries"("terms" jsonb, "reader" text)
RETURNS TABLE ("alternative" int, "term" int, "excluded" boolean, "fallback" boolean, "stemmed" boolean, "languages" text[], "query" tsquery, "source" text)
LANGUAGE sql STABLE AS $$
  SELECT q.*, NULL FROM search_queries($1) AS q
  UNION ALL
  SELECT t."alternative", t."term", false, false, true, array_agg(DISTINCT t."language"), t."query", t."source"
  FROM search_translations($1, $2) AS t
  GROUP BY 1, 2, t."source", t."query"
$$;

-- What is already published, by the new stems.
SELECT refresh_search(array_agg("id")) FROM "practice";
