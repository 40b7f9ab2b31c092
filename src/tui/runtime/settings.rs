//! Keys and themes as the environment and the reader's own files want them.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::bidi::Direction;
use super::glyphs::{Glyphs, is_poor};
use super::terminal::Manners;
use crate::config::{Config, Diagnostic, folders, nearest};
use crate::export::citation::Style;
use crate::tui::keymap::Keymap;
use crate::tui::theme::depth::Depth;
use crate::tui::theme::{Themes, builtin, load};

/// Keys, themes, and what was wrong with the files that change them.
#[derive(Debug)]
pub struct Settings {
    /// The keys.
    pub keymap: Keymap,
    /// The themes, with the wanted one in use.
    pub themes: Themes,
    /// How the terminal wants to be written to.
    pub manners: Manners,
    /// How a passage is cited.
    pub cite: Style,
    /// What is wrong.
    pub problems: Vec<Diagnostic>,
}

impl Settings {
    /// The built-in ones.
    #[must_use]
    pub fn built_in() -> Self {
        Self {
            keymap: Keymap::built_in().0,
            themes: Themes::built_in(),
            manners: Manners::default(),
            cite: Style::default(),
            problems: Vec::new(),
        }
    }

    /// The built-in themes, and the keys as `keys.toml` in the configuration folder has them.
    #[must_use]
    pub fn of_keys() -> Self {
        let mut settings = Self::built_in();
        if let Some(folder) = folders::configuration() {
            settings.read_keys(&folder.join("keys.toml"));
        }
        settings
    }

    /// What is wrong with `config.toml`, `keys.toml` and `themes/*.toml` in the configuration folder.
    #[must_use]
    pub fn check() -> Vec<Diagnostic> {
        let mut settings = Self::of_keys();
        settings.read_config();
        if let Some(folder) = folders::configuration() {
            settings.read_themes(&folder.join("themes"));
        }
        settings.problems
    }

    fn read_config(&mut self) {
        let (config, problems) = Config::of_environment();
        self.problems.extend(problems);
        // The style that was chosen, or the usual one where that could not be read.
        self.cite = config.style(None).unwrap_or_default();
    }

