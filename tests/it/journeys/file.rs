//! The file of the case beside the questions: it moves by its own keys, and answers never move it.

use super::sitting::{PROTOCOL, Setup, Sitting};
use aktkoll::base::language::Lang;
use aktkoll::exchange::documents::{Origin, Source};
use aktkoll::study::index::QuestionIx;
use aktkoll::study::ledger::entry::Op;
use aktkoll::tui::documents;
use aktkoll::tui::file_pane::{Extent, Place};
use aktkoll::tui::hit;
use aktkoll::tui::model::Form;
use std::path::Path;
use tempfile::TempDir;

/// A long plan and a short journal of the first case, and nothing of the others.
pub(super) fn files() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let plan: Vec<String> = (1..=100).map(|n| format!("Rad {n} om stödet i vardagen\n")).collect();
    write(folder.path(), "BRO-01_plan.txt", &plan.concat());
    write(folder.path(), "BRO-01_journal.txt", "Besök i maj.\nSamtycke finns.\nBesök i juni.\n");
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    aktkoll::base::files::replace(&folder.join(name), text.as_bytes()).unwrap();
}

fn open_at(folder: &Path, setup: Setup) -> Sitting {
    let mut sitting = setup.open();
    with_files(&mut sitting, folder);
    sitting
}

/// Lets the files of a sitting's cases lie in a folder.
pub(super) fn with_files(sitting: &mut Sitting, folder: &Path) {
    let origin = Origin { path: folder.to_owned(), ..Origin::default() };
    let source = Source::open(&origin, &sitting.model().protocol().documents, "prov").unwrap();
    sitting.screen.program.file.has_source = true;
    sitting.screen.documents = Some(documents::of(source));
}

fn open(folder: &Path, size: (u16, u16)) -> Sitting {
    open_at(folder, Setup { size, ..Setup::default() })
}

/// The first line of the text that is shown.
fn first_line(sitting: &mut Sitting) -> String {
    let frame = sitting.frame();
    let title = frame.lines().position(|line| line.contains(" av 2") && line.contains("rad ")).unwrap();
    frame.lines().nth(title + 1).unwrap().trim_start_matches(['▶', '█', ' ']).to_owned()
}

#[test]
fn one_key_goes_through_beside_and_whole_and_off() {
    let files = files();
    let mut sitting = open(files.path(), (120, 40));
    let usual = sitting.frame();
    for (extent, shows_list) in [(Extent::Beside, true), (Extent::Whole, false)] {
        sitting.keys("<f2>");
        assert_eq!(sitting.model().file.extent, extent);
        sitting.shows("Rad 1 om stödet");
        assert_eq!(sitting.frame().contains("Vilket utfall?"), shows_list, "{}", sitting.frame());
    }
    sitting.keys("<f2>");
    assert_eq!(sitting.frame(), usual);
    let mut low = open(files.path(), (80, 24));
    low.keys("<f2>");
    assert_eq!(low.frame().lines().filter(|line| line.contains("om stödet")).count(), 18, "{}", low.frame());
    low.keys("<f2>");
    assert_eq!(low.model().file.extent, Extent::Off);
}

#[test]
fn where_nobody_says_where_the_files_are_the_key_says_how() {
    let mut sitting = Sitting::typed("<f2>");
    sitting.shows("--files");
    assert_eq!(sitting.model().file.extent, Extent::Off);
}

#[test]
fn half_pages_down_and_answers_leave_the_first_line_where_it_is() {
    let files = files();
    let mut sitting = open(files.path(), (80, 24));
    sitting.keys(&("<f2>".to_owned() + &"<ctrl-d>".repeat(3)));
    assert_eq!(first_line(&mut sitting), "Rad 28 om stödet i vardagen");
    for keys in ["j", "u", "j", "<down>", "1"] {
        sitting.keys(keys);
        assert_eq!(first_line(&mut sitting), "Rad 28 om stödet i vardagen", "{keys}");
    }
    sitting.keys(&"<ctrl-d>".repeat(30));
    assert_eq!(first_line(&mut sitting), "Rad 83 om stödet i vardagen");
    sitting.keys(&"<ctrl-u>".repeat(30));
    assert_eq!(first_line(&mut sitting), "Rad 1 om stödet i vardagen");
}

