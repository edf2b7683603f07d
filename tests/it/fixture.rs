//! One small study that the tests share: a protocol with one question of every kind, and a case list.

mod builder;

pub(crate) use builder::{Builder, english, question, swedish};

/// Two units, women and men.
pub(crate) const CASES: &str = "case_id,unit,sex\nBRO-01,BRO,K\nBRO-02,BRO,M\nHAV-01,HAV,K\nHAV-02,HAV,M\n";

/// One question of every kind, a condition, a check and a motivation that is asked for.
pub(crate) const PROTOCOL: &str = r#"
id = "prov"
version = "1"
language = "sv"
title = "Prov"
documents = ["utredning", "plan", "journal"]
[[attribute]]
id = "unit"
label = "Verksamhet"
role = "unit"
values = { BRO = "Bromma", HAV = "Hässelby" }
[[attribute]]
id = "sex"
label = "Kön"
role = "sex"
values = { K = "Kvinnor", M = "Män" }
[[area]]
id = "A"
label = "Trygghet"
[[area]]
id = "B"
label = "Delaktighet"
[[question]]
id = "plan"
area = "A"
document = "plan"
text = "Finns en plan?"
na = true
unknown = true
guidance = "En plan utan datum räknas inte."
meaning = { ja = "aktuell plan", nej = "saknas" }
note_on = ["nej"]
[[question]]
id = "foljs"
area = "A"
document = "journal"
text = "Följs planen?"
scale = "ja_nej"
favourable = ["ja"]
when = { plan = ["ja", "delvis"] }
[[question]]
id = "utfall"
area = "A"
document = "utredning"
text = "Vilket utfall?"
choices = [{ id = "bifall", label = "Bifall" }, { id = "avslag", label = "Avslag" }]
[[question]]
id = "kontakt"
area = "B"
document = "journal"
text = "Vilka kontakter?"
kind = "choices"
choices = [
  { id = "anhorig", label = "Anhörig" },
  { id = "vard", label = "Vård" },
  { id = "ingen", label = "Ingen", exclusive = true },
]
[[question]]
id = "timmar"
area = "B"
document = "plan"
text = "Hur många timmar?"
kind = "number"
unit = "timmar/månad"
min = 0
max = 100
[[question]]
id = "beslut"
area = "B"
document = "utredning"
text = "När fattades beslutet?"
kind = "date"
[[question]]
id = "ovrigt"
area = "B"
text = "Övrigt"
kind = "text"
optional = true
[[check]]
when = { plan = "nej", utfall = "bifall" }
message = "Bifall trots att planen saknas"
"#;
