//! The screen at its start: where the coder left, and what there is to do.

use super::file_pane::FilePane;
use super::list::Show;
use super::model::{By, Cache, Coder, Focus, Look, Model, Order, Progress, Repeat, Saving, Task};
use super::update::{open_case, rows, turns};
use crate::base::language::Words;
use crate::base::text::width;
use crate::study::answers::undo::Stacks;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::ledger::entry::Round;
use crate::study::{Study, Tallies};
use crate::tui::keymap::Keymap;
use typed_index_collections::TiVec;

/// What a screen is opened with.
pub struct Opening {
    /// The study.
    pub study: Study,
    /// Who codes.
    pub coder: Coder,
    /// In which round.
    pub round: Round,
    /// Whether answers can be given.
    pub writable: bool,
    /// The words of the interface.
    pub words: Words,
    /// The keys.
    pub keymap: Keymap,
    /// How it is drawn.
    pub look: Look,
    /// The time zone in which times are shown.
    pub zone: jiff::tz::TimeZone,
    /// When the sitting begins, where the coder wants to see the own pace.
    pub pace: Option<jiff::Timestamp>,
    /// When the tally shows.
    pub tallies: Tallies,
    /// Whether a mouse is heard.
    pub mouse: bool,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Where the coder left: case and question.
    pub place: Option<(CaseIx, Option<QuestionIx>)>,
}

/// What stands beside an id in the case list: where one is, how far the case is, and its marks.
const BESIDE: usize = 8;

/// The columns that the longest line of the case list needs.
fn widest(study: &Study) -> u16 {
    let ids = study.cases.files().map(|case| width(&study.cases.cases.at(case).id) + BESIDE);
    let units = study.units().into_iter().map(|unit| width(study.unit_label(unit)) + 2);
    u16::try_from(ids.chain(units).max().unwrap_or(0)).unwrap_or(u16::MAX)
}

impl Model {
    /// The screen at its start.
    pub fn new(opening: Opening) -> Self {
        let (place, is_consensus) = (opening.place, opening.round == Round::Consensus);
        let mut model = Self::unplaced(opening);
        model.case_order = turns(&model);
        model.recompute_all_progress();
        let assigned = !model.study.cases.shares.is_empty() || model.round().is_blind();
        model.show = if assigned && model.progress.own > 0 { Show::Mine } else { Show::All };
        model.rows = rows(&model, &model.show);
        let mut own = model.case_order.iter().copied().filter(|&case| model.is_mine(case));
        let open = own.clone().find(|&case| !model.is_done(case)).or_else(|| own.next());
        let (case, question) = place.unwrap_or((open.unwrap_or(0.into()), None));
        open_case(&mut model, case, question);
        if is_consensus {
            model.resolve(&Round::BLIND);
        }
        model
    }

    /// The screen before any case is open.
    fn unplaced(opening: Opening) -> Self {
        let Opening { study, coder, round, writable, words, keymap, look, zone, pace, mouse, tallies, size, place: _ } =
            opening;
        Self {
            stacks: Stacks::of(&study.answers, &coder.slug, round),
            question_order: Vec::new(),
            sets: Vec::new(),
            tallies,
            by: if study.protocol.sex().is_some() { By::Sex } else { By::Unit },
            cells: TiVec::new(),
            case_order: Vec::new(),
            rows: Vec::new(),
            widest: widest(&study),
            progress: Progress::default(),
            cache: Cache::default(),
            show: Show::All,
            cursor: 0,
            case: 0.into(),
            question: 0.into(),
            panel: 0,
            is_covered: false,
            focus: Focus::Questions,
            order: Order::File,
            dialog: None,
            return_point: None,
            repeat: Repeat::None,
            last: None,
            next: None,
            files: String::new(),
            settings: Vec::new(),
            file: FilePane::default(),
            saving: Saving::Idle,
            written: Vec::new(),
            notice: None,
            pending_confirmation: None,
            // Who settles differences comes from the first coding.
            task: Task::Code { round: if round == Round::Consensus { Round::First } else { round }, work_list: None },
            study,
            coder,
            writable,
            words,
            keymap,
            look,
            zone,
            pace,
            mouse,
            pressed: None,
            size,
        }
    }
}