#[test]
fn every_document_keeps_its_place_and_a_case_without_a_file_says_so() {
    let files = files();
    let mut sitting = open(files.path(), (80, 24));
    sitting.keys("<f2><ctrl-d>");
    let plan = first_line(&mut sitting);
    sitting.keys("<f4>");
    sitting.shows("Samtycke finns.");
    sitting.keys("<f4>");
    assert_eq!(first_line(&mut sitting), plan);
    sitting.keys("<pagedown>");
    sitting.shows("Det finns ingen akt till ärendet.");
    sitting.keys("<pageup>");
    assert_eq!(first_line(&mut sitting), plan);
}

#[test]
fn what_is_looked_for_is_found_over_the_documents() {
    let files = files();
    let mut sitting = open(files.path(), (80, 24));
    sitting.keys("<f2><f3>RAD 9<enter>");
    assert_eq!(sitting.model().file.place(sitting.model().case).here, 8);
    sitting.shows("1/11: ”rad 9”");
    sitting.keys("<ctrl-n>");
    sitting.shows("2/11: ”rad 9”");
    assert_eq!(sitting.model().file.place(sitting.model().case).here, 89);
    sitting.keys("<ctrl-p>");
    assert_eq!(sitting.model().file.place(sitting.model().case).here, 8);
    sitting.keys("<f3>samtycke<enter><ctrl-n>");
    sitting.shows("▶ Samtycke finns.");
    sitting.keys("<ctrl-n>");
    sitting.shows("Det finns inga fler ställen");
    sitting.keys("<esc>");
    assert_eq!(sitting.model().file.query, None);
}

#[test]
fn a_key_of_the_file_is_never_an_answer() {
    let files = files();
    let mut sitting = open(files.path(), (80, 24));
    sitting
        .keys("<f2><ctrl-d><ctrl-u><ctrl-e><ctrl-y><f4><f5><ctrl-e><f5><f6><f7><f8><ctrl-n><ctrl-p><f3>a<enter><f2>");
    assert!(sitting.screen.saver.log.is_empty());
}

#[test]
fn the_place_is_noted_without_a_word_of_the_file() {
    let files = files();
    let mut sitting = open(files.path(), (80, 24));
    sitting.keys("<f2><ctrl-e><ctrl-e>b");
    let written: Vec<_> = sitting.screen.saver.log.iter().map(|line| line.value.clone()).collect();
    assert_eq!(written, ["plan, rad 3"]);
}

#[test]
fn every_size_and_form_shows_the_file_or_says_it() {
    let files = files();
    for size in [(60, 15), (80, 24), (100, 30), (120, 40), (160, 50), (200, 60)] {
        for lang in [Lang::Sv, Lang::En] {
            let mut sitting = open_at(files.path(), Setup { lang, size, ..Setup::default() });
            sitting.keys("<f2>");
            sitting.shows("Rad 1 om stödet");
            sitting.shows("Finns en plan?");
        }
    }
}

#[test]
fn what_is_marked_is_written_with_the_answer_and_shown_again() {
    let files = files();
    let mut sitting = open(files.path(), (80, 24));
    sitting.keys("<f2><ctrl-e><ctrl-e><f5><ctrl-e><f5>");
    sitting.shows("█ Rad 3 om");
    sitting.keys("<f4><f5>j");
    let lines: Vec<_> = sitting.screen.saver.log.iter().map(|line| (line.op, line.item.clone())).collect();
    let evidence = |item: &str| (Op::Evidence, item.to_owned().into());
    assert_eq!(lines, [evidence("plan:3-4"), evidence("journal:1-1"), (Op::Answer, "".into())]);
    assert!(sitting.model().file.marked.is_empty(), "the next answer has none");
    sitting.keys("<home><f6>");
    sitting.shows("▶ Rad 3 om");
    sitting.shows("● Rad 4 om");
    sitting.keys("<f6>");
    sitting.shows("▶ Besök i maj.");
}

