//! `parallax paths`: where library and settings lie.

use super::{Error, Outcome, Session};
use crate::config::folders;
use crate::library;
use crate::text::sanitize::clean_line;

pub(super) fn run(session: &mut Session<'_>) -> Result<Outcome, Error> {
    let folder = session.folder()?.to_owned();
    let [user, articles] = library::files(&folder);
    let settings = folders::configuration()
        .map(|folder| [("settings", folder.join("config.toml")), ("keys", folder.join("keys.toml")), ("themes", folder.join("themes"))]);
    for (what, path) in [("library", folder), ("user", user), ("articles", articles)].into_iter().chain(settings.into_iter().flatten()) {
        writeln!(session.out, "{what:8}  {}", clean_line(&path.display().to_string()))?;
    }
    Ok(Outcome::Done)
}
