//! Puts a text right that was once read in the wrong character set (`donâ€™t`, `Ñòàðûé ìàÿê`), where that is provable.

use std::borrow::Cow;
use std::sync::LazyLock;

use encoding_rs::{Encoding, KOI8_R, WINDOWS_1251, WINDOWS_1252};
use rustc_hash::FxHashMap;

use super::language;

/// What was wrong with a text that was put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Repair {
    /// The character set it is in.
    right: &'static str,
    /// The one it had been read in.
    wrong: &'static str,
}

impl Repair {
    /// In words, for the reader.
    pub(super) fn describe(self) -> String {
        format!("repaired: {} that had been read as {}", self.right, self.wrong)
    }
}

/// The text put right, and what was wrong with it.
pub(super) fn repaired(text: &str) -> (Cow<'_, str>, Option<Repair>) {
    // The first bytes of all characters that are looked for are quicker to find than these.
    if ![ACCENTED, CYRILLIC_LEAD].iter().any(|byte| text.as_bytes().contains(byte)) {
        return (Cow::Borrowed(text), None);
    }
    let found = utf8(text).or_else(|| [WINDOWS_1251, KOI8_R].into_iter().find_map(|encoding| cyrillic(text, encoding)));
    found.map_or((Cow::Borrowed(text), None), |(text, repair)| (Cow::Owned(text), Some(repair)))
}

/// The bytes of a set's characters that are not ASCII.
struct Bytes {
    encoding: &'static Encoding,
    of: FxHashMap<char, u8>,
}

impl Bytes {
    fn new(encoding: &'static Encoding) -> Self {
        // Latin-1 has control characters where windows-1252 has marks; whoever reads UTF-8 so keeps them.
        let controls = ('\u{80}'..='\u{9f}').map(|c| (c, c as u8));
        let own = (0x80..=0xff).filter_map(|byte| Some((character(byte, encoding)?, byte)));
        Self { encoding, of: controls.chain(own).collect() }
    }

    fn byte(&self, c: char) -> Option<u8> {
        if c.is_ascii() { Some(c as u8) } else { self.of.get(&c).copied() }
    }
}

/// The character of a byte in a set of single bytes.
fn character(byte: u8, encoding: &'static Encoding) -> Option<char> {
    encoding.decode_without_bom_handling_and_without_replacement(&[byte])?.chars().next()
}

static LATIN: LazyLock<Bytes> = LazyLock::new(|| Bytes::new(WINDOWS_1252));
static CYRILLIC: LazyLock<Bytes> = LazyLock::new(|| Bytes::new(WINDOWS_1251));

/// The least sequences of UTF-8 that a line in Cyrillic letters has by no chance.
const LEAST_SEQUENCES: usize = 3;

/// Characters that the first byte of a sequence of UTF-8 is in one set or another.
const LEADS: &[char] = &['Ã', 'Â', 'â', 'Ð', 'Ñ', 'Р', 'С', 'В', 'Г'];

/// Whether one of [`LEADS`] is in a text: each of them is two bytes of UTF-8, which are looked for as they are, for pages are long.
fn has_lead(text: &str) -> bool {
    static PAIRS: LazyLock<Vec<[u8; 2]>> =
        LazyLock::new(|| LEADS.iter().filter_map(|lead| lead.to_string().as_bytes().try_into().ok()).collect());
    let (firsts, seconds) = (text.as_bytes(), text.as_bytes().get(1..).unwrap_or_default());
    let mut pairs = firsts.iter().zip(seconds).filter(|(first, _)| matches!(**first, ACCENTED | CYRILLIC_LEAD));
    pairs.any(|(first, second)| PAIRS.contains(&[*first, *second]))
}

/// The text whose UTF-8 was read as another set. A line proves it: all of it is in that set, and its bytes there are valid UTF-8 that no
/// text has by chance. In the other lines what is such a sequence is put right, too.
fn utf8(text: &str) -> Option<(String, Repair)> {
    if !has_lead(text) {
        return None;
    }
    let bytes = [&*LATIN, &*CYRILLIC].into_iter().find(|bytes| text.split('\n').any(|line| whole_line(line, bytes).is_some()))?;
    let lines: Vec<String> = text.split('\n').map(|line| whole_line(line, bytes).unwrap_or_else(|| sequences(line, bytes))).collect();
    let is_latin_1 = text.contains(|c| ('\u{80}'..='\u{9f}').contains(&c)) && bytes.encoding == WINDOWS_1252;
    let wrong = if is_latin_1 { "Latin-1" } else { bytes.encoding.name() };
    Some((lines.join("\n"), Repair { right: "UTF-8", wrong }))
}

fn whole_line(line: &str, bytes: &Bytes) -> Option<String> {
    if line.is_ascii() {
        return None;
    }
    let text = String::from_utf8(line.chars().map(|c| bytes.byte(c)).collect::<Option<_>>()?).ok()?;
    let sequences = text.chars().filter(|c| !c.is_ascii()).count();
    let is_plain = text.chars().all(|c| !c.is_control() || matches!(c, '\t' | '\r'));
    (is_plain && (sequences >= LEAST_SEQUENCES || bytes.encoding == WINDOWS_1252)).then_some(text)
}

/// A line with each run of characters put right that begins as a sequence of UTF-8 does and is nothing else.
fn sequences(line: &str, bytes: &Bytes) -> String {
    runs(line, |c| !c.is_ascii())
        .map(|run| if run.starts_with(LEADS) { whole_line(run, bytes).unwrap_or_else(|| run.to_owned()) } else { run.to_owned() })
        .collect()
}

