//! What lies over the questions: pages, lists, and lines to write.

use super::body::page_top;
use super::{put, rule};
use crate::analysis::reliability::spot_frame::USUAL;
use crate::base::text::{fit, visible, visible_lines, width, wrap};
use crate::msg;
use crate::study::answers::discussion::REPLY;
use crate::study::answers::escalation::MANAGER;
use crate::study::ledger::entry::Op;
use crate::study::protocol::Per;
use crate::tui::dialog::{Choice, Dialog, Field, Hit, ListKind, SearchScope};
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;
use crate::tui::presenter::{
    alike, choice_line, choices, completions, detail, help, history, hit_line, item_detail, item_of, line, names,
    panel, spot_page, status, summary, tally_page, thread_page,
};
use crate::tui::theme::{Mark, Tone};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use tui_input::Input;

/// Draws a dialog over the body and gives the place of its cursor.
pub(crate) fn draw(model: &Model, dialog: &Dialog, frame: &mut Frame<'_>, area: Rect) -> Position {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let columns = usize::from(inner.width);
    let words = &model.words;
    match dialog {
        Dialog::Summary { cursor } => {
            let (head, body) = summary(model, columns);
            listed(model, frame, inner, &summary_title(model), head, &body, *cursor)
        }
        Dialog::Tally { top } => {
            scrolled(model, frame, inner, &figures(model, "title-tally"), &tally_page(model, columns), *top)
        }
        Dialog::Progress { cursor } => {
            let body: Vec<Line<'_>> = status(model, columns).into_iter().map(|(line, _)| line).collect();
            // Others' lines may have made it shorter.
            let cursor = (*cursor).min(body.len().saturating_sub(1));
            listed(model, frame, inner, &figures(model, "title-progress"), Vec::new(), &body, cursor)
        }
        Dialog::History { top } => {
            let asked = model.asked().map_or("", |asked| asked.text.as_str());
            scrolled(model, frame, inner, asked, &history(model, columns), *top)
        }
        Dialog::Spot { top } => {
            scrolled(model, frame, inner, &words.get("title-spot"), &spot_page(model, columns), *top)
        }
        Dialog::Help { mode, top, .. } => {
            scrolled(model, frame, inner, &words.get("title-help"), &help(model, *mode, columns), *top)
        }
        Dialog::Choose { about, cursor } => {
            let title = choice_title(model, *about);
            let body: Vec<Line<'_>> =
                choices(model, *about).iter().enumerate().map(|(at, choice)| row(model, at, choice, columns)).collect();
            // Others' lines may have made it shorter.
            let cursor = (*cursor).min(body.len().saturating_sub(1));
            listed(
                model,
                frame,
                inner,
                &title,
                detail(model, *about, choices(model, *about).get(cursor), columns),
                &body,
                cursor,
            )
        }
        Dialog::Find { realm, input, hits, cursor } => find(model, frame, inner, (*realm, input), hits, *cursor),
        Dialog::Write { field, input } => write(model, frame, inner, field, input),
    }
}

/// A line of a list: numbered, but where the list has headings or marks of its own.
fn row(model: &Model, at: usize, choice: &Choice, columns: usize) -> Line<'static> {
    let text = choice_line(model, choice);
    let (tone, text) = match choice {
        Choice::Group(_) => (Tone::Heading, text),
        Choice::Item(_) | Choice::Own(..) => (Tone::Plain, format!("  {text}")),
        Choice::Quote(_) | Choice::Difference(_) | Choice::Agreement(_) | Choice::Differing(..) => (Tone::Plain, text),
        _ => (Tone::Plain, format!(" {:>2} {text}", at + 1)),
    };
    line(model, tone, fit(&text, columns))
}

/// The title of a page with figures, which says where they lack something.
fn figures(model: &Model, title: &'static str) -> String {
    let title = model.words.get(title);
    let is_whole = model.study.left_out.exit.is_none();
    if is_whole { title } else { model.words.say(&msg!("title-incomplete", title = title)) }
}

/// What there is to choose.
fn choice_title(model: &Model, about: ListKind) -> String {
    let words = &model.words;
    match about {
        ListKind::Answers => words.say(&msg!("title-answers", n = model.number(model.question))),
        ListKind::Flag => words.get("title-flag"),
        ListKind::Take => {
            let owner = model.study.answers.owner(model.case).unwrap_or_default();
            words.say(&if model.study.answers.is_closed(model.case) {
                msg!("title-take-closed", coder = owner)
            } else {
                msg!("title-take", coder = owner)
            })
        }
        ListKind::Show => words.get("title-show"),
        ListKind::Marks => words.get("title-marks"),
        ListKind::Strengths => figures(model, "title-strengths"),
        ListKind::Quotes => words.get("title-quotes"),
        ListKind::Differences => words.get("title-differences"),
        ListKind::Source(_) => words.get("title-source"),
        ListKind::Agreement => figures(model, "title-agreement"),
        ListKind::Differing(question) => {
            words.say(&msg!("title-differing", n = model.number(question), alike = alike(model, question)))
        }
        ListKind::Rules => words.say(&msg!("title-rules", n = model.number(model.question))),
        ListKind::Spellings => words.say(&msg!("title-spellings", n = model.number(model.question))),
        ListKind::CountAs(text) => words.say(&msg!("title-count-as", text = model.study.answers.text(text))),
    }
}

