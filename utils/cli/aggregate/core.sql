-- The sums of a collection, as one text for every engine: DuckDB, PostgreSQL (one server, or shards
-- behind postgres_fdw), Spark and Trino. It reads one table or view,
--
--   facts(week, entry, people, low, high)
--
--   week    ISO week, '2026-W47'                        ASCII
--   entry   name of an entry of the vector              ASCII
--   people  1 for a row of one contribution, else how many contributions the row already sums; BIGINT
--   low     the value modulo 2^32                       BIGINT, 0 <= low < 2^32
--   high    the value divided by 2^32, whole            BIGINT, 0 <= high < 2^32
--
-- and gives exact whole numbers: the sum of an entry is high * 2^32 + low (in sealed mode modulo 2^64).
-- Halves of 32 bits keep every sum below 2^63 for up to 2^31 rows, whatever an engine makes of the sum
-- of a BIGINT (64 bits, 128 bits or a decimal). Squares are taken of single values that are below 2^16
-- and so stay below 2^63 for up to 2^31 rows as well: what is larger is a square already, or a share.
-- No window, no float, no common table expression, no order, no collation, no function but these.
SELECT
  week,
  entry,
  COUNT(*) AS facts,
  SUM(people) AS people,
  SUM(low) AS low,
  SUM(high) AS high,
  SUM(CASE WHEN people = 1 AND high = 0 AND low < 65536 THEN low * low ELSE 0 END) AS squares,
  MAX(CASE WHEN people = 1 AND high = 0 THEN low ELSE 0 END) AS largest
FROM facts
GROUP BY week, entry
