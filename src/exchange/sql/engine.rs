//! The engines: how each says what the others say otherwise, and how it reads the files of a study.

use crate::base::names::names;

/// A program that runs SQL over files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// `DuckDB`.
    Duckdb,
    /// Apache Spark.
    Spark,
    /// `ClickHouse`, or chdb.
    Clickhouse,
}

names!(Engine: Duckdb = "duckdb", Spark = "spark", Clickhouse = "clickhouse");

/// A study that an engine reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its folder, or a pattern that several match.
    pub folder: String,
    /// Whether it is such a pattern.
    pub is_pattern: bool,
    /// The columns of its case list, as its first line names them.
    pub columns: Vec<String>,
    /// Whether a plan says who codes what.
    pub has_plan: bool,
}

/// The fields of a line that are text.
const TEXTS: [&str; 11] =
    ["op", "ts", "coder", "round", "case_id", "question", "item", "answer", "text_hash", "undoes", "h"];
/// What a number looks like.
const NUMBER: &str = "^[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?$";
/// What stands before the files of a study in their paths.
const LEDGER: &str = "^(.*)/ledger/[^/]+/[^/]+$";
const LIST: &str = "^(.*)/[^/]+$";

impl Engine {
    /// A text as a literal.
    pub(crate) fn text(self, text: &str) -> String {
        let plain = if self == Self::Duckdb {
            text.replace('\'', "''")
        } else {
            text.replace('\\', "\\\\").replace('\'', "\\'")
        };
        format!("'{plain}'")
    }

    /// A name as it stands in a file.
    pub(crate) fn header(self, name: &str) -> String {
        if self == Self::Duckdb {
            format!("\"{}\"", name.replace('"', "\"\""))
        } else {
            format!("`{}`", name.replace('`', "``"))
        }
    }

    /// A text as a number, if it is one.
    pub(crate) fn number(self, text: &str) -> String {
        let plain = format!("replace(trim({text}), ',', '.')");
        let matches = self.matches(&plain, NUMBER);
        match self {
            Self::Duckdb | Self::Spark => format!("CASE WHEN {matches} THEN try_cast({plain} AS DOUBLE) END"),
            Self::Clickhouse => format!("CASE WHEN {matches} THEN toFloat64OrNull({plain}) END"),
        }
    }

    /// Whether a text has a form.
    pub(crate) fn matches(self, text: &str, form: &str) -> String {
        match self {
            Self::Duckdb => format!("regexp_matches({text}, '{form}')"),
            Self::Spark => format!("{text} RLIKE '{form}'"),
            Self::Clickhouse => format!("match({text}, '{form}')"),
        }
    }

    /// What a text is called.
    pub(crate) fn text_type(self) -> &'static str {
        match self {
            Self::Duckdb => "VARCHAR",
            Self::Spark => "STRING",
            Self::Clickhouse => "Nullable(String)",
        }
    }

    /// How the script is run.
    pub(crate) fn how(self) -> &'static str {
        match self {
            Self::Duckdb => "duckdb -csv < this.sql",
            Self::Spark => "spark-sql -f this.sql",
            Self::Clickhouse => "clickhouse local --format CSVWithNames < this.sql",
        }
    }

    /// The statements that make `events`, `left_files` and `cases` of the files; `columns` are those of the case list that
    /// are read, each with its name here.
    pub(crate) fn binding(self, sources: &[Source], columns: &[(String, String)]) -> String {
        match self {
            Self::Duckdb => duckdb(sources, columns),
            Self::Spark => spark(sources, columns),
            Self::Clickhouse => clickhouse(sources, columns),
        }
    }

    /// Which study a file is of: the folder itself, or what stands in the path before its own name.
    fn study(self, source: &Source, path: &str, form: &str) -> String {
        match self {
            _ if !source.is_pattern => self.text(&source.folder),
            Self::Clickhouse => format!("extract({path}, '{form}')"),
            Self::Duckdb | Self::Spark => format!("regexp_extract({path}, '{form}', 1)"),
        }
    }

    /// The cases of a study with their columns, and whose they are; `read` gives the rows of a file.
    fn cases(self, source: &Source, columns: &[(String, String)], path: &str, read: &dyn Fn(&str) -> String) -> String {
        let cell = |name: &str| format!("coalesce(f.{}, '')", self.header(name));
        let all =
            columns.iter().map(|(name, column)| format!(", {} AS {column}", cell(name))).collect::<Vec<_>>().concat();
        let coder = source.columns.iter().find(|column| *column == "coder").map_or("''".to_owned(), |name| cell(name));
        let study = self.study(source, &format!("f.{path}"), LIST);
        let rows = |file: &str, columns: &str| {
            let rows = read(file);
            format!("SELECT {study} AS study, f.case_id AS case_id, {columns}\n  FROM {rows} f")
        };
        let list = rows("cases.csv", &format!("{coder} AS coder{all}"));
        if !source.has_plan {
            return list;
        }
        let plan = rows("plan.csv", &format!("{} AS coder", cell("coder")));
        let all = columns.iter().map(|(_, column)| format!(", c.{column} AS {column}")).collect::<Vec<_>>().concat();
        format!(
            "SELECT c.study AS study, c.case_id AS case_id, coalesce(p.coder, c.coder) AS coder{all}\n  FROM ({list}) c\n  \
             LEFT JOIN ({plan}) p ON p.study = c.study AND p.case_id = c.case_id"
        )
    }
}

