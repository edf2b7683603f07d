//! The keys on a card of A5 to print and lay on the desk.

use super::{Keymap, Mode};
use crate::base::language::Words;

/// How the card looks on paper: two columns, nothing torn apart between them.
const STYLE: &str = "@page { size: A5 landscape; margin: 8mm }
body { font: 7.5pt/1.25 sans-serif; columns: 2; column-gap: 6mm; margin: 0; color: #000; background: #fff }
h1 { font-size: 11pt; margin: 0 0 1mm; column-span: all }
section { break-inside: avoid; margin-bottom: 1.5mm }
h2 { font-size: 8pt; margin: 0; border-bottom: 0.3mm solid #000 }
dl { display: grid; grid-template-columns: 24mm 1fr; gap: 0 2mm; margin: 0 }
dt { font-weight: bold }
dd { margin: 0 }
";

impl Keymap {
    /// The keys of the coding screen as a page of HTML, by what one wants to do.
    pub fn card(&self, words: &Words) -> String {
        let row = |(keys, help): &(String, String)| format!("<dt>{}</dt><dd>{}</dd>\n", escaped(keys), escaped(help));
        let section = |(title, rows): &(String, Vec<(String, String)>)| {
            let rows: String = rows.iter().map(row).collect();
            format!("<section><h2>{}</h2><dl>\n{rows}</dl></section>\n", escaped(title))
        };
        let sections: String = self.grouped(Mode::Code, words, |_| true).iter().map(section).collect();
        let (title, about) = (escaped(&words.get("keys-card")), escaped(&words.get("help-digits")));
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{title}</title>\n<style>\n{STYLE}</style></head>\n\
             <body>\n<h1>{title}</h1>\n{sections}<p>{about}</p>\n</body>\n</html>",
            words.lang().tag()
        )
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
