//! What stands at the edges of people's files: rows of sums, cells that say nothing, letters and ids that were mangled.

use super::desk::Desk;
use std::fs;

fn empty() -> Desk {
    Desk { folder: tempfile::tempdir().unwrap() }
}

#[test]
fn three_of_twenty_are_a_finding_only_where_the_protocol_says_which_answer_is_good() {
    for (favourable, finding) in [("", false), ("favourable = [\"nej\"]\n", true)] {
        let desk = empty();
        let protocol = format!(
            "id = \"fv\"\nversion = \"1\"\nlanguage = \"sv\"\ntitle = \"F\"\n[[attribute]]\nid = \"unit\"\n\
            label = \"Verksamhet\"\nrole = \"unit\"\n[[area]]\nid = \"A\"\nlabel = \"A\"\n[[question]]\nid = \"barn\"\n\
            area = \"A\"\ntext = \"Finns barn?\"\nscale = \"ja_nej\"\n{favourable}"
        );
        let row = |n: usize| (format!("A{n},A\n"), format!("A{n},barn,{}\n", if n < 4 { "ja" } else { "nej" }));
        let (cases, answers): (Vec<String>, Vec<String>) = (1..=20).map(row).unzip();
        fs::write(desk.path("p.toml"), protocol).unwrap();
        fs::write(desk.path("c.csv"), format!("case_id,unit\n{}", cases.concat())).unwrap();
        fs::write(desk.path("a.csv"), format!("case,question,answer\n{}", answers.concat())).unwrap();
        assert_eq!(desk.run(&["new", "S", "--protocol", "p.toml", "--cases", "c.csv"]).code, 0);
        assert_eq!(desk.run(&["import", "S", "a.csv", "--coder", "a", "--done"]).code, 0);
        let report = desk.run(&["--lang", "sv", "report", "S", "--format", "md"]).out;
        assert!(report.contains("Ja i tre av 20 ärenden (15 procent) och nej i 17."), "{report}");
        assert!(report.contains("| Ja | 15 | 3 |") && report.contains("| Nej | 85 | 17 |"), "{report}");
        assert_eq!(report.contains("- Styrka: Finns barn? Oftast: Nej. (fråga 1: 17 av 20)"), finding, "{report}");
        assert!(!report.contains("Utvecklingsområde: Finns barn"), "{report}");
    }
}
