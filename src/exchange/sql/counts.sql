questions AS (
{questions}
),
choices AS (
{choices}
),
groupings AS (
{groupings}
),
-- One row a case and question. No UNION of the questions: ClickHouse would compute all that stands above for each.
cells AS (
  SELECT {columns_of_j}j.counted_of AS counted_of, q.place AS place,
         CASE q.place
{standings}
         END AS standing_of,
         CASE q.place
{values}
         END AS val_of,
         CASE q.place
{bases}
         END AS in_the_base
  FROM {last} j CROSS JOIN questions q
),
-- One row a case, question and choice: whether it has it.
marks AS (
  SELECT {columns_of_e}e.counted_of AS counted_of, e.place AS place, e.standing_of AS standing_of,
         e.in_the_base AS in_the_base, o.choice_place AS choice_place, o.choice AS choice_of, o.in_base AS in_base,
         o.is_text AS is_text,
         CASE WHEN o.is_text = 1 AND e.counted_of = 1 AND e.standing_of = 'answered' THEN e.val_of ELSE '' END AS name_of,
         CASE WHEN e.standing_of <> 'answered' THEN 0 WHEN o.choice = '' THEN 1
              WHEN position(concat(';', o.choice, ';') IN concat(';', e.val_of, ';')) > 0 THEN 1 ELSE 0 END AS has_it
  FROM cells e JOIN choices o ON o.place = e.place
),
alike AS (
  SELECT {columns}place, choice_place, choice_of, in_base, is_text, name_of,
         sum(counted_of * has_it) AS n_of,
         sum(CASE WHEN standing_of = 'answered' THEN counted_of * in_the_base ELSE 0 END) AS base_of,
         sum(CASE WHEN standing_of = 'answered' THEN counted_of * (1 - in_the_base) ELSE 0 END) AS na_of,
         sum(CASE WHEN standing_of = 'unanswered' THEN counted_of ELSE 0 END) AS unanswered_of,
         sum(CASE WHEN standing_of = 'not_known' THEN counted_of ELSE 0 END) AS not_known_of,
         sum(CASE WHEN standing_of = 'not_asked' THEN counted_of ELSE 0 END) AS not_asked_of
  FROM marks
  GROUP BY {columns}place, choice_place, choice_of, in_base, is_text, name_of
),
grouped AS (
  SELECT g.grouping_nr AS grouping_nr, {keys_of_b}b.place AS place, b.choice_place AS choice_place, b.choice_of AS choice_of,
         b.in_base AS in_base, b.is_text AS is_text, b.name_of AS name_of, b.n_of AS n_one, b.base_of AS base_one,
         b.na_of AS na_one, b.unanswered_of AS unanswered_one, b.not_known_of AS not_known_one,
         b.not_asked_of AS not_asked_one
  FROM alike b CROSS JOIN groupings g
),
named AS (
  SELECT grouping_nr, {keys}place, choice_place, choice_of, in_base, is_text, name_of, sum(n_one) AS n_of,
         sum(base_one) AS base_of, sum(na_one) AS na_of, sum(unanswered_one) AS unanswered_of,
         sum(not_known_one) AS not_known_of, sum(not_asked_one) AS not_asked_of
  FROM grouped
  GROUP BY grouping_nr, {keys}place, choice_place, choice_of, in_base, is_text, name_of
),
summed AS (
  SELECT grouping_nr, {keys}place, choice_place, choice_of, in_base, is_text, name_of, n_of,
         sum(base_of) OVER (PARTITION BY grouping_nr, {keys}place, choice_place) AS base_all,
         sum(na_of) OVER (PARTITION BY grouping_nr, {keys}place, choice_place) AS na_all,
         sum(unanswered_of) OVER (PARTITION BY grouping_nr, {keys}place, choice_place) AS unanswered_all,
         sum(not_known_of) OVER (PARTITION BY grouping_nr, {keys}place, choice_place) AS not_known_all,
         sum(not_asked_of) OVER (PARTITION BY grouping_nr, {keys}place, choice_place) AS not_asked_all,
         max(name_of) OVER (PARTITION BY grouping_nr, {keys}place, choice_place) AS last_name
  FROM named
),
unfinished AS (
  SELECT sum(counted_of * (1 - done_of)) AS unfinished_all FROM {last}
)
SELECT q.question_id AS {question}, {shown}CASE WHEN s.is_text = 1 THEN s.name_of ELSE s.choice_of END AS choice,
       CASE WHEN s.choice_of <> '' OR s.name_of <> '' THEN CAST(s.n_of AS BIGINT) END AS n,
       CASE WHEN s.in_base = 1 AND s.base_all > 0 AND (s.choice_of <> '' OR s.name_of <> '')
            THEN CAST(floor((200 * s.n_of + s.base_all) / (CASE WHEN s.base_all > 0 THEN 2 * s.base_all ELSE 1 END)) AS BIGINT)
            END AS pct,
       CAST(s.base_all AS BIGINT) AS base, CAST(s.na_all AS BIGINT) AS na, CAST(s.unanswered_all AS BIGINT) AS unanswered,
       CAST(s.not_known_all AS BIGINT) AS not_known, CAST(s.not_asked_all AS BIGINT) AS not_asked,
       CAST(u.unfinished_all AS BIGINT) AS unfinished
FROM summed s JOIN questions q ON q.place = s.place CROSS JOIN unfinished u
WHERE s.is_text = 0 OR s.name_of <> '' OR s.last_name = ''
ORDER BY s.place, s.grouping_nr, {keys_of_s}s.choice_place, s.n_of DESC, s.name_of