    /// Reads `config.toml`, `keys.toml` and `themes/*.toml` in the configuration folder, `PARALLAX_THEME`, `NO_COLOR`, and how many colours and which signs
    /// the terminal has (`COLORTERM`, `TERM`, the locale, `PARALLAX_ASCII`), who lays out right-to-left text (`PARALLAX_BIDI`), and
    /// whether addresses are links (`PARALLAX_HYPERLINKS`). The theme in use is the
    /// environment's, else the one chosen the last time; `NO_COLOR` comes before both.
    #[must_use]
    pub fn from_environment(chosen: Option<&str>) -> Self {
        let mut settings = Self::of_keys();
        settings.read_config();
        if let Some(folder) = folders::configuration() {
            settings.read_themes(&folder.join("themes"));
        }
        let variable = |name| env::var(name).unwrap_or_default();
        settings.themes = settings.themes.within(Depth::of(&variable("TERM"), &variable("COLORTERM")));
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(variable).into_iter().find(|value| !value.is_empty()).unwrap_or_default();
        let term = variable("TERM");
        let is_konsole = !variable("KONSOLE_VERSION").is_empty();
        settings.manners = Manners {
            glyphs: Glyphs::of(&variable("PARALLAX_ASCII"), &term, &locale),
            direction: Direction::of(&variable("PARALLAX_BIDI"), &term, &variable("TERM_PROGRAM"), is_konsole),
            hyperlinks: variable("PARALLAX_HYPERLINKS") != "0" && !is_poor(&term),
        };
        settings.choose_theme(env::var("PARALLAX_THEME").ok().as_deref(), chosen);
        if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            settings.themes = settings.themes.only(builtin::MONOCHROME);
        }
        settings
    }

    /// Uses the theme asked for, or the one chosen the last time; that its file has gone since is no problem to speak of.
    fn choose_theme(&mut self, asked: Option<&str>, chosen: Option<&str>) {
        let asked = asked.filter(|name| !name.is_empty());
        let Some(wanted) = asked.or(chosen) else { return };
        if self.themes.choose(wanted) {
            return;
        }
        if asked.is_some() {
            let names = self.themes.names().join(", ");
            let is_known = builtin::text_of(wanted).is_some();
            let message = if is_known {
                format!("the theme `{wanted}` needs more colours than this terminal has; there are {names}")
            } else {
                let near = nearest(wanted, self.themes.names().into_iter()).map(|near| format!("did you mean `{near}`? "));
                format!("no theme is called `{wanted}`; {}there are {names}", near.unwrap_or_default())
            };
            self.problems.push(Diagnostic { file: "theme".to_owned(), line: 0, message });
        }
        self.themes.choose(builtin::DEFAULT);
    }

    fn read_keys(&mut self, file: &Path) {
        match fs::read_to_string(file) {
            Ok(text) => self.problems.extend(self.keymap.read(&file.to_string_lossy(), &text)),
            Err(error) => self.unreadable(file, &error),
        }
    }

    fn read_themes(&mut self, folder: &Path) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.unreadable(folder, &error),
        };
        let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.retain(|file| file.extension() == Some(OsStr::new("toml")));
        files.sort_unstable();
        for file in files {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            match fs::read_to_string(&file) {
                Ok(text) => {
                    let (theme, problems) = load::read(&name, &file.to_string_lossy(), &text);
                    self.themes.add(theme);
                    self.problems.extend(problems);
                }
                Err(error) => self.unreadable(&file, &error),
            }
        }
    }

    /// A file that is not there is no problem: nobody needs one.
    fn unreadable(&mut self, file: &Path, error: &io::Error) {
        if error.kind() != io::ErrorKind::NotFound {
            self.problems.push(Diagnostic { file: file.to_string_lossy().into_owned(), line: 0, message: error.to_string() });
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Color;

    use super::*;
    use crate::tui::theme::Role;

    #[test]
    fn the_theme_asked_for_comes_before_the_one_chosen_the_last_time() {
        for (asked, chosen, want, problems) in [
            (None, None, builtin::DEFAULT, 0),
            (None, Some("dusk"), "dusk", 0),
            (Some("paper"), Some("dusk"), "paper", 0),
            (Some(""), Some("dusk"), "dusk", 0),
            (None, Some("gone"), builtin::DEFAULT, 0),
            (Some("gone"), Some("dusk"), builtin::DEFAULT, 1),
        ] {
            let mut settings = Settings::built_in();
            settings.choose_theme(asked, chosen);
            assert_eq!((settings.themes.current().name(), settings.problems.len()), (want, problems), "{asked:?} {chosen:?}");
        }
    }

    #[test]
    fn a_mistyped_theme_is_answered_with_the_nearest_one() {
        let mut settings = Settings::built_in();
        settings.choose_theme(Some("duks"), None);
        assert!(
            settings.problems[0].message.starts_with("no theme is called `duks`; did you mean `dusk`? there are "),
            "{:?}",
            settings.problems
        );
    }

    #[test]
    fn the_readers_own_files_are_read_as_far_as_they_are_right() {
        let folder = tempfile::tempdir().unwrap();
        let themes = folder.path().join("themes");
        fs::create_dir(&themes).unwrap();
        fs::write(themes.join("mine.toml"), "inherits = \"dusk\"\n[palette]\nsage = \"#00ff00\"\n[roles]\nquotaton = \"sage\"\n").unwrap();
        fs::write(themes.join("broken.toml"), "[roles\n").unwrap();
        fs::write(themes.join("notes.txt"), "no theme").unwrap();
        let mut settings = Settings::built_in();
        settings.read_themes(&themes);
        settings.read_keys(&folder.path().join("keys.toml"));
        let problems: Vec<String> = settings.problems.iter().map(ToString::to_string).collect();
        assert!(problems.len() == 2 && problems[0].contains("broken.toml:1: "), "{problems:?}");
        assert!(problems[1].ends_with("mine.toml:5: no role is called `quotaton`; did you mean `quotation`?"), "{problems:?}");
        assert!(settings.themes.choose("mine"));
        assert_eq!(settings.themes.current().style(Role::Quotation).fg, Some(Color::Rgb(0, 255, 0)));
    }
}
