-- How far a file holds that its program had to leave: up to the last line that was confirmed.
limits AS (
  SELECT l.study AS study, l.coder AS coder, l.in_segment AS in_segment,
         CASE WHEN min(l.confirmed) = 0 THEN CAST(-1 AS BIGINT)
              ELSE max(CASE WHEN e.op = 'open' OR e.h = l.head THEN e.seq ELSE 0 END) END AS until_seq
  FROM left_files l JOIN events e ON e.study = l.study AND e.coder = l.coder AND e.segment = l.in_segment
  GROUP BY l.study, l.coder, l.in_segment
),
acts AS (
  SELECT e.study AS study_of, e.op AS op_of, e.coder AS coder_of, e.round AS round_of, e.case_id AS case_of,
         e.question AS q_of, e.item AS item_of, e.seq AS seq_of, e.ts AS ts_of, e.h AS h_of, e.undoes AS undoes_of,
         CASE WHEN e.op = 'drop' THEN e.text_hash ELSE e.answer END AS val_of
  FROM events e LEFT JOIN limits l ON l.study = e.study AND l.coder = e.coder AND l.in_segment = e.segment
  WHERE e.op IN ('answer', 'drop', 'done', 'take', 'spelling') AND e.seq <= coalesce(l.until_seq, 9007199254740991)
),
-- The last line of each slot.
numbered AS (
  SELECT a.study_of AS study_of, a.op_of AS op_of, a.coder_of AS coder_of, a.round_of AS round_of, a.case_of AS case_of,
         a.q_of AS q_of, a.seq_of AS seq_of, a.ts_of AS ts_of, a.val_of AS val_of,
         row_number() OVER (PARTITION BY a.study_of, a.op_of, a.coder_of, a.round_of, a.case_of, a.q_of
                            ORDER BY a.seq_of DESC, a.ts_of DESC, a.val_of DESC) AS nth
  FROM acts a
  WHERE a.op_of IN ('answer', 'drop', 'done') AND a.round_of IN ('first', 'consensus') AND a.item_of = ''
),
newest AS (
  SELECT study_of, op_of, coder_of, round_of, case_of, q_of, seq_of, ts_of, val_of FROM numbered WHERE nth = 1
),
-- Take-overs: a line gives the case to its coder, one that sets it back gives it away, and one that undoes does the
-- opposite of what it undoes. Undoing and doing again go to and fro from the first of such lines.
take_all AS (
  SELECT study_of, coder_of, case_of, seq_of, ts_of, h_of, undoes_of, val_of
  FROM acts WHERE op_of = 'take' AND round_of = 'first' AND item_of = '' AND q_of = ''
),
take_copies AS (
  SELECT t.study_of AS study_of, t.coder_of AS coder_of, t.case_of AS case_of, t.seq_of AS seq_of,
         t.undoes_of AS undoes_of, t.val_of AS val_of, coalesce(u.seq_of, 0) AS undone_of,
         row_number() OVER (PARTITION BY t.study_of, t.coder_of, t.case_of, t.seq_of
                            ORDER BY coalesce(u.seq_of, 0) DESC, t.ts_of DESC, t.val_of DESC) AS copy_nr
  FROM take_all t LEFT JOIN take_all u
    ON u.study_of = t.study_of AND u.coder_of = t.coder_of AND u.case_of = t.case_of AND u.h_of = t.undoes_of
),
take_before AS (
  SELECT study_of, coder_of, case_of, seq_of, undoes_of, val_of, undone_of,
         max(seq_of) OVER (PARTITION BY study_of, coder_of, case_of ORDER BY seq_of
                           ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS seq_before
  FROM take_copies WHERE copy_nr = 1
),
take_run AS (
  SELECT study_of, coder_of, case_of, seq_of, undoes_of, val_of, undone_of,
         sum(CASE WHEN undoes_of <> '' AND undone_of = coalesce(seq_before, -1) THEN 0 ELSE 1 END)
           OVER (PARTITION BY study_of, coder_of, case_of ORDER BY seq_of
                 ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run_of
  FROM take_before
),
take_places AS (
  SELECT study_of, coder_of, case_of, seq_of, undoes_of, val_of, undone_of, run_of,
         row_number() OVER (PARTITION BY study_of, coder_of, case_of, run_of ORDER BY seq_of) AS place_in_run
  FROM take_run
),
run_starts AS (
  SELECT f.study_of AS study_of, f.coder_of AS coder_of, f.case_of AS case_of, f.run_of AS run_of,
         CASE WHEN f.val_of = '' THEN -1 WHEN f.undoes_of = '' THEN 1
              WHEN coalesce(u.val_of, '') <> '' AND u.place_in_run % 2 = 1 THEN -1 ELSE 1 END AS first_step
  FROM take_places f LEFT JOIN take_places u
    ON u.study_of = f.study_of AND u.coder_of = f.coder_of AND u.case_of = f.case_of AND u.seq_of = f.undone_of
  WHERE f.place_in_run = 1
),
take_steps AS (
  SELECT p.study_of AS study_of, p.coder_of AS coder_of, p.case_of AS case_of, p.seq_of AS seq_of,
         CASE WHEN p.val_of = '' THEN -1 WHEN p.place_in_run % 2 = 1 THEN r.first_step ELSE 0 - r.first_step END AS step_of
  FROM take_places p JOIN run_starts r
    ON r.study_of = p.study_of AND r.coder_of = p.coder_of AND r.case_of = p.case_of AND r.run_of = p.run_of
),
take_depths AS (
  SELECT study_of, coder_of, case_of, seq_of, step_of,
         sum(step_of) OVER (PARTITION BY study_of, coder_of, case_of ORDER BY seq_of
                            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS depth_of
  FROM take_steps
),
take_ends AS (
  SELECT study_of, coder_of, case_of, seq_of, step_of, depth_of,
         min(depth_of) OVER (PARTITION BY study_of, coder_of, case_of ORDER BY seq_of
                             ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS lowest_of
  FROM take_depths
),
-- Who had the case from which line on: the assigned coder or the first one, then whoever took it over.
first_lines AS (
  SELECT study_of, case_of, coder_of,
         row_number() OVER (PARTITION BY study_of, case_of ORDER BY seq_of, coder_of) AS nth
  FROM acts
  WHERE round_of = 'first' AND item_of = '' AND (op_of IN ('drop', 'done') OR op_of = 'answer' AND q_of IN ({known}))
),
stints AS (
  SELECT study AS study_of, case_id AS case_of, coder AS coder_of, CAST(0 AS BIGINT) AS since_of FROM cases WHERE coder <> ''
  UNION ALL
  SELECT f.study_of AS study_of, f.case_of AS case_of, f.coder_of AS coder_of, CAST(0 AS BIGINT) AS since_of
  FROM first_lines f JOIN cases c ON c.study = f.study_of AND c.case_id = f.case_of WHERE f.nth = 1 AND c.coder = ''
  UNION ALL
  SELECT study_of, case_of, coder_of, CAST(seq_of AS BIGINT) AS since_of
  FROM take_ends WHERE step_of = 1 AND lowest_of >= depth_of
),
owned AS (
  SELECT n.study_of AS study_of, n.op_of AS op_of, n.case_of AS case_of, n.q_of AS q_of, n.coder_of AS coder_of,
         n.val_of AS val_of, coalesce(max(CASE WHEN s.since_of <= n.seq_of THEN s.since_of END), min(s.since_of)) AS during_of
  FROM newest n JOIN stints s ON s.study_of = n.study_of AND s.case_of = n.case_of AND s.coder_of = n.coder_of
  WHERE n.round_of = 'first'
  GROUP BY n.study_of, n.op_of, n.case_of, n.q_of, n.coder_of, n.val_of, n.seq_of
),
owned_numbered AS (
  SELECT study_of, op_of, case_of, q_of, val_of,
         row_number() OVER (PARTITION BY study_of, op_of, case_of, q_of ORDER BY during_of DESC, coder_of DESC) AS nth
  FROM owned
),
joint AS (
  SELECT study_of, op_of, case_of, q_of, val_of,
         row_number() OVER (PARTITION BY study_of, op_of, case_of, q_of
                            ORDER BY seq_of DESC, coder_of DESC, ts_of DESC, val_of DESC) AS nth
  FROM newest WHERE round_of = 'consensus'
),
-- The line of record: what was agreed, else that of the latest owner who has one.
candidates AS (
  SELECT study_of, op_of, case_of, q_of, val_of, 1 AS rank_of FROM joint WHERE nth = 1 AND val_of <> ''
  UNION ALL
  SELECT study_of, op_of, case_of, q_of, val_of, 2 AS rank_of FROM owned_numbered WHERE nth = 1
),
record_numbered AS (
  SELECT study_of, op_of, case_of, q_of, val_of,
         row_number() OVER (PARTITION BY study_of, op_of, case_of, q_of ORDER BY rank_of) AS nth
  FROM candidates
),
record AS (
  SELECT study_of, op_of, case_of, q_of, val_of FROM record_numbered WHERE nth = 1
),
