//! The protocols that come with the program, with the outlines of the reports that they come from and what they are tried on.

/// Every protocol that comes with the program, by its id: its id and its text.
pub fn shipped() -> &'static [(&'static str, &'static str)] {
    &[
        ("demo", include_str!("../../../protocols/demo.toml")),
        ("dv2021", include_str!("../../../protocols/dv2021.toml")),
        ("bs2023", include_str!("../../../protocols/bs2023.toml")),
        ("eftervard2026", include_str!("../../../protocols/eftervard2026.toml")),
        ("ekbist2025", include_str!("../../../protocols/ekbist2025.toml")),
        ("hemlos2025", include_str!("../../../protocols/hemlos2025.toml")),
        ("hplan", include_str!("../../../protocols/hplan.toml")),
        ("inv2013", include_str!("../../../protocols/inv2013.toml")),
        ("uppf2024_familj", include_str!("../../../protocols/uppf2024_familj.toml")),
        ("uppf2024_forhand", include_str!("../../../protocols/uppf2024_forhand.toml")),
        ("styrdokument", include_str!("../../../protocols/styrdokument.toml")),
        ("uppfoljning", include_str!("../../../protocols/uppfoljning.toml")),
        ("followup", include_str!("../../../protocols/followup.toml")),
        ("demo_sv", include_str!("../../../protocols/demo_sv.toml")),
        ("llm-review", include_str!("../../../protocols/llm-review.toml")),
    ]
}

/// The made-up records that a shipped protocol can be tried on, one a line.
pub fn records(id: &str) -> Option<&'static str> {
    (id == "llm-review").then_some(include_str!("../../../protocols/llm-review.jsonl"))
}

/// The outline of the report of a shipped protocol: where one was printed, with its headings and its order.
pub fn outline(id: &str) -> Option<&'static str> {
    match id {
        "bs2023" => Some(include_str!("../../../protocols/outlines/bs2023.toml")),
        "dv2021" => Some(include_str!("../../../protocols/outlines/dv2021.toml")),
        "eftervard2026" => Some(include_str!("../../../protocols/outlines/eftervard2026.toml")),
        "ekbist2025" => Some(include_str!("../../../protocols/outlines/ekbist2025.toml")),
        "hemlos2025" => Some(include_str!("../../../protocols/outlines/hemlos2025.toml")),
        "hplan" => Some(include_str!("../../../protocols/outlines/hplan.toml")),
        "inv2013" => Some(include_str!("../../../protocols/outlines/inv2013.toml")),
        "uppf2024_familj" => Some(include_str!("../../../protocols/outlines/uppf2024_familj.toml")),
        "uppf2024_forhand" => Some(include_str!("../../../protocols/outlines/uppf2024_forhand.toml")),
        _ => None,
    }
}
