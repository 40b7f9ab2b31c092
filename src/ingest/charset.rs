//! Bytes -> text: the character set by mark, declaration and validity, and by its letters where the page does not say.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How the character set of a page was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// A byte order mark.
    Mark,
    /// The page or its envelope names it.
    Declared,
    /// The bytes are valid UTF-8.
    Valid,
    /// The letters that it gives are likelier than those of the others.
    Guessed,
}

/// The character set of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Charset {
    /// Its name as the Encoding Standard has it: `UTF-8`, `windows-1251`.
    pub(super) name: &'static str,
    /// How it was found.
    pub(super) ground: Ground,
}

impl Charset {
    /// In words, for the details pane and JSON: `windows-1251 (declared)`.
    pub(super) fn describe(self) -> String {
        match self.ground {
            Ground::Valid => self.name.to_owned(),
            Ground::Mark => format!("{} (byte order mark)", self.name),
            Ground::Declared => format!("{} (declared)", self.name),
            Ground::Guessed => format!("{} (guessed)", self.name),
        }
    }
}

/// Bytes at the top of a page in which it says its character set.
const PROLOGUE: usize = 4096;

/// Reads the bytes of a page; `None` when they are no text in any character set that is known. `envelope` is the set that the file's
/// envelope names.
pub(super) fn decode<'a>(bytes: &'a [u8], envelope: Option<&str>) -> Option<(Cow<'a, str>, Charset)> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return decoded(bytes.get(length..)?, encoding, Ground::Mark);
    }
    if bytes.contains(&0) {
        return wide(bytes).and_then(|encoding| decoded(bytes, encoding, Ground::Guessed));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some((Cow::Borrowed(text), Charset { name: UTF_8.name(), ground: Ground::Valid }));
    }
    let declared =
        envelope.map(str::to_owned).or_else(|| declaration(bytes)).and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    let declared = declared.filter(|encoding| *encoding != UTF_8 && *encoding != UTF_16LE && *encoding != UTF_16BE);
    declared.and_then(|encoding| decoded(bytes, encoding, Ground::Declared)).or_else(|| decoded(bytes, guess(bytes), Ground::Guessed))
}

/// The text, unless the bytes cannot be it.
fn decoded<'a>(bytes: &'a [u8], encoding: &'static Encoding, ground: Ground) -> Option<(Cow<'a, str>, Charset)> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let charset = Charset { name: encoding.name(), ground };
    // A page cut off by the byte, or one bad byte in thousands, is still a page.
    let bad = if had_errors { text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count() } else { 0 };
    let odd = text.chars().filter(|c| matches!(c, '\u{80}'..='\u{9f}')).count();
    ((bad + odd) * 500 <= text.chars().count()).then_some((text, charset))
}

/// High bytes of UTF-16 text in Latin and in Cyrillic letters.
const HIGH_BYTES: [u8; 2] = [0x00, 0x04];

/// The byte order of UTF-16 without a mark: nearly every second byte is one of [`HIGH_BYTES`], and none of the others is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(PROLOGUE))?;
    let every_second = |parity: usize| head.iter().skip(parity).step_by(2);
    let high = |parity: usize| every_second(parity).filter(|byte| HIGH_BYTES.contains(byte)).count() * 10 > head.len() / 2 * 7;
    let has_zero = |parity: usize| every_second(parity).any(|byte| *byte == 0);
    match (high(0) && !has_zero(1), high(1) && !has_zero(0)) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// The character set that the top of the page names: `<meta charset=…>`, `<?xml encoding="…"?>`.
fn declaration(bytes: &[u8]) -> Option<String> {
    let head: String =
        bytes.iter().take(PROLOGUE).map(|byte| if byte.is_ascii() { byte.to_ascii_lowercase() as char } else { ' ' }).collect();
    ["charset=", "encoding="].iter().find_map(|cue| {
        let (_, after) = head.split_once(cue)?;
        let label: String = after
            .trim_start_matches(['"', '\'', ' '])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
            .collect();
        (!label.is_empty()).then_some(label)
    })
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use encoding_rs::{WINDOWS_1251, WINDOWS_1252};

    use super::*;

    fn read(bytes: &[u8]) -> Option<(String, String)> {
        decode(bytes, None).map(|(text, charset)| (text.into_owned(), charset.describe()))
    }

    fn in_set(text: &str, encoding: &'static Encoding) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    const RUSSIAN: &str = "Мост через реку откроют весной, сообщил в понедельник мэр города на заседании совета.";

    #[test]
    fn the_character_set_is_found() {
        let declared = format!("<meta charset=\"windows-1251\"><p>{RUSSIAN}</p>");
        let wide: Vec<u8> = "The bridge opens in spring.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cyrillic: Vec<u8> = RUSSIAN.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, text, charset) in [
            ("Plain.".as_bytes().to_vec(), "Plain.", "UTF-8"),
            ("\u{feff}Zürich".as_bytes().to_vec(), "Zürich", "UTF-8 (byte order mark)"),
            (in_set(&declared, WINDOWS_1251), &*declared, "windows-1251 (declared)"),
            (in_set(RUSSIAN, WINDOWS_1251), RUSSIAN, "windows-1251 (guessed)"),
            (
                in_set("Der Bürgermeister sagte, die Brücke öffne früher.", WINDOWS_1252),
                "Der Bürgermeister sagte, die Brücke öffne früher.",
                "windows-1252 (guessed)",
            ),
            (wide, "The bridge opens in spring.", "UTF-16LE (guessed)"),
            (cyrillic, RUSSIAN, "UTF-16BE (guessed)"),
        ] {
            assert_eq!(read(&bytes), Some((text.to_owned(), charset.to_owned())));
        }
    }

    #[test]
    fn what_is_no_text_is_said_to_be_none() {
        assert_eq!(read(b"\x7fELF\x02\x01\0\0\0\0\x81\x8d"), None);
        assert_eq!(read(&[0x81, 0x8d, 0x9d, 0xff, 0x81]), None);
    }

    #[test]
    fn a_wrong_declaration_is_not_believed() {
        let page = format!("<meta charset=iso-8859-1><p>{RUSSIAN}</p>");
        assert_eq!(read(page.as_bytes()).unwrap().1, "UTF-8");
    }
}