fn union(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("\n  UNION ALL\n  ")
}

fn duckdb(sources: &[Source], columns: &[(String, String)]) -> String {
    let engine = Engine::Duckdb;
    let file = |source: &Source, name: &str| engine.text(&format!("{}/{name}", source.folder));
    let lines = union(sources.iter().map(|source| {
        let study = engine.study(source, "filename", LEDGER);
        let files = file(source, "ledger/*/[0-9]*.jsonl");
        // What stands behind the last newline was never confirmed.
        format!("SELECT {study} AS study, unnest(string_split(content, chr(10))[:-2]) AS line FROM read_text({files})")
    }));
    let texts = TEXTS.map(|name| format!("\"{name}\":\"VARCHAR\"")).join(",");
    let fields = TEXTS.map(|name| format!("coalesce(l.{name}, '') AS {name}")).join(", ");
    let cases = union(sources.iter().map(|source| {
        let read = |name: &str| {
            let file = file(source, name);
            format!(
                "read_csv({file}, header = true, all_varchar = true, union_by_name = true, filename = true,\n    \
                     delim = ',', quote = '\"', escape = '\"')"
            )
        };
        engine.cases(source, columns, "filename", &read)
    }));
    format!(
        "CREATE OR REPLACE TEMP TABLE ledger_lines AS\n  SELECT study, json_transform(line,\n    \
         '{{{texts},\"seq\":\"BIGINT\",\"segment\":\"BIGINT\",\"poisoned\":[{{\"segment\":\"BIGINT\",\"length\":\"BIGINT\",\"head\":\"VARCHAR\"}}]}}') AS l\n  \
         FROM (\n  {lines});\n\
         CREATE OR REPLACE TEMP VIEW events AS\n  SELECT study, {fields},\n    l.seq AS seq, l.segment AS segment FROM ledger_lines;\n\
         CREATE OR REPLACE TEMP VIEW left_files AS\n  SELECT study, coder, p.segment AS in_segment, p.length AS confirmed, p.head AS head\n  \
         FROM (SELECT study, l.coder AS coder, unnest(l.poisoned) AS p FROM ledger_lines WHERE l.op = 'open');\n\
         CREATE OR REPLACE TEMP TABLE cases AS\n  {cases};\n"
    )
}