#[test]
fn marks_are_let_go_and_end_with_the_case() {
    let files = files();
    let mut sitting = open(files.path(), (80, 24));
    sitting.keys("<f2><f5><esc>j");
    assert_eq!(sitting.screen.saver.log.len(), 1);
    sitting.keys("<f5><f5><pagedown>j");
    let ops: Vec<_> = sitting.screen.saver.log.iter().map(|line| line.op).collect();
    assert_eq!(ops, [Op::Answer, Op::Answer]);
}

#[test]
fn a_quote_begins_with_what_is_marked_and_names_in_it_are_masked() {
    let files = files();
    let text = "Hon bor med Gunnel i huset.\nGunnel hjälper till.\n";
    write(files.path(), "BRO-02_plan.txt", text);
    let mut sitting = open(files.path(), (80, 24));
    sitting.keys("<pagedown><f2><ctrl-e><f5>\"<enter>");
    assert_eq!(sitting.screen.saver.log[0].value, "X hjälper till.");
}

#[test]
fn lines_that_are_heard_are_said_as_they_are_gone_over() {
    let files = files();
    let mut sitting = open_at(files.path(), Setup { form: Form::Lines, ..Setup::default() });
    sitting.keys("<f2><f4><ctrl-e>");
    sitting.screen.said.clear();
    sitting.keys("<ctrl-e>");
    assert!(sitting.screen.said.contains("Rad 3: Besök i juni."), "{}", sitting.screen.said);
    sitting.screen.said.clear();
    sitting.keys("<f4><ctrl-d>");
    assert!(sitting.screen.said.contains("Rad 2 om stödet i vardagen Rad 3 om stödet"), "{}", sitting.screen.said);
}

#[test]
fn the_file_is_offered_in_the_footer_only_where_there_is_one() {
    let files = files();
    let mut sitting = open(files.path(), (80, 24));
    sitting.shows("F2 akten");
    sitting.keys("<f2>");
    sitting.shows("F5 markera");
    Setup::default().open().hides("F2");
}