/// The least letters of a word that is no Latin one when all of them are accented.
const LEAST_LETTERS: usize = 3;

/// The least such words of a text that was Cyrillic.
const LEAST_WORDS: usize = 3;

/// The text whose single bytes were Cyrillic letters and were read as accented Latin ones: it has words of these alone, and they are
/// Russian or Ukrainian when they are read as what they were.
fn cyrillic(text: &str, encoding: &'static Encoding) -> Option<(String, Repair)> {
    if text.bytes().filter(|byte| *byte == ACCENTED).count() < LEAST_WORDS * LEAST_LETTERS {
        return None;
    }
    let is_word = |run: &&str| !run.starts_with(|c: char| c.is_ascii_alphabetic()) && run.contains(is_accented);
    let words = || runs(text, is_letter).filter(is_word).filter(|run| !run.contains(|c: char| c.is_ascii_alphabetic()));
    let is_long = |word: &&str| word.chars().filter(|c| is_accented(*c)).count() >= LEAST_LETTERS;
    words().filter(is_long).nth(LEAST_WORDS - 1)?;
    let read = |c: char| LATIN.byte(c).filter(|byte| *byte >= 0x80).and_then(|byte| character(byte, encoding)).unwrap_or(c);
    let right: Vec<String> = words().map(|word| word.chars().map(read).collect()).collect();
    let (_, code) = language::detect(right.iter().map(String::as_str))?;
    let mixed = |run: &str| run.contains(|c: char| c.is_ascii_alphabetic());
    let text = runs(text, is_letter).map(|run| if mixed(run) { run.to_owned() } else { run.chars().map(read).collect() }).collect();
    matches!(code, "ru" | "uk").then_some((text, Repair { right: encoding.name(), wrong: WINDOWS_1252.name() }))
}

/// Whether a character is a letter, or a mark whose byte is a letter in Cyrillic sets.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii()
}

/// The first byte of every accented letter.
const ACCENTED: u8 = 0xc3;

/// The first byte of the Cyrillic letters among [`LEADS`].
const CYRILLIC_LEAD: u8 = 0xd0;

fn is_accented(c: char) -> bool {
    ('À'..='ÿ').contains(&c)
}

/// The text cut where characters of a kind begin and end.
fn runs(text: &str, kind: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = kind(rest.chars().next()?);
        let end = rest.find(|c| kind(c) != first).unwrap_or(rest.len());
        let run = crate::text::span::before(rest, end);
        rest = crate::text::span::after(rest, end);
        Some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_as_latin(text: &str, encoding: &'static Encoding) -> String {
        encoding.encode(text).0.iter().map(|byte| character(*byte, WINDOWS_1252).unwrap()).collect()
    }

    const RUSSIAN: &str = "Мост через реку откроют весной, сообщил в понедельник мэр города. «Это не конец», — сказал он.";

    #[test]
    fn utf8_is_put_right_where_it_is_provable() {
        for (text, want) in [
            ("donâ€™t", "don’t"),
            ("FrÃ©dÃ©ric said.", "Frédéric said."),
            ("РњРѕСЃС‚ РѕС‚РєСЂРѕСЋС‚", "Мост откроют"),
            ("Ângela and a naïve café", "Ângela and a naïve café"),
            ("Мост откроют", "Мост откроют"),
            ("Â© 2024", "© 2024"),
            ("\u{e2}\u{80}\u{9c}We go,\u{e2}\u{80}\u{9d} he said\t\r", "“We go,” he said\t\r"),
            ("donâ€™t\nGonzález, itâ€™s", "don’t\nGonzález, it’s"),
        ] {
            assert_eq!(repaired(text).0, want);
        }
    }

    #[test]
    fn utf8_read_as_latin_1_has_control_characters() {
        let damaged: String = RUSSIAN.bytes().map(char::from).collect();
        let (text, repair) = repaired(&damaged);
        assert_eq!((&*text, repair.map(Repair::describe).as_deref()), (RUSSIAN, Some("repaired: UTF-8 that had been read as Latin-1")));
    }

    #[test]
    fn cyrillic_bytes_read_as_latin_letters() {
        for (encoding, name) in [(WINDOWS_1251, "windows-1251"), (KOI8_R, "KOI8-R")] {
            let damaged = format!("<p class=\"text\">{}</p>\nGonzález", read_as_latin(RUSSIAN.trim_matches('—'), encoding));
            let (text, repair) = repaired(&damaged);
            let want = format!("repaired: {name} that had been read as windows-1252");
            assert_eq!((text.contains("мэр города"), repair.map(Repair::describe)), (true, Some(want)), "{text}");
            assert!(text.ends_with("González"));
        }
    }

    #[test]
    fn languages_with_many_accents_stay() {
        for text in ["L'été où les Écossais déménagèrent à côté", "Það er ör á Ísafirði og æði á ýmsum", "ÀÉÈ ÔÛÎ ÄÖÜ ÇÑ"]
        {
            assert_eq!(repaired(text), (Cow::Borrowed(text), None));
        }
    }

    #[test]
    fn every_lead_is_found_by_its_bytes() {
        for lead in LEADS {
            assert!(has_lead(&format!("a{lead}")), "{lead}");
        }
        for text in ["", "é", "é ü Я д", "plain"] {
            assert!(!has_lead(text), "{text}");
        }
    }
}