fn spark(sources: &[Source], columns: &[(String, String)]) -> String {
    let engine = Engine::Spark;
    let file = |source: &Source, name: &str| engine.text(&format!("{}/{name}", source.folder));
    let numbered = || sources.iter().enumerate();
    let files = numbered().map(|(at, source)| {
        let csv = |name: &str| {
            format!("CREATE OR REPLACE TEMPORARY VIEW {name}_{at} USING csv OPTIONS (path {}, header 'true', multiLine 'true', escape '\"');\n", file(source, &format!("{name}.csv")))
        };
        let ledger = file(source, "ledger/*/[0-9]*.jsonl");
        let plan = if source.has_plan { csv("plan") } else { String::new() };
        format!("CREATE OR REPLACE TEMPORARY VIEW ledger_{at} USING text OPTIONS (path {ledger}, wholetext 'true');\n") + &csv("cases") + &plan
    });
    let files = files.collect::<String>();
    let lines = union(numbered().map(|(at, source)| {
        let study = engine.study(source, "_metadata.file_path", LEDGER);
        format!("SELECT {study} AS study, explode(slice(split(value, '\\n'), 1, greatest(size(split(value, '\\n')) - 1, 0))) AS line FROM ledger_{at}")
    }));
    let texts = TEXTS.map(|name| format!("{name} STRING")).join(", ");
    let fields = TEXTS.map(|name| format!("coalesce(l.{name}, '') AS {name}")).join(", ");
    let cases = union(numbered().map(|(at, source)| {
        engine.cases(source, columns, "_metadata.file_path", &|name| name.replace(".csv", &format!("_{at}")))
    }));
    format!(
        "{files}CREATE OR REPLACE TEMPORARY VIEW ledger_lines AS\n  SELECT study, from_json(line,\n    \
         '{texts}, seq BIGINT, segment BIGINT, poisoned ARRAY<STRUCT<segment: BIGINT, length: BIGINT, head: STRING>>',\n    \
         map('mode', 'FAILFAST')) AS l\n  FROM (\n  {lines});\n\
         CACHE TABLE events AS\n  SELECT study, {fields},\n    l.seq AS seq, l.segment AS segment, l.poisoned AS poisoned FROM ledger_lines;\n\
         CREATE OR REPLACE TEMPORARY VIEW left_files AS\n  SELECT study, coder, p.segment AS in_segment, p.length AS confirmed, p.head AS head\n  \
         FROM (SELECT study, coder, explode(poisoned) AS p FROM events WHERE op = 'open');\n\
         CREATE OR REPLACE TEMPORARY VIEW cases AS\n  {cases};\n"
    )
}

fn clickhouse(sources: &[Source], columns: &[(String, String)]) -> String {
    let engine = Engine::Clickhouse;
    let read = |source: &Source, name: &str, format: &str, fields: &str| {
        let table = if source.folder.contains("://") { "s3" } else { "file" };
        format!("{table}({}, '{format}', {})", engine.text(&format!("{}/{name}", source.folder)), engine.text(fields))
    };
    let lines = union(sources.iter().map(|source| {
        let study = engine.study(source, "_path", LEDGER);
        let files = read(source, "ledger/*/*.jsonl", "RawBLOB", "raw String");
        format!("SELECT {study} AS study, arrayJoin(arrayPopBack(splitByChar('\\n', raw))) AS line\n    FROM {files} WHERE match(_file, '^[0-9]+[.]jsonl$')")
    }));
    let fields = TEXTS.map(|name| format!("JSONExtractString(line, '{name}') AS {name}")).join(",\n    ");
    let cases = union(sources.iter().map(|source| {
        let read = |name: &str| {
            let all = if name == "plan.csv" {
                vec!["case_id", "coder"]
            } else {
                ["case_id"].into_iter().chain(source.columns.iter().map(String::as_str)).collect()
            };
            let fields =
                all.iter().map(|column| format!("{} String", engine.header(column))).collect::<Vec<_>>().join(", ");
            format!("(SELECT *, _path FROM {})", read(source, name, "CSVWithNames", &fields))
        };
        engine.cases(source, columns, "_path", &read)
    }));
    format!(
        "SET join_use_nulls = 1;\nSET input_format_skip_unknown_fields = 1;\n\
         CREATE TEMPORARY TABLE events ENGINE = Memory AS\n  SELECT study, {fields},\n    JSONExtractInt(line, 'seq') AS seq, JSONExtractInt(line, 'segment') AS segment,\n    \
         JSONExtract(line, 'poisoned', 'Array(Tuple(segment Int64, length Int64, head String))') AS poisoned\n  \
         FROM (\n  {lines})\n  WHERE throwIf(NOT isValidJSON(line), 'a line of a ledger is damaged') = 0;\n\
         CREATE TEMPORARY TABLE left_files ENGINE = Memory AS\n  SELECT study, coder, p.1 AS in_segment, p.2 AS confirmed, p.3 AS head\n  \
         FROM (SELECT study, coder, arrayJoin(poisoned) AS p FROM events WHERE op = 'open');\n\
         CREATE TEMPORARY TABLE cases ENGINE = Memory AS\n  {cases};\n"
    )
}
