-- Texts that count under another name.
spelling_numbered AS (
  SELECT study_of, q_of, item_of, val_of,
         row_number() OVER (PARTITION BY study_of, q_of, item_of
                            ORDER BY seq_of DESC, coder_of DESC, ts_of DESC, val_of DESC) AS nth
  FROM acts WHERE op_of = 'spelling' AND case_of = ''
),
spelt AS (
  SELECT study_of, q_of, item_of, val_of FROM spelling_numbered WHERE nth = 1 AND val_of <> ''
),
