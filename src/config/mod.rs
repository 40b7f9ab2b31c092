//! The reader's own choices in `config.toml`, and where the files of the reader lie.

mod diagnostic;
pub mod folders;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub(crate) use diagnostic::Located;
pub use diagnostic::{Diagnostic, nearest};

use crate::export::citation::{Style, Template};

/// The file as it is without the reader: every line says what it is for.
pub const DEFAULT: &str = include_str!("default.toml");

/// What can stand in the file.
const NAMES: [&str; 2] = ["cite", "citations"];

/// The reader's choices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// How a passage is copied.
    cite: Style,
    /// The reader's own templates.
    citations: BTreeMap<String, Template>,
}

impl Config {
    /// The file's path, where there is a place for it.
    #[must_use]
    pub fn path() -> Option<PathBuf> {
        folders::configuration().map(|folder| folder.join("config.toml"))
    }

    /// Reads `config.toml`; what is wrong with it is told, and the rest of it holds. Without a file nothing is chosen.
    #[must_use]
    pub fn of_environment() -> (Self, Vec<Diagnostic>) {
        let Some(path) = Self::path() else { return (Self::default(), Vec::new()) };
        let file = path.to_string_lossy();
        match fs::read_to_string(&path) {
            Ok(text) => Self::read(&file, &text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (Self::default(), Vec::new()),
            Err(error) => (Self::default(), vec![Diagnostic { file: file.into_owned(), line: 0, message: error.to_string() }]),
        }
    }

    /// Reads a file's text.
    #[must_use]
    pub fn read(file: &str, text: &str) -> (Self, Vec<Diagnostic>) {
        let mut located = Located::new(file, text);
        let mut config = Self::default();
        match DeTable::parse(text) {
            Ok(table) => config.read_table(table.get_ref(), &mut located),
            Err(error) => located.report(error.span(), error.message()),
        }
        (config, located.into_diagnostics())
    }

    fn read_table(&mut self, table: &DeTable<'_>, located: &mut Located<'_>) {
        for (name, _) in table.iter().filter(|(name, _)| !NAMES.contains(&name.get_ref().as_ref())) {
            located.unknown(name.span(), "setting", name.get_ref(), NAMES.into_iter());
        }
        match table.get("citations").map(|value| (value, value.get_ref())) {
            Some((_, DeValue::Table(citations))) => self.read_citations(citations, located),
            Some((value, _)) => located.report(Some(value.span()), "`citations` is a table of templates by name"),
            None => {}
        }
        if let Some(cite) = table.get("cite") {
            self.read_cite(cite, located);
        }
    }

    fn read_citations(&mut self, citations: &DeTable<'_>, located: &mut Located<'_>) {
        for (name, value) in citations {
            let name_text = name.get_ref().as_ref();
            if Style::named(name_text).is_some() {
                located.report(Some(name.span()), &format!("`{name_text}` is built in; give your own another name"));
                continue;
            }
            match value.get_ref().as_str().map(Template::parse) {
                Some(Ok(template)) => drop(self.citations.insert(name_text.to_owned(), template)),
                Some(Err(problem)) => located.report(Some(value.span()), &format!("`{name_text}`: {problem}")),
                None => located.report(Some(value.span()), &format!("`{name_text}`: a template is a text")),
            }
        }
    }

    fn read_cite(&mut self, cite: &Spanned<DeValue<'_>>, located: &mut Located<'_>) {
        let name = cite.get_ref().as_str().unwrap_or_default();
        match self.style(Some(name)) {
            Ok(style) => self.cite = style,
            Err(_) => located.unknown(cite.span(), "citation", name, self.style_names().into_iter()),
        }
    }

    /// The style of a name, built in or the reader's own; without a name the one that was chosen.
    ///
    /// # Errors
    /// For a name that there is not: what is wrong, with the nearest name.
    pub fn style(&self, name: Option<&str>) -> Result<Style, String> {
        let Some(name) = name else { return Ok(self.cite.clone()) };
        let own = || self.citations.get(name).cloned().map(Style::Own);
        Style::named(name).or_else(own).ok_or_else(|| {
            let names = self.style_names();
            let hint = nearest(name, names.iter().copied()).map(|near| format!("; did you mean `{near}`?"));
            hint.map_or_else(
                || format!("no citation is called `{name}`; there are {}", names.join(", ")),
                |hint| format!("no citation is called `{name}`{hint}"),
            )
        })
    }

    fn style_names(&self) -> Vec<&str> {
        Style::NAMES.into_iter().chain(self.citations.keys().map(String::as_str)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_file_is_right_and_chooses_nothing() {
        assert_eq!(Config::read("config.toml", DEFAULT), (Config::default(), Vec::new()));
        // So are the examples in it.
        let examples = DEFAULT.replace("# footnote", "footnote").replace("# wiki", "wiki").replace("\"plain\"", "\"wiki\"");
        let (config, problems) = Config::read("config.toml", &examples);
        assert_eq!(problems, []);
        assert_eq!(config.style(None), config.style(Some("wiki")));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_the_rest_holds() {
        let text = "cite = \"plian\"\nlanguage = 1\n[citations]\nshort = \"{titel}\"\nplain = \"{title}\"\ngood = \"{title}\"\nbad = 1\n";
        let (config, problems) = Config::read("config.toml", text);
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(said[0], "config.toml:1: no citation is called `plian`; did you mean `plain`?");
        assert_eq!(said[1], "config.toml:2: no setting is called `language`");
        assert!(said[2].starts_with("config.toml:4: `short`: no field is called `titel`; there are words"), "{said:?}");
        assert_eq!(said[3], "config.toml:5: `plain` is built in; give your own another name");
        assert_eq!(said[4], "config.toml:7: `bad`: a template is a text");
        assert_eq!(said.len(), 5);
        assert!(config.style(Some("good")).is_ok());
        assert_eq!(config.style(Some("markdwon")).unwrap_err(), "no citation is called `markdwon`; did you mean `markdown`?");
        assert_eq!(config.style(Some("x")).unwrap_err(), "no citation is called `x`; there are plain, markdown, bibtex, csl-json, good");
    }
}
