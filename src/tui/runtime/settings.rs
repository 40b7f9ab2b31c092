//! Keys and themes as the environment and the reader's own files want them.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::tui::diagnostic::Diagnostic;
use crate::tui::keymap::Keymap;
use crate::tui::theme::{Themes, builtin, load};

/// Keys, themes, and what was wrong with the files that change them.
#[derive(Debug)]
pub struct Settings {
    /// The keys.
    pub keymap: Keymap,
    /// The themes, with the wanted one in use.
    pub themes: Themes,
    /// What is wrong.
    pub problems: Vec<Diagnostic>,
}

impl Settings {
    /// The built-in ones.
    #[must_use]
    pub fn built_in() -> Self {
        Self { keymap: Keymap::built_in().0, themes: Themes::built_in(), problems: Vec::new() }
    }

    /// Reads `keys.toml` and `themes/*.toml` in the configuration folder, `PARALLAX_THEME` and `NO_COLOR`. A theme given by name here
    /// comes before the environment's; `NO_COLOR` comes before both.
    #[must_use]
    pub fn from_environment(theme: Option<&str>) -> Self {
        let mut settings = Self::built_in();
        if let Some(folder) = configuration_folder() {
            settings.read_keys(&folder.join("keys.toml"));
            settings.read_themes(&folder.join("themes"));
        }
        let wanted = theme.map(str::to_owned).or_else(|| env::var("PARALLAX_THEME").ok());
        if let Some(wanted) = wanted.filter(|wanted| !wanted.is_empty())
            && !settings.themes.choose(&wanted)
        {
            let message = format!("no theme is called `{wanted}`; there are {}", settings.themes.names().join(", "));
            settings.problems.push(Diagnostic { file: "theme".to_owned(), line: 0, message });
            settings.themes.choose(builtin::DEFAULT);
        }
        if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            settings.themes = settings.themes.only(builtin::MONOCHROME);
        }
        settings
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

/// `$XDG_CONFIG_HOME/parallax`, else `~/.config/parallax` (also on macOS, where terminal users look for it), else the system's place.
fn configuration_folder() -> Option<PathBuf> {
    let given = env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let folders = directories::BaseDirs::new();
    let usual = folders.map(|folders| if cfg!(windows) { folders.config_dir().to_owned() } else { folders.home_dir().join(".config") });
    given.or(usual).map(|folder| folder.join("parallax"))
}
