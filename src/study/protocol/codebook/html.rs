//! The codebook as one HTML file to read, print and send: nothing is loaded, nothing runs.

use super::{Codebook, Entry, Fact, Section, Table};

const STYLE: &str = include_str!("../../../base/style.css");

impl Codebook {
    /// The codebook as HTML, which is well-formed XML too.
    pub fn html(&self) -> String {
        let mut out = Html(String::new());
        out.raw("<!DOCTYPE html>\n");
        out.raw(&format!("<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\" />\n", self.lang.tag()));
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
        out.raw("<meta name=\"color-scheme\" content=\"light dark\" />\n");
        out.element("title", &self.title);
        out.raw(&format!("<style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n"));
        out.element("h1", &self.title);
        out.facts(&self.facts);
        out.raw("</header>\n");
        self.contents(&mut out);
        out.raw("<main>\n");
        for (place, section) in self.sections.iter().enumerate() {
            out.section(place, section);
        }
        out.raw("</main>\n</body>\n</html>\n");
        out.0
    }

    fn contents(&self, out: &mut Html) {
        out.raw("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
        out.text(&self.contents);
        out.raw("</h2>\n<ul>\n");
        for (place, section) in self.sections.iter().enumerate() {
            out.raw(&format!("<li><a href=\"#s{place}\">"));
            out.text(&section.heading);
            out.raw("</a></li>\n");
        }
        out.raw("</ul>\n</nav>\n");
    }
}

/// HTML as it is written.
struct Html(String);

impl Html {
    /// Markup.
    fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Words: what could be markup in them is none. Quotes matter only in attributes, and no words stand there.
    fn text(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '\n' => self.0.push_str("<br />\n"),
                _ => self.0.push(c),
            }
        }
    }

    fn element(&mut self, name: &str, words: &str) {
        self.opened(name, name, words);
    }

    /// An element whose opening tag carries attributes.
    fn opened(&mut self, opening: &str, name: &str, words: &str) {
        self.raw(&format!("<{opening}>"));
        self.text(words);
        self.raw(&format!("</{name}>\n"));
    }

    fn facts(&mut self, facts: &[Fact]) {
        if facts.is_empty() {
            return;
        }
        self.raw("<dl>\n");
        for fact in facts {
            self.element("dt", &fact.name);
            self.element("dd", &fact.text);
        }
        self.raw("</dl>\n");
    }

    fn section(&mut self, place: usize, section: &Section) {
        self.raw(&format!("<section aria-labelledby=\"s{place}\">\n"));
        self.opened(&format!("h2 id=\"s{place}\""), "h2", &section.heading);
        self.facts(&section.facts);
        if let Some(table) = &section.table {
            self.table(&format!("s{place}"), table);
        }
        for (at, entry) in section.questions.iter().enumerate() {
            self.entry(&format!("s{place}q{at}"), entry);
        }
        self.raw("</section>\n");
    }

    fn entry(&mut self, label: &str, entry: &Entry) {
        self.raw(&format!("<article aria-labelledby=\"{label}\">\n<h3 id=\"{label}\">"));
        self.text(&format!("{} {} ", entry.number, entry.text));
        self.raw("<code>");
        self.text(&entry.id);
        self.raw("</code></h3>\n");
        if let Some(choices) = &entry.choices {
            self.table(label, choices);
        }
        self.facts(&entry.facts);
        self.raw("</article>\n");
    }

    /// A table called by the heading `label`.
    fn table(&mut self, label: &str, table: &Table) {
        self.raw(&format!("<table aria-labelledby=\"{label}\">\n<thead><tr>\n"));
        for head in &table.heads {
            self.opened("th scope=\"col\"", "th", head);
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.raw("<tr>\n");
            for cell in row {
                self.element("td", cell);
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n");
    }
}
