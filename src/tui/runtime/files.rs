//! Files that the reader asks for: written once, never over another one.

use std::env;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf, absolute};

use crate::text::sanitize::clean_line;
use crate::tui::message::Message;
use crate::tui::status::Status;

/// Writes a text to a new file and says where that is.
pub(super) fn write(file: &str, text: &str) -> Message {
    let path = path_of(file);
    match write_new(&path, text) {
        Ok(()) => {
            let shown = absolute(&path).unwrap_or(path);
            Message::Said(Status::success(format!("Written to {}", clean_line(&shown.to_string_lossy()))))
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => failed(file, "there is such a file already"),
        Err(error) => failed(file, &error.to_string()),
    }
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

/// `~/` is the home folder, as in a shell.
fn path_of(file: &str) -> PathBuf {
    match (file.strip_prefix("~/"), env::var_os("HOME")) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => PathBuf::from(file),
    }
}

fn failed(file: &str, why: &str) -> Message {
    Message::Failed { request: None, what: format!("Not written to {}", clean_line(file)), why: why.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kept.txt");
        let name = file.to_string_lossy();
        assert!(matches!(write(&name, "one\n"), Message::Said(_)));
        assert!(matches!(write(&name, "two\n"), Message::Failed { why, .. } if why.contains("already")));
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "one\n");
    }
}
