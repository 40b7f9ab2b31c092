//! A bookmark's note in the reader's editor: through a file that only the reader may read, and that is gone afterwards.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::programs::Programs;
use super::terminal::Terminal;
use crate::library::BookmarkId;
use crate::text::sanitize::clean;
use crate::tui::message::Message;

/// Larger files are no notes.
const LARGEST: u64 = 1 << 20;

/// Lets the reader write the note; when the editor ends in failure (`:cq` in vim), the note stays as it was.
pub(super) fn edit(bookmark: BookmarkId, note: &str, programs: &Programs, terminal: &mut Terminal) -> io::Result<Vec<Message>> {
    let file = env::temp_dir().join(format!("parallax-note-{}-{}.txt", std::process::id(), bookmark.0));
    if let Err(error) = write(&file, note) {
        return Ok(vec![failed(&error)]);
    }
    let mut answers = programs.edit(&file.to_string_lossy(), terminal)?;
    let has_failed = answers.iter().any(|answer| matches!(answer, Message::Failed { .. }));
    if !has_failed {
        answers.push(read(&file).map_or_else(|error| failed(&error), |note| Message::NoteWritten { bookmark, note }));
    }
    // Whoever cannot remove it has written it no more than anybody else.
    let _ = fs::remove_file(&file);
    Ok(answers)
}

fn write(file: &PathBuf, note: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    // Never through what somebody else put there.
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let ending = if note.is_empty() { "" } else { "\n" };
    options.open(file)?.write_all(format!("{note}{ending}").as_bytes())
}

fn read(file: &Path) -> io::Result<String> {
    if fs::metadata(file)?.len() > LARGEST {
        return Err(io::Error::other("larger than a note may be"));
    }
    let bytes = fs::read(file)?;
    Ok(clean(&String::from_utf8_lossy(&bytes)).0.trim().to_owned())
}

fn failed(error: &io::Error) -> Message {
    Message::Failed { request: None, what: "The note was not changed".to_owned(), why: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_keeps_its_lines_and_its_file_is_never_somebody_elses() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("note.txt");
        write(&file, "One.\nTwo.").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "One.\nTwo.\n");
        assert_eq!(read(&file).unwrap(), "One.\nTwo.");
        assert!(write(&file, "again").is_err());
        fs::write(&file, b"\x1b[31mred\r\n\xff \n\n").unwrap();
        assert_eq!(read(&file).unwrap(), "red\n\u{fffd}");
    }
}