#[test]
fn choices_in_their_one_row_can_be_clicked() {
    let files = files();
    let mut sitting = open(files.path(), (80, 24));
    sitting.keys("<f2>");
    let row = sitting.frame().lines().position(|line| line.contains("j Ja")).unwrap();
    for (place, choice) in sitting.model().asked().unwrap().choices().to_vec().iter().enumerate() {
        let line: Vec<char> = sitting.frame().lines().nth(row).unwrap().chars().collect();
        let wanted: Vec<char> = choice.label.chars().collect();
        let column = line.windows(wanted.len()).position(|part| part == wanted).unwrap();
        let hit = hit::at(sitting.model(), u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
        assert_eq!(hit, Some(hit::Target::Choice(place)));
    }
}

/// A protocol of one question with so many choices.
pub(super) fn of_choices(most: usize) -> String {
    let choice = |n: usize| format!("{{ id = \"c{n}\", label = \"Svar nummer {n} av alla\" }}");
    let choices: Vec<String> = (1..=most).map(choice).collect();
    let start = PROTOCOL.split("[[question]]").next().unwrap();
    format!("{start}[[question]]\nid = \"q\"\narea = \"A\"\ntext = \"Vad?\"\nchoices = [{}]\n", choices.join(", "))
}

#[test]
fn every_choice_that_can_be_given_is_seen_or_counted() {
    let files = files();
    let open = |most, size| {
        let mut sitting = open_at(files.path(), Setup { protocol: of_choices(most), size, ..Setup::default() });
        sitting.keys("<f2>");
        sitting
    };
    for size in [(80, 24), (60, 15)] {
        let mut sitting = open(12, size);
        (1..=12).for_each(|n| sitting.shows(&format!("Svar nummer {n} av alla")));
        sitting.shows("Rad 1 om");
    }
    let mut sitting = open(40, (60, 15));
    sitting.shows("30 svar till. Utan filen (F2) visas alla.");
}

#[test]
fn of_a_line_that_began_above_the_page_the_mark_is_seen() {
    let files = files();
    write(files.path(), "BRO-02_plan.txt", &"ord ".repeat(2000));
    let mut sitting = open(files.path(), (80, 24));
    sitting.keys("<pagedown><f2><ctrl-d>");
    assert_eq!(sitting.model().file.place(sitting.model().case).here, 0);
    sitting.shows("▶ ord");
}

#[test]
fn a_line_of_a_million_characters_is_read_page_by_page() {
    let files = files();
    let words: Vec<String> = (0..150_000).map(|n| format!("ord{n:04}")).collect();
    write(files.path(), "BRO-02_plan.txt", &words.join(" "));
    let mut sitting = open(files.path(), (80, 24));
    sitting.keys("<pagedown><f2>");
    sitting.shows("ord0000");
    sitting.keys(&"<ctrl-d>".repeat(4));
    // Nine words of eight columns in a row, and half of the eighteen rows four times.
    sitting.shows(&format!("ord{:04}", 9 * 9 * 4));
    sitting.hides(&format!("ord{:04} ", 9 * 9 * 4 - 1));
    sitting.keys(&"<ctrl-u>".repeat(4));
    sitting.shows("ord0000");
}

#[test]
fn the_words_of_the_question_are_marked_counted_and_walked_through_in_its_document_first() {
    let files = files();
    let protocol =
        PROTOCOL.replace("text = \"Finns en plan?\"", "text = \"Finns en plan?\"\nlook_for = [\"rad\", \"besök*\"]");
    let protocol = protocol.replace("document = \"plan\"\ntext = \"Finns", "document = \"journal\"\ntext = \"Finns");
    let mut sitting = open_at(files.path(), Setup { protocol, size: (120, 40), ..Setup::default() });
    sitting.keys("<f2>");
    sitting.shows("1/100: rad, besök*");
    assert_eq!(sitting.model().file.place(sitting.model().case), Place::default(), "nothing moves by itself");
    sitting.keys("<ctrl-n>");
    sitting.shows("1/2: rad, besök*");
    sitting.shows("▶ Besök i maj.");
    sitting.keys("<ctrl-n>");
    sitting.shows("▶ Besök i juni.");
    sitting.keys("<ctrl-n>");
    sitting.shows("▶ Rad 1 om");
    sitting.keys("<ctrl-p>");
    sitting.shows("▶ Besök i juni.");
    sitting.keys("<down>");
    sitting.hides("besök*");
}

#[test]
fn an_answer_given_without_marks_has_no_place_of_an_earlier_one() {
    let files = files();
    let found = |keys: &str| {
        let mut sitting = open(files.path(), (80, 24));
        sitting.keys("<f2><f5><ctrl-e>j");
        sitting.keys(keys);
        let model = sitting.model();
        model.study.answers.evidence(model.perspective(), model.case, QuestionIx::new(0)).len()
    };
    assert_eq!(found(""), 1);
    assert_eq!(found("<home>n"), 0);
    assert_eq!(found("un"), 0);
    assert_eq!(found("<home><backspace>n"), 0);
    assert_eq!(found("<home>n<home><f5><f5>n"), 1, "marked anew, also where the same lines are");
}

#[test]
fn marks_that_no_answer_has_saved_are_told_when_the_case_is_left() {
    let files = files();
    let mut sitting = open(files.path(), (80, 24));
    sitting.keys("<f2><f5><f5><f5><f5>");
    assert_eq!(sitting.model().file.marked.len(), 1, "one line is marked once");
    sitting.keys("<pagedown>");
    sitting.shows("är inte markerat längre");
}

#[test]
fn all_that_cannot_be_shown_of_a_document_is_told() {
    let files = files();
    // A character that is none in the one byte of its own, in a text that is else of another encoding.
    aktkoll::base::files::replace(&files.path().join("BRO-02_plan.txt"), b"R\xe4tt \x81 h\xe4r\n").unwrap();
    let mut sitting = open(files.path(), (120, 40));
    sitting.keys("<pagedown><f2>");
    let notices = sitting.model().file.whole(sitting.model().case).unwrap().notices.clone();
    assert!(!notices.is_empty());
    for notice in &notices {
        let text = sitting.model().words.say(notice);
        sitting.shows(text.split_inclusive('.').next().unwrap());
    }
}
