//! A spot check on the screen: drawn cases alone, coded blind, and then the result.

use super::sitting::{Setup, Sitting, WHOLE, act, line};
use aktkoll::study::ledger::entry::{Draft, Entry, Op, Round};
use aktkoll::tui::model::Next;

/// What Alva answered and wrote about two cases, each finished.
pub(super) fn first() -> Vec<Draft> {
    let case = |id: &'static str, said: &[(&'static str, &'static str)]| {
        let answers = said.iter().map(move |(question, value)| act(Op::Answer, id, question, value));
        answers.chain([act(Op::Note, id, "plan", "KANARIE inget datum"), act(Op::Done, id, "", "yes")]).collect()
    };
    let rest = [("kontakt", "anhorig"), ("timmar", "7"), ("beslut", "2021")];
    let one: Vec<Draft> = case("BRO-01", &[&[("plan", "nej"), ("utfall", "avslag")], &rest[..]].concat());
    let other = [&[("plan", "ja"), ("foljs", "ja"), ("utfall", "bifall")], &rest[..]].concat();
    [one, case("HAV-01", &other)].concat()
}

pub(super) fn by(coder: &str, from: u64, drafts: Vec<Draft>) -> Vec<Entry<'static>> {
    drafts.into_iter().zip(from..).map(|(draft, seq)| line(seq, coder, draft)).collect()
}

/// Berit's draw of the two.
pub(super) fn draw() -> Vec<Entry<'static>> {
    let take = |id| Draft { round: Round::Spot, ..act(Op::Take, id, "", "17") };
    by("berit", 16, vec![take("BRO-01"), take("HAV-01")])
}

fn opened(round: Round, entries: Vec<Entry<'static>>) -> Sitting {
    Setup { round, entries, ..Setup::default() }.open()
}

fn drawn() -> Sitting {
    opened(Round::Spot, [by("alva", 1, first()), draw()].concat())
}

#[test]
fn only_the_drawn_cases_show_and_nothing_of_their_first_coding() {
    let mut sitting = drawn();
    let mut empty = opened(Round::Spot, draw());
    sitting.is_at("BRO-01", "plan");
    sitting.shows("klara 0 av 2");
    sitting.hides("BRO-02");
    for keys in
        ["", "h", "<esc>P", "<esc>'", "<esc>M", "<esc>c", "<esc>", WHOLE, "<space>", "n", "u", "<pageup>", "<pageup>"]
    {
        sitting.keys(keys);
        empty.keys(keys);
        sitting.hides("KANARIE");
        assert_eq!(sitting.frame(), empty.frame(), "after {keys}");
    }
    assert_eq!(sitting.log(), empty.log());
}

#[test]
fn an_earlier_draw_is_not_listed_again() {
    let before = |op, value| Draft { round: Round::Spot, ..act(op, "BRO-02", "", value) };
    let earlier = by("berit", 1, vec![before(Op::Take, "3"), before(Op::Done, "yes")]);
    let mut sitting = opened(Round::Spot, [earlier, draw()].concat());
    sitting.shows("klara 0 av 2");
    sitting.hides("BRO-02");
}

#[test]
fn the_result_shows_when_the_last_case_is_finished() {
    let mut sitting = drawn();
    sitting.keys(&format!("{WHOLE}<space>"));
    sitting.hides("Stickprovets resultat");
    sitting.is_at("HAV-01", "plan");
    sitting.keys(&format!("{WHOLE}<space>"));
    for text in [
        "Stickprovets resultat",
        "8 av 11 svar (73 procent) lika, 2 ärenden",
        "Ska frågan ställas? 10 av 11 svar (91 procent) lika.",
        "BRO-01 fråga 3: Vilket utfall?",
        "  alva  Avslag",
        "  du    Bifall",
        "Kommentar: KANARIE inget datum",
        "  du    frågan ställs inte",
    ] {
        sitting.shows(text);
    }
    assert_eq!(sitting.answer("BRO-01", "utfall"), "avslag", "the answer of record is the first coding's");
    sitting.keys("<esc>");
    sitting.hides("Stickprovets resultat");
    sitting.keys(":stickprov<enter>");
    sitting.shows("8 av 11 svar (73 procent) lika");
}

#[test]
fn a_difference_leads_to_its_case_in_the_first_coding() {
    let whole = format!("{WHOLE}<space>{WHOLE}<space>");
    for (keys, wanted) in [("", ("BRO-01", "utfall")), ("<end>", ("HAV-01", "foljs"))] {
        let mut sitting = drawn();
        sitting.keys(&whole);
        sitting.shows("Retur till frågan");
        sitting.keys(keys);
        sitting.keys("<enter>");
        assert!(sitting.screen.ended(), "the first coding is a sitting of its own");
        let Some(Next::Place(case, question)) = sitting.model().next else { panic!("{:?}", sitting.model().next) };
        let mut first = Setup { round: Round::First, size: (120, 40), ..sitting.restarted().setup }.open();
        let own = first.at();
        first.screen.program.begin_at(case, question);
        first.is_at(wanted.0, wanted.1);
        first.shows(&format!("mellanslag går till {}, där du själv var", own.0));
        first.keys("<space>");
        assert_eq!(first.at(), own);
    }
}