/// What the closing page is about.
fn summary_title(model: &Model) -> String {
    model.words.get(if model.per() == Per::Case { "title-summary" } else { "title-summary-unit" })
}

/// A title, some lines, and a list with a cursor.
fn listed(
    model: &Model,
    frame: &mut Frame<'_>,
    area: Rect,
    title: &str,
    head: Vec<Line<'_>>,
    body: &[Line<'_>],
    cursor: usize,
) -> Position {
    let mut top = vec![line(model, Tone::Heading, fit(title, usize::from(area.width)))];
    top.extend(head);
    put(frame, area, &top);
    let used = u16::try_from(top.len()).unwrap_or(area.height).min(area.height);
    if used < area.height {
        rule(model, frame, Rect { y: area.y + used, height: 1, ..area }, None);
    }
    let used = (used + 1).min(area.height);
    let list = Rect { y: area.y + used, height: area.height - used, ..area };
    let first = page_top(cursor, usize::from(list.height), body.len());
    put(frame, list, body.get(first..).unwrap_or(&[]));
    let row = list.y + u16::try_from(cursor.saturating_sub(first)).unwrap_or(0);
    if row < list.bottom() && !body.is_empty() {
        let style = model.look.style(Tone::Plain).add_modifier(ratatui::style::Modifier::REVERSED);
        frame.buffer_mut().set_string(area.x.saturating_sub(1), row, model.look.mark(Mark::Here), style);
        frame.buffer_mut().set_style(Rect { y: row, height: 1, ..list }, style);
    }
    Position::new(list.x, row.min(area.bottom().saturating_sub(1)))
}

/// A title and lines that scroll.
fn scrolled(model: &Model, frame: &mut Frame<'_>, area: Rect, title: &str, lines: &[Line<'_>], top: usize) -> Position {
    put(frame, area, &[line(model, Tone::Heading, fit(title, usize::from(area.width)))]);
    rule(model, frame, Rect { y: area.y + 1, height: 1, ..area }, None);
    let inner = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    // After the screen became wider the page may have fewer lines than were scrolled past.
    let top = top.min(lines.len().saturating_sub(1));
    put(frame, inner, lines.get(top..).unwrap_or(&[]));
    let left = lines.len().saturating_sub(top + usize::from(inner.height));
    if left > 0 {
        let more = format!("{} {left}", model.look.mark(Mark::More));
        let column = area.right().saturating_sub(u16::try_from(width(&more)).unwrap_or(0));
        frame.buffer_mut().set_string(column, area.y, more, model.look.style(Tone::Key));
    }
    Position::new(inner.x, inner.y)
}

/// A search line with its hits below.
fn find(
    model: &Model,
    frame: &mut Frame<'_>,
    area: Rect,
    (realm, input): (SearchScope, &Input),
    hits: &[Hit],
    cursor: usize,
) -> Position {
    let title = match realm {
        SearchScope::Study => model.words.get("title-find"),
        SearchScope::Actions => model.words.get("title-palette"),
    };
    let columns = usize::from(area.width);
    let shown = |hit| line(model, Tone::Plain, fit(&format!(" {}", hit_line(model, hit)), columns));
    let body: Vec<Line<'_>> = hits.iter().map(shown).collect();
    listed(model, frame, area, &format!("{title} {}", input.value()), Vec::new(), &body, cursor);
    let column = width(&title) + 1 + input.visual_cursor();
    Position::new(area.x + u16::try_from(column).unwrap_or(0).min(area.width.saturating_sub(1)), area.y)
}

/// What stands below the line being written: the texts that may be taken for it, the one that is taken next marked, or
/// the words in it that may be names.
fn offered(model: &Model, field: &Field, input: &Input, columns: usize) -> Vec<Line<'static>> {
    match field {
        Field::Answer { pick } => {
            let mark = |at: usize| if at == *pick { model.look.mark(Mark::Here) } else { " " };
            let texts = completions(model).into_iter().enumerate();
            let shown = |(at, text): (usize, String)| fit(&format!("{} {}", mark(at), visible(&text)), columns);
            texts.map(|text| line(model, Tone::Dim, shown(text))).collect()
        }
        Field::Text { .. } => {
            let found = names(model);
            let mut words: Vec<&str> = found.into_iter().filter_map(|place| input.value().get(place)).collect();
            words.dedup();
            let message = msg!("screen-names", names = words.join(", "), key = model.key(Mode::Text, Action::Mask));
            let lines = if words.is_empty() { Vec::new() } else { wrap(&model.words.say(&message), columns) };
            lines.into_iter().map(|text| line(model, Tone::Key, text)).collect()
        }
        Field::Name(_) | Field::Number | Field::Cases => Vec::new(),
    }
}

