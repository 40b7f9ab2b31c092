//! What a file is that is no saved page, told by its first bytes.

/// Bytes of a file's top that tell its kind.
pub const TOP: usize = 4096;

/// Where a mark stands, and its bytes.
type Mark = (usize, &'static [u8]);

/// Marks of files that are no pages, each with where it stands; a kind may have two, so that no text has them by chance. Of kinds that fit
/// the first counts.
const MARKS: &[(&[Mark], &str)] = &[
    (&[(0, b"%PDF-")], "a PDF document"),
    (&[(0, b"{\\rtf")], "an RTF document"),
    (&[(0, b"%!PS")], "a PostScript document"),
    (&[(0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")], "an Office document"),
    (&[(0, b"PK\x03\x04"), (30, b"mimetypeapplication/epub+zip")], "an EPUB book"),
    (&[(0, b"PK\x03\x04"), (30, b"mimetypeapplication/vnd.oasis")], "an Office document"),
    (&[(0, b"PK\x03\x04"), (30, b"[Content_Types].xml")], "an Office document"),
    (&[(0, b"PK\x03\x04"), (30, b"_rels/.rels")], "an Office document"),
    (&[(0, b"PK\x03\x04")], "a ZIP archive"),
    (&[(0, b"PK\x05\x06")], "a ZIP archive"),
    (&[(0, b"\x1f\x8b")], "a gzip archive in a gzip archive"),
    (&[(0, b"7z\xbc\xaf\x27\x1c")], "a 7-Zip archive"),
    (&[(0, b"Rar!\x1a\x07")], "a RAR archive"),
    (&[(0, b"\xfd7zXZ\0")], "an xz archive"),
    (&[(0, b"BZh"), (4, b"1AY&SY")], "a bzip2 archive"),
    (&[(0, b"\x28\xb5\x2f\xfd")], "a zstd archive"),
    (&[(257, b"ustar\0")], "a tar archive"),
    (&[(257, b"ustar  \0")], "a tar archive"),
    (&[(0, b"WARC/")], "a WARC archive of a crawler"),
    (&[(0, b"bplist00")], "a Safari web archive"),
    (&[(0, b"\x89PNG\r\n")], "a PNG image"),
    (&[(0, b"\xff\xd8\xff")], "a JPEG image"),
    (&[(0, b"GIF87a")], "a GIF image"),
    (&[(0, b"GIF89a")], "a GIF image"),
    (&[(0, b"RIFF"), (8, b"WEBP")], "a WebP image"),
    (&[(0, b"RIFF"), (8, b"WAVE")], "a sound file"),
    (&[(0, b"RIFF"), (8, b"AVI ")], "a video"),
    (&[(0, b"II*\0")], "a TIFF image"),
    (&[(0, b"MM\0*")], "a TIFF image"),
    (&[(0, b"\0\0\x01\0")], "an icon"),
    (&[(0, b"\0\0"), (4, b"ftypavif")], "an AVIF image"),
    (&[(0, b"\0\0"), (4, b"ftypheic")], "an HEIC image"),
    (&[(0, b"\0\0"), (4, b"ftypM4A")], "a sound file"),
    (&[(0, b"\0\0"), (4, b"ftyp")], "a video"),
    (&[(0, b"\x1a\x45\xdf\xa3")], "a video"),
    (&[(0, b"ID3\x02")], "a sound file"),
    (&[(0, b"ID3\x03")], "a sound file"),
    (&[(0, b"ID3\x04")], "a sound file"),
    (&[(0, b"OggS\0")], "a sound file"),
    (&[(0, b"fLaC\0")], "a sound file"),
    (&[(0, b"\xff\xfb")], "a sound file"),
    (&[(0, b"wOFF\0")], "a font"),
    (&[(0, b"wOF2\0")], "a font"),
    (&[(0, b"\0\x01\0\0")], "a font"),
    (&[(0, b"OTTO\0")], "a font"),
    (&[(0, b"SQLite format 3\0")], "an SQLite database"),
    (&[(0, b"\x7fELF")], "a program"),
    (&[(0, b"MZ\x90")], "a program"),
    (&[(0, b"\xcf\xfa\xed\xfe")], "a program"),
    (&[(0, b"\xca\xfe\xba\xbe")], "a program"),
    (&[(0, b"\0asm")], "a program"),
];

/// What the file with these first bytes is, if it is known and no page; a gzip file is looked into, not refused.
#[must_use]
pub fn no_page(top: &[u8]) -> Option<&'static str> {
    if super::packed::is_packed(top) { None } else { inside(top) }
}

/// As [`no_page`], of bytes that were unpacked.
pub(super) fn inside(top: &[u8]) -> Option<&'static str> {
    let has = |(at, mark): &Mark| top.get(*at..).is_some_and(|rest| rest.starts_with(mark));
    MARKS.iter().find(|(marks, _)| marks.iter().all(has)).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_by_their_first_bytes() {
        let padded = |at: usize, mark: &[u8]| [vec![b'x'; at], mark.to_vec()].concat();
        let zip = |inside: &[u8]| [b"PK\x03\x04".as_slice(), &[0; 26], inside].concat();
        for (top, want) in [
            (b"%PDF-1.7\n".to_vec(), Some("a PDF document")),
            (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), Some("a PNG image")),
            (b"\xff\xd8\xff\xe0".to_vec(), Some("a JPEG image")),
            (zip(b"[Content_Types].xml"), Some("an Office document")),
            (zip(b"mimetypeapplication/epub+zip"), Some("an EPUB book")),
            (zip(b"report.html"), Some("a ZIP archive")),
            (padded(257, b"ustar\0"), Some("a tar archive")),
            (b"\0\0\0\x20ftypisom".to_vec(), Some("a video")),
            (b"\x1f\x8b\x08\0".to_vec(), None),
            (b"<html>".to_vec(), None),
            (b"RIFF\0\0\0\0WEBPVP8".to_vec(), Some("a WebP image")),
            (b"BZh is a company.".to_vec(), None),
            (b"OTTO buys a bridge.".to_vec(), None),
            (b"ID3 says the song.".to_vec(), None),
            (padded(257, b"ustard"), None),
            (b"".to_vec(), None),
        ] {
            assert_eq!(no_page(&top), want, "{top:?}");
        }
    }
}
