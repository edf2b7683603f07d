//! What the styles of a document say of the paragraphs and runs that have them.

use crate::base::fault::Result;
use crate::base::package::{Node, Package, attribute};
use std::collections::HashMap;

/// So many styles may stand on one another.
const DEPTH: usize = 12;

/// What a style says.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    based_on: Option<String>,
    pub(super) outline: Option<usize>,
    pub(super) is_title: bool,
    pub(super) is_hidden: bool,
    pub(super) is_struck: bool,
    pub(super) list: Option<usize>,
    pub(super) level: Option<usize>,
}

#[derive(Default)]
pub(super) struct Styles(HashMap<String, Look>);

impl Styles {
    pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Self> {
        let mut styles: HashMap<String, Look> = HashMap::new();
        let mut open: Option<(String, Look)> = None;
        package.walk(part, |node| {
            match (node, &mut open) {
                (Node::Start("style", element), _) => {
                    open = Some((attribute(element, "styleId").unwrap_or_default().into_owned(), Look::default()));
                }
                (Node::End("style"), _) => styles.extend(open.take()),
                (Node::Start(name, element), Some((_, look))) => {
                    let value = attribute(element, "val");
                    look.describe(name, value.as_deref());
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(Self(styles))
    }

    /// What a style and those that it stands on say.
    pub(super) fn of(&self, id: Option<&str>) -> Look {
        let mut look = Look::default();
        let mut next = id.and_then(|id| self.0.get(id));
        for _ in 0..DEPTH {
            let Some(style) = next else { break };
            look.outline = look.outline.or(style.outline);
            look.list = look.list.or(style.list);
            look.level = look.level.or(style.level);
            look.is_title |= style.is_title;
            look.is_hidden |= style.is_hidden;
            look.is_struck |= style.is_struck;
            next = style.based_on.as_ref().and_then(|id| self.0.get(id));
        }
        look
    }
}

impl Look {
    fn describe(&mut self, name: &str, value: Option<&str>) {
        let number = || value.and_then(|value| value.parse().ok());
        match name {
            "name" => {
                let name = value.unwrap_or_default().to_lowercase();
                self.is_title |= matches!(name.as_str(), "title" | "subtitle") || name.starts_with("heading ");
            }
            "basedOn" => self.based_on = value.map(str::to_owned),
            "outlineLvl" => self.outline = number(),
            "vanish" => self.is_hidden = is_on(value),
            "strike" | "dstrike" => self.is_struck = is_on(value),
            "numId" => self.list = number(),
            "ilvl" => self.level = number(),
            _ => {}
        }
    }
}

/// Whether a property says yes, as it does without a value.
pub(super) fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off"))
}
