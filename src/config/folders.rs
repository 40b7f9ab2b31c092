//! Where the reader's own files lie.

use std::env;
use std::path::PathBuf;

/// A variable of the environment that is set to something.
#[must_use]
pub fn variable(name: &str) -> Option<std::ffi::OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// `$XDG_CONFIG_HOME/parallax`, else `~/.config/parallax` (also on macOS, where terminal users look for it), else the system's place.
#[must_use]
pub fn configuration() -> Option<PathBuf> {
    let given = env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let folders = directories::BaseDirs::new();
    let usual = folders.map(|folders| if cfg!(windows) { folders.config_dir().to_owned() } else { folders.home_dir().join(".config") });
    given.or(usual).map(|folder| folder.join("parallax"))
}

/// `$PARALLAX_LIBRARY`, else `parallax` in the user's folder for data (`$XDG_DATA_HOME`, or what the system has for it).
#[must_use]
pub fn library() -> Option<PathBuf> {
    let data = || directories::ProjectDirs::from("", "", "parallax").map(|folders| folders.data_dir().to_owned());
    variable("PARALLAX_LIBRARY").map(PathBuf::from).or_else(data)
}
