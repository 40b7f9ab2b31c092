//! Files that a command writes: whole or not at all, and never over what it reads.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Error, Session, page};
use crate::library;

/// Writes a text to a file, or to standard output for `-`; what is wrong is said in one line.
pub(super) fn write(path: &Path, text: &str, inputs: &[&Path], session: &mut Session<'_>) -> Result<(), Error> {
    if page::is_standard_input(path) {
        write!(session.out, "{text}")?;
        return Ok(());
    }
    let name = path.display().to_string();
    if inputs.iter().any(|input| is_same_file(&page::named(input).0, path)) {
        session.complain(&name, &"it is one of the pages to be read; it was left as it is")?;
    } else if let Err(error) = replace(path, text) {
        session.complain(&name, &format!("cannot be written: {}", library::system_words(&error)))?;
    }
    Ok(())
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).ok().zip(fs::canonicalize(other).ok()).is_some_and(|(one, other)| one == other)
}

/// Puts a text in the place of a file when all of it is on the disk; what is no regular file, as a pipe, is only written to.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let is_special = fs::metadata(path).is_ok_and(|about| !about.is_file());
    if is_special || fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink()) {
        return fs::write(path, text);
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = PathBuf::from(beside);
    let done = fs::write(&beside, text).and_then(|()| fs::rename(&beside, path));
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("page.html");
        fs::write(&file, "old").unwrap();
        replace(&file, "new").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert!(replace(&folder.path().join("none/page.html"), "new").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
