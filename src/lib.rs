//! *aktkoll*: rapid, structured case-file review in the terminal. One key per answer, every answer one durable line.
//!
//! # One key press, one direction
//!
//! ```text
//!  terminal ──▶ Msg::Key ──▶ update(&mut Model, Msg) ──▶ Effect::Record(draft) ──▶ ledger: append, sync, check
//!  tui/decode     tui/msg        tui/update                  tui/effect            tui/saver, ledger/writer
//!                                                                                          │
//!   frame ◀── view(&Model) ◀── Model{answers, tally} ◀── update ◀── Msg::Recorded(entry) ◀─┘
//!  tui/backend  tui/view    tui/model, answers, tally  tui/update
//!                                         ▲
//!   start: segments ──entries─────────────┘   the same fold: answers
//!          ledger/reader
//! ```
//!
//! An answer key changes no answer. It asks for a line to be recorded; only when the line is on the disk do answers,
//! tally and cursor move. So what is not on disk is not on screen, nothing is ever rolled back, and a start replays
//! what happened with the function that ran live.
//!
//! The loop in [`tui::runtime`] waits on one channel with four producers: the terminal ([`tui::terminal`]), the thread
//! that saves ([`tui::saver`]), signals, and the study folder for what others write ([`tui::watch`]); what passes between
//! them stands in [`tui::event`]. There are no ticks. [`tui::update`] and everything below it know no clock, disk, terminal, chance or environment: those stand in
//! [`world`], [`files`] and [`ledger::storage`].
//!
//! # The screen
//!
//! ```text
//!  Home support · Robin            NOR-02 · North · Women · 30–39 years    view.rs: the title
//!  North           │Self-determination
//!  ● NOR-01        │ ▶  1 Does the assessment say what the person wants?  view/body.rs, page/cases.rs:
//! ▶○ NOR-02        │    2 Is consent to contact others documented?          the case list
//!  ● NOR-03        │Safety and fair process                               page/questions.rs: the questions
//!  ○ NOR-04        │    3 Is there a current support plan?
//!  ● NOR-05        ├──────────────────────────────────────────────────
//!  ○ NOR-06        │ 1 Does the assessment say what the person wants?
//!  ● NOR-07        │   See: assessment, case notes                        page/panel.rs: the open question
//!  ○ NOR-08        │     y Yes     wishes and resources are described
//!  ● NOR-09        │     n No      none of them is
//! ─────────────────┴──────────────────────────────────────────────────
//!  So far, question 1          Yes       Partly           No      Base     page/tallies.rs: the tally
//!  Women                  12  60 %      6  30 %      2  10 %        20
//!  Men                    10  50 %      7  35 %      3  15 %        20
//!  Total                  22  55 %     13  33 %      5  13 %        40
//!  space next  c comment  u undo  / find  ? help             Saved ✓      view/footer.rs: keys, notices
//! ```
//!
//! What lies over the questions (help, lists, text lines, the page that closes a case) is a [`tui::dialog`], drawn by
//! `view/overlay.rs` from `page/choices.rs`, `page/summary.rs` and `page/trail.rs`.
//!
//! # The source
//!
//! Arrows point down only: a module uses those below it.
//!
//! ```text
//! main.rs              reads the arguments, runs, tells what went wrong
//! cli.rs               the command line
//! command.rs           one file per command, each a short story over the core
//! tui.rs               model, update, view, page, runtime, terminal
//! keymap.rs key.rs     modes, actions and keys
//! ── core: knows no terminal ──────────────────────────────────────────────
//! report.rs            the report, its sections and formats
//! strength.rs          strengths, development areas, quotes for the report
//! compare.rs           two studies side by side; several, area by area
//! export.rs            other programs' files
//! progress.rs          how far it is coded, and the places that want a look
//! drift.rs             whether coders agree less with time, or answer otherwise than the others
//! double.rs            what several coders answered about the same cases: how alike, where they differ, gold cases
//! study.rs             opens a folder: protocol + cases + ledger → answers
//! tally.rs             counts, bases, percents, sentences; small counts hidden
//! answers.rs           the fold
//! ledger.rs            lines, chain, segments, writer, reader, verify
//! agreement.rs         how far coders agree: percent, kappa, alpha, AC1
//! proportion.rs        intervals, the size of a sample, two groups compared
//! number.rs            log-factorials, the t distribution
//! sample.rs            stratified draws, who codes what
//! case.rs              the case list, and answers coded elsewhere
//! protocol.rs          questions, scales, conditions; all faults at once
//! identity.rs          personal numbers and names in texts
//! search.rs            fuzzy finding
//! table.rs             rows under a header, from a text or a sheet
//! spreadsheet.rs       the rows of XLSX and ODS files, within bounds
//! paths.rs files.rs world.rs    folders, files, and the rest of the world
//! fault.rs language.rs text.rs slug.rs digest.rs nearest.rs    faults, words, characters
//! ```

pub mod analysis;
pub mod base;
pub mod cli;
pub mod exchange;
pub mod report;
pub mod statistics;
pub mod study;
pub mod tui;