#[test]
fn the_result_is_found_again_later() {
    let mut sitting = drawn();
    sitting.keys(&format!("{WHOLE}<space>{WHOLE}<space>"));
    let first =
        || Setup { round: Round::First, ..Setup { entries: sitting.screen.saver.log.clone(), ..Setup::default() } };
    for keys in ["P<end><enter>", ":senaste<enter>"] {
        let mut first = first().open();
        first.keys(keys);
        first.shows("Stickprovets resultat");
        first.shows("8 av 11 svar (73 procent) lika, 2 ärenden");
        first.keys("<enter>");
        first.is_at("BRO-01", "utfall");
    }
    let mut first = first().open();
    first.keys("P<end>");
    first.shows("Stickprovet: 8 av 11 svar (73 procent) lika, 2 ärenden");
    let mut never = Setup::default().open();
    never.keys("P<end>");
    never.hides("Stickprovet");
    never.keys("<esc>:senaste");
    never.hides("stickprov: resultatet");
}

#[test]
fn a_case_that_was_not_drawn_cannot_be_coded() {
    let mut sitting = drawn();
    sitting.keys("/BRO-02<enter>j");
    sitting.shows("Ärendet är inte med i stickprovet");
    sitting.keys("i");
    sitting.shows("Ärendet är inte med i stickprovet");
    assert_eq!(sitting.log(), [] as [&str; 0]);
}

#[test]
fn a_draw_is_undone_line_by_line_and_redone() {
    let mut sitting = drawn();
    sitting.keys("u");
    assert_eq!(sitting.last(), "take HAV-01=");
    sitting.shows("klara 0 av 1");
    sitting.shows("Ångrat: dragning till stickprov, HAV-01");
    sitting.hides("○ HAV-01");
    sitting.keys("u");
    sitting.hides("klara 0 av 0");
    sitting.keys("U");
    assert_eq!(sitting.last(), "take BRO-01=17");
    sitting.shows("klara 0 av 1");
}

#[test]
fn the_key_asks_how_many_and_ends_the_sitting_for_them() {
    let entries = by("alva", 1, first());
    for (keys, wanted) in
        [("*<enter>", Some(5)), ("*3<enter>", Some(3)), ("*0<enter>", None), ("*x<enter>", None), ("*3<esc>", None)]
    {
        let mut sitting = opened(Round::First, entries.clone());
        sitting.keys(keys);
        assert_eq!(
            (sitting.model().next, sitting.screen.ended()),
            (wanted.map(Next::Spot), wanted.is_some()),
            "{keys}"
        );
        assert_eq!(sitting.log(), [] as [&str; 0], "the draw is made between the sittings");
    }
    let mut sitting = opened(Round::First, entries);
    sitting.keys("*");
    sitting.shows("Stickprov: hur många ärenden? Retur ger 5.");
    sitting.keys("0<enter>");
    sitting.shows("Skriv ett antal, 1 eller fler.");
}

#[test]
fn from_a_spot_check_a_key_leads_back_to_the_first_coding() {
    let mut sitting = drawn();
    sitting.shows("* stickprovet");
    sitting.keys("*");
    sitting.shows("2 av 2 ärenden är kvar att koda.");
    sitting.shows("Retur till första kodningen");
    sitting.keys("<space>");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("*<enter>");
    assert_eq!(sitting.model().next, Some(Next::Round(Round::First)));
}

#[test]
fn what_is_to_be_coded_blind_is_said_to_be_missing_where_counts_are_shown() {
    let entries = [by("alva", 1, first()), draw()].concat();
    let mut sitting = Setup { entries, size: (120, 40), ..Setup::default() }.open();
    sitting.shows("(2 visas inte)");
    sitting.keys("<end>t");
    sitting.shows("Sammanställningen, utan de 2 ärenden som du ska koda blint");
    sitting.keys("<esc>P");
    sitting.shows("2 visas inte förrän du har kodat dem blint");
}

#[test]
fn where_nothing_can_be_drawn_the_key_says_why() {
    let mut sitting = Sitting::typed(&format!("{WHOLE}<space>*"));
    sitting.shows("Inget ärende går att dra: 1 är ditt eget, 3 är inte klara.");
    assert!(!sitting.screen.ended());
}

#[test]
fn an_open_draw_is_gone_on_with() {
    let mut sitting = opened(Round::First, [by("alva", 1, first()), draw()].concat());
    sitting.keys("*");
    assert!(sitting.screen.ended() && sitting.model().next.is_some());
    let mut first = opened(Round::First, [by("alva", 1, first()), draw()].concat());
    for keys in ["/BRO-01<enter>", "i", "j"] {
        first.keys(keys);
        first.shows("stickprov");
        first.hides("KANARIE");
    }
    assert_eq!(first.log(), [] as [&str; 0], "it is neither coded nor taken over in the first round");
    let mut there = drawn();
    there.keys("*");
    there.shows("2 av 2 ärenden är kvar att koda.");
    assert!(!there.screen.ended());
}
