//! `parallax paths`: where the library lies.

use super::{Error, Outcome, Session};
use crate::library;
use crate::text::sanitize::clean_line;

pub(super) fn run(session: &mut Session<'_>) -> Result<Outcome, Error> {
    let folder = session.folder()?.to_owned();
    let [user, articles] = library::files(&folder);
    for (what, path) in [("library", folder), ("user", user), ("articles", articles)] {
        writeln!(session.out, "{what:8}  {}", clean_line(&path.display().to_string()))?;
    }
    Ok(Outcome::Done)
}