/// What there is to write.
fn write_title(model: &Model, field: &Field) -> String {
    match field {
        Field::Answer { .. } => model.words.get("title-answer"),
        Field::Name(text) => model.words.say(&msg!("title-count-as", text = text.as_str())),
        Field::Number => model.words.get("title-number"),
        Field::Cases => model.words.say(&msg!("title-cases", n = USUAL, key = model.key(Mode::Text, Action::Save))),
        Field::Text { op: Op::Quote, .. } => match model.study.cases.meeting(model.protocol(), model.case) {
            Some(meeting) => model.words.say(&msg!("title-quote-meeting", meeting = model.words.say(&meeting))),
            None => model.words.get("title-quote"),
        },
        Field::Text { op: Op::Item, .. } => model.words.get("title-item"),
        Field::Text { op: Op::Bookmark, .. } => model.words.get("title-bookmark"),
        Field::Text { op: Op::Drop, .. } => model.words.get("title-drop"),
        Field::Text { op: Op::Rule, .. } => model.words.say(&msg!("title-rule", n = model.number(model.question))),
        Field::Text { op: Op::Note, item, .. } if item == MANAGER => model.words.get("escalation-title"),
        Field::Text { op: Op::Note, item, .. } if item.starts_with(REPLY) => model.words.get("title-discussion"),
        Field::Text { question: Some(place), .. } if model.is_unreasoned(*place) => model.words.get("title-reason"),
        Field::Text { question: Some(place), .. } if model.resolving().is_some() => {
            model.words.say(&msg!("title-resolve-reason", n = model.number(*place)))
        }
        Field::Text { question: None, .. } => {
            model.words.say(&msg!("title-note-case", case_id = model.case_name(model.case)))
        }
        Field::Text { question: Some(place), .. } => model.words.say(&msg!("title-note", n = model.number(*place))),
    }
}

/// A line to write, under the question that it belongs to.
fn write(model: &Model, frame: &mut Frame<'_>, area: Rect, field: &Field, input: &Input) -> Position {
    let columns = usize::from(area.width).max(1);
    let title = write_title(model, field);
    let text = visible_lines(input.value());
    let before: String = input.value().chars().take(input.cursor()).collect();
    // A full stop stands for the cursor, so that a blank before it is not swallowed by the wrapping.
    let upto = wrap(&format!("{}.", visible_lines(&before)), columns);
    let written = wrap(&text, columns);
    let lines: Vec<Line<'_>> = written.into_iter().map(|text| line(model, Tone::Answer, text)).collect();
    let offered = offered(model, field, input, columns);
    let height = lines.len().max(upto.len());
    let title: Vec<Line<'_>> = wrap(&title, columns).into_iter().map(|text| line(model, Tone::Heading, text)).collect();
    let titled = u16::try_from(title.len()).unwrap_or(1);
    let wanted = u16::try_from(height + 1 + title.len() + offered.len()).unwrap_or(area.height).min(area.height);
    let split = area.height - wanted;
    let context = match field {
        Field::Text { op: Op::Note, item, .. } if item.starts_with(REPLY) => thread_page(model, columns, split.into()),
        _ => item_of(model).map_or_else(|| panel(model, columns), |item| item_detail(model, &item, columns)),
    };
    put(frame, Rect { height: split, ..area }, &context);
    let lower = Rect { y: area.y + split, height: wanted, ..area };
    rule(model, frame, Rect { height: 1, ..lower }, None);
    put(frame, Rect { y: lower.y + 1, height: titled.min(lower.height.saturating_sub(1)), ..lower }, &title);
    let below = u16::try_from(offered.len()).unwrap_or(0).min(lower.height.saturating_sub(2 + titled));
    put(frame, Rect { y: lower.bottom() - below, height: below, ..lower }, &offered);
    let field = Rect { y: lower.y + 1 + titled, height: lower.height.saturating_sub(1 + titled + below), ..lower };
    let skipped = upto.len().saturating_sub(usize::from(field.height).max(1));
    put(frame, field, lines.get(skipped..).unwrap_or(&[]));
    let row = field.y + u16::try_from(upto.len().saturating_sub(1 + skipped)).unwrap_or(0);
    let column = upto.last().map_or(0, |last| width(last).saturating_sub(1));
    Position::new(field.x + u16::try_from(column).unwrap_or(0), row.min(area.bottom().saturating_sub(1)))
}
