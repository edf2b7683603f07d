//! Whole frames, as they are.

use super::sitting::{Setup, Sitting};
use aktkoll::base::language::Lang;
use insta::assert_snapshot;

fn frame(setup: Setup, keys: &str) -> String {
    let mut sitting: Sitting = setup.open();
    sitting.keys(keys);
    sitting.frame()
}

#[test]
fn the_coding_screen_in_swedish_at_80_by_24() {
    assert_snapshot!(frame(Setup::default(), "jCfinns i akten<enter>!"), @"
     Prov · Berit                           BRO-01 · Bromma · Kvinnor  klara 0 av 4
     Bromma          │Trygghet
    ▶◐ BRO-01 1/6 ✎ ⚑│    1 Finns en plan?                                  Ja ? ✎
     ○ BRO-02        │ ▶  2 Följs planen?
     Hässelby        │    3 Vilket utfall?
     ○ HAV-01        │Delaktighet
     ○ HAV-02        │    4 Vilka kontakter?
                     │    5 Hur många timmar?
                     ├──────────────────────────────────────────────────────── ▼ 2 ─
                     │ 2 Följs planen?
                     │   Se: journal
                     │     j Ja
                     │     n Nej
                     │
                     │
                     │
                     │
                     │
    ─────────────────┴──────────────────────────────────────────────────────────────
     Hittills, fråga 2           Ja          Nej  Underlag
     Kvinnor                      –            –         0
     Män                          –            –         0
     Totalt                       –            –         0
     mellanslag nästa  c kommentar  u ångra  ? hjälp  C kommentar 1        Sparat ✓
    ");
}

#[test]
fn the_coding_screen_in_english_at_120_by_40() {
    let setup = Setup { lang: Lang::En, size: (120, 40), ..Setup::default() };
    assert_snapshot!(frame(setup, "n"), @"
     Prov · Berit                                                                    BRO-01 · Bromma · Kvinnor  done 0 of 4
     Bromma                  │Trygghet
    ▶◐ BRO-01             1/5│    1 Finns en plan?                                                                     Nej
     ○ BRO-02                │    2 Följs planen?                                                                        –
     Hässelby                │ ▶  3 Vilket utfall?
     ○ HAV-01                │Delaktighet
     ○ HAV-02                │    4 Vilka kontakter?
                             │    5 Hur många timmar?
                             │    6 När fattades beslutet?
                             │    7 Övrigt
                             │
                             │
                             │
                             │
                             │
                             ├──────────────────────────────────────────────────────────────────────────────────────────────
                             │ 3 Vilket utfall?
                             │   See: utredning
                             │     1 Bifall
                             │     2 Avslag
                             │
                             │
                             │
                             │
                             │
                             │
                             │
                             │
                             │
                             │
                             │
                             │
                             │
                             │
    ─────────────────────────┴──────────────────────────────────────────────────────────────────────────────────────────────
     So far, question 3       Bifall       Avslag      Base
     Kvinnor                       –            –         0
     Män                           –            –         0
     Total                         –            –         0
     space next  c comment  u undo  ? help  C comment 1  ! unsure  / find  q quit                                   Saved ✓
    ");
}

#[test]
fn the_coding_screen_at_60_by_15_drops_the_case_list() {
    assert_snapshot!(frame(Setup { size: (60, 15), ..Setup::default() }, ""), @r#"
     Prov · Berit       BRO-01 · Bromma · Kvinnor  klara 0 av 4
    Trygghet
     ▶  1 Finns en plan?
        2 Följs planen?
        3 Vilket utfall?
    ────────────────────────────────────────────────────── ▼ 5 ─
     1 Finns en plan?
       Se: plan
         j Ja           aktuell plan
         d Delvis
         n Nej          saknas
         e Ej aktuellt
         o Framgår ej
       En plan utan datum räknas inte.
     mellanslag nästa  c kommentar  u ångra  ? hjälp
    "#);
}

#[test]
fn the_coding_screen_with_only_the_characters_that_every_terminal_has() {
    let setup = Setup { ascii: true, ..Setup::default() };
    let frame = frame(setup, "n!cskriven för hand<enter>");
    let odd: Vec<char> = frame.chars().filter(|c| !c.is_ascii() && !"åäöÅÄÖ".contains(*c)).collect();
    assert!(odd.is_empty(), "{odd:?}");
    assert_snapshot!(frame, @"
     Prov, Berit                              BRO-01, Bromma, Kvinnor  klara 0 av 4
     Bromma          |Trygghet
    >+ BRO-01 1/5 n !|    1 Finns en plan?                                   Nej ?
     o BRO-02        |    2 Följs planen?                                        -
     Hässelby        | >  3 Vilket utfall?                                       n
     o HAV-01        |Delaktighet
     o HAV-02        |    4 Vilka kontakter?
                     |    5 Hur många timmar?
                     +-------------------------------------------------------- v 2 -
                     | 3 Vilket utfall?
                     |   Se: utredning
                     |     1 Bifall
                     |     2 Avslag
                     |   n skriven för hand
                     |
                     |
                     |
                     |
    -----------------+--------------------------------------------------------------
     Hittills, fråga 3       Bifall       Avslag  Underlag
     Kvinnor                      -            -         0
     Män                          -            -         0
     Totalt                       -            -         0
     mellanslag nästa  c kommentar  u ångra  ? hjälp  C kommentar 1       Sparat ok
    ");
}

#[test]
fn the_closing_page_in_swedish() {
    assert_snapshot!(frame(Setup::default(), "n11<space>7<enter><end><space>"), @"
     Prov · Berit                           BRO-01 · Bromma · Kvinnor  klara 0 av 4
     Hela ärendet
     4 av 5 besvarade, 1 lucka, 1 skäl saknas
     Kontrollera: Bifall trots att planen saknas (fråga 3)
     ──────────────────────────────────────────────────────────────────────────────
    ▶   1 Finns en plan?                                          Nej (skriv skäl)
        3 Vilket utfall?                                                    Bifall
        4 Vilka kontakter?                                                 Anhörig
        5 Hur många timmar?                                                      7
        6 När fattades beslutet?                                             LUCKA
        7 Övrigt







    ────────────────────────────────────────────────────────────────────────────────
     Hittills, fråga 1       Ja   Delvis      Nej Ej aktuellt Framgår ej Underlag
     Kvinnor                  0        0        1           0          0        1
     Män                      –        –        –           0          –        0
     Totalt                   0        0        1           0          0        1
     mellanslag klart, nästa  Retur gå dit  g nästa lucka  Esc tillbaka    Sparat ✓
    ");
}
