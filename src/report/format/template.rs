//! The templates: those that are shipped, and a user's own in their place.

use crate::base::fault::{Fault, Faults, Result};
use crate::msg;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Error, UndefinedBehavior, Value};
use serde::Serialize;

/// The shipped ones under their names.
pub const SHIPPED: [(&str, &str); 14] = [
    ("report.html", include_str!("page/report.html")),
    ("style.css", include_str!("../../base/style.css")),
    ("report.css", include_str!("page/report.css")),
    ("report.js", include_str!("page/report.js")),
    ("docx/[Content_Types].xml", include_str!("docx/[Content_Types].xml")),
    ("docx/_rels/.rels", include_str!("docx/_rels/.rels")),
    ("docx/docProps/core.xml", include_str!("docx/docProps/core.xml")),
    ("docx/word/_rels/document.xml.rels", include_str!("docx/word/_rels/document.xml.rels")),
    ("docx/word/charts/chart.xml", include_str!("docx/word/charts/chart.xml")),
    ("docx/word/document.xml", include_str!("docx/word/document.xml")),
    ("docx/word/footer.xml", include_str!("docx/word/footer.xml")),
    ("docx/word/numbering.xml", include_str!("docx/word/numbering.xml")),
    ("docx/word/settings.xml", include_str!("docx/word/settings.xml")),
    ("docx/word/styles.xml", include_str!("docx/word/styles.xml")),
];

/// A user's own template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// Which shipped one it takes the place of.
    pub name: &'static str,
    /// The file it was read from.
    pub file: String,
    /// Its text.
    pub text: String,
}

/// Templates ready to be filled.
pub struct Templates {
    environment: Environment<'static>,
    own: Vec<Own>,
}

impl Templates {
    /// The shipped templates, and a user's own ones in the place of some.
    pub fn new(own: Vec<Own>) -> Result<Self> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
            environment.set_syntax(syntax);
        }
        let mut templates = Self { environment, own };
        let mut faults = Vec::new();
        for (name, text) in SHIPPED {
            let own = templates.own.iter().find(|own| own.name == name).map(|own| own.text.clone());
            let added = match own {
                Some(text) => templates.environment.add_template_owned(name, text),
                None => templates.environment.add_template(name, text),
            };
            faults.extend(added.err().map(|error| templates.fault(name, &error)));
        }
        if faults.is_empty() { Ok(templates) } else { Err(Faults(faults)) }
    }

    /// A template filled with a report, or with a part of one.
    pub fn fill(&self, name: &str, page: &impl Serialize) -> Result<String> {
        let filled = self.environment.get_template(name).and_then(|template| template.render(Value::from(Serde(page))));
        filled.map_err(|error| self.fault(name, &error).into())
    }

    /// What is wrong with a template, where its author finds it.
    fn fault(&self, asked: &str, error: &Error) -> Fault {
        let name = error.name().unwrap_or(asked);
        let own = self.own.iter().find(|own| own.name == name);
        let file = own.map_or(name, |own| own.file.as_str());
        let cause =
            error.detail().map_or_else(|| error.kind().to_string(), |detail| format!("{}: {detail}", error.kind()));
        let fault = Fault::new(msg!("report-template", cause = cause)).hint(msg!("report-template-hint"));
        let line = error.line().unwrap_or(1);
        let source = own.and_then(|own| own.text.lines().nth(line.saturating_sub(1))).unwrap_or_default();
        fault.at(file, line, source, None)
    }
}
