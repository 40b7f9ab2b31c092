//! Makes a foreign text safe for a terminal: no control characters, no escape codes, no hidden reordering.

use std::borrow::Cow;
use std::iter::Peekable;
use std::str::Chars;

use super::cluster;
use super::span::after;

/// What [`clean`] took out or made visible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cleaned {
    /// Terminal escape sequences (CSI, OSC, DCS and their 8-bit forms), and escape characters alone.
    pub escapes: usize,
    /// Other control characters, and characters nobody can see.
    pub controls: usize,
    /// Bidirectional overrides and isolates, replaced by a visible mark.
    pub bidi: usize,
}

impl Cleaned {
    /// What a reader has to be told, in one line, of a text that tried to act on the terminal or to mislead.
    #[must_use]
    pub fn warning(self) -> Option<&'static str> {
        match (self.escapes > 0, self.bidi > 0) {
            (false, false) => None,
            (true, false) => Some("terminal escape codes in the text were removed"),
            (false, true) => Some("marks that reverse the reading direction were made visible in the text"),
            (true, true) => {
                Some("terminal escape codes in the text were removed, and marks that reverse the reading direction made visible")
            }
        }
    }

    /// What was taken out of this and of another text.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { escapes: self.escapes + other.escapes, controls: self.controls + other.controls, bidi: self.bidi + other.bidi }
    }
}

/// Stands where a bidirectional control stood.
pub const BIDI_MARK: char = '⟐';

/// Cleans a whole page: keeps line breaks (`\r\n` and lone `\r` become `\n`), turns tabs and odd blanks into spaces, drops escape
/// sequences and control characters, makes bidirectional controls visible, cuts floods of joiners and marks down.
#[must_use]
pub fn clean(text: &str) -> (Cow<'_, str>, Cleaned) {
    let (harmless, mut report) = without_controls(text);
    let Cow::Owned(tamed) = cluster::tamed(&harmless) else { return (harmless, report) };
    report.controls += harmless.chars().count() - tamed.chars().count();
    (Cow::Owned(tamed), report)
}

fn without_controls(text: &str) -> (Cow<'_, str>, Cleaned) {
    if is_harmless(text) {
        return (Cow::Borrowed(text), Cleaned::default());
    }
    let mut out = String::with_capacity(text.len());
    let mut report = Cleaned::default();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            ' '..='~' => out.push(c),
            '\r' => {
                rest.next_if_eq(&'\n');
                out.push('\n');
            }
            '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => out.push(' '),
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\u{1b}' | '\u{9b}' | '\u{9d}' | '\u{90}' | '\u{98}' | '\u{9e}' | '\u{9f}' => {
                // A control of Latin-1 that introduces nothing is what is left of a text read in the wrong character set.
                let acts = skip_escape(c, &mut rest) || c == '\u{1b}';
                report.escapes += usize::from(acts);
                report.controls += usize::from(!acts);
            }
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                report.bidi += 1;
                out.push(BIDI_MARK);
            }
            _ if is_invisible(c) => report.controls += 1,
            _ => out.push(c),
        }
    }
    (Cow::Owned(out), report)
}

/// Cleans a text for one terminal line: as [`clean`], and line breaks become spaces.
#[must_use]
pub fn clean_line(text: &str) -> Cow<'_, str> {
    let (cleaned, _) = clean(text);
    if cleaned.contains('\n') { Cow::Owned(cleaned.replace('\n', " ")) } else { cleaned }
}

fn is_harmless(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte != b'\n' && !(b' '..=b'~').contains(&byte)) {
        rest = after(rest, at);
        let Some(c) = rest.chars().next().filter(|c| is_plain(*c)) else { return false };
        rest = after(rest, c.len_utf8());
    }
    true
}

/// Characters that need no look: everything printable, and the line feed.
fn is_plain(c: char) -> bool {
    match c {
        '\n' | ' '..='~' => true,
        '\u{a1}'..='\u{2ff}' => c != '\u{ad}',
        _ => c >= '\u{370}' && !is_invisible(c) && !is_blank(c) && !is_bidi(c),
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Controls and characters without a shape; joiners (U+200C, U+200D) stay, scripts and emoji need them.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' | '\u{61c}' | '\u{180e}'
        )
}

/// Reads past an escape sequence whose introducer was just taken (ECMA-48: CSI, string sequences, two-byte escapes). Of a sequence that
/// is not whole only the introducer goes: mojibake is full of lone introducers, and nobody's words may vanish behind one. Says whether it
/// was whole.
fn skip_escape(introducer: char, rest: &mut Peekable<Chars<'_>>) -> bool {
    let mut ahead = rest.clone();
    let whole = match introducer {
        '\u{1b}' => match ahead.next_if(|c| !c.is_control()) {
            Some('[') => skip_parameters(&mut ahead),
            Some(']' | 'P' | 'X' | '^' | '_') => skip_string(&mut ahead),
            Some(' '..='/') => skip_final(&mut ahead),
            Some(_) => true,
            None => false,
        },
        '\u{9b}' => skip_parameters(&mut ahead),
        _ => skip_string(&mut ahead),
    };
    if whole {
        *rest = ahead;
    }
    whole
}

/// Reads past the parameters and the last character of a control sequence.
fn skip_parameters(rest: &mut Peekable<Chars<'_>>) -> bool {
    while rest.next_if(|c| ('\u{20}'..='\u{3f}').contains(c)).is_some() {}
    rest.next_if(|c| ('\u{40}'..='\u{7e}').contains(c)).is_some()
}

fn skip_final(rest: &mut Peekable<Chars<'_>>) -> bool {
    rest.next_if(|c| ('\u{30}'..='\u{7e}').contains(c)).is_some()
}

/// Reads past a control string up to BEL or ST; false when the line ends, or another sequence begins, before.
fn skip_string(rest: &mut Peekable<Chars<'_>>) -> bool {
    while let Some(c) = rest.next_if(|&c| c != '\n') {
        match c {
            '\u{7}' | '\u{9c}' => return true,
            '\u{1b}' => return rest.next_if_eq(&'\\').is_some(),
            '\u{90}' | '\u{98}' | '\u{9b}' | '\u{9d}'..='\u{9f}' => return false,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_not_copied() {
        let (out, report) = clean("Zażółć – “gęślą” jaźń\nПутин 北京");
        assert!(matches!(out, Cow::Borrowed(_)));
        assert_eq!(report, Cleaned::default());
    }

    #[test]
    fn everything_that_acts_on_a_terminal_goes() {
        for (dirty, want) in [
            ("a\u{1b}[31mred\u{1b}[0m", "ared"),
            ("a\u{1b}]0;title\u{7}b", "ab"),
            ("a\u{1b}]8;;http://x\u{1b}\\link", "alink"),
            ("a\u{1b}]52;c;aGk=\u{7}", "a"),
            ("a\u{1b}]never ended\nnext line", "a]never ended\nnext line"),
            ("a\u{1b}Pnever ended", "aPnever ended"),
            ("mojibake â€\u{9d} goes on", "mojibake â€ goes on"),
            ("lone \u{90} and \u{98} go, words stay", "lone  and  go, words stay"),
            ("a\u{9b}2Jb", "ab"),
            ("a\u{1b}Pq#0\u{1b}\\b", "ab"),
            ("a\u{1b}(Bb", "ab"),
            ("a\u{1b}cb", "ab"),
            ("a\u{1b}", "a"),
            ("a\u{1b}\u{1b}[1mb", "ab"),
            ("bell\u{7} back\u{8}space\u{7f}", "bell backspace"),
            ("soft\u{ad}hyphen zero\u{200b}width\u{feff}", "softhyphen zerowidth"),
            ("one\r\ntwo\rthree\u{c}four", "one\ntwo\nthree\nfour"),
            ("tab\there\u{a0}nbsp\u{202f}thin", "tab here nbsp thin"),
            ("safe\u{202e}evil\u{2069}", "safe⟐evil⟐"),
        ] {
            assert_eq!(clean(dirty).0, want, "{dirty:?}");
        }
    }

    #[test]
    fn floods_of_joiners_and_marks_go() {
        let (out, report) = clean("a\u{200d}\u{200d}\u{200d}b می\u{200c}خواهم");
        assert_eq!((&*out, report.controls), ("ab می\u{200c}خواهم", 3));
    }

    #[test]
    fn a_warning_is_one_line_and_only_of_what_acts_or_misleads() {
        for (text, want) in [
            ("plain\tand \u{7}a bell", None),
            ("lone \u{9d} of mojibake", None),
            ("lone \u{1b}", Some("escape codes")),
            ("a\u{9b}31mred", Some("escape codes")),
            ("a\u{1b}[31mred", Some("escape codes")),
            ("safe\u{202e}evil", Some("reading direction")),
            ("a\u{1b}[31mred\u{202e}", Some("removed, and marks")),
        ] {
            let warning = clean(text).1.warning();
            assert!(warning.is_some() == want.is_some() && want.is_none_or(|part| warning.unwrap().contains(part)), "{text:?} {warning:?}");
        }
    }

    #[test]
    fn cleaning_twice_changes_nothing() {
        let (once, _) = clean("x\u{1b}[1m\u{202e}y\u{85}z\u{9d}t");
        assert_eq!(clean(&once).0, once);
    }

    #[test]
    fn joiners_and_combining_marks_stay() {
        let text = "👩\u{200d}🚀 e\u{301} می\u{200c}خواهم";
        assert_eq!(clean(text).0, text);
    }

    #[test]
    fn a_line_has_no_breaks() {
        assert_eq!(clean_line("a\nb\r\nc"), "a b c");
    }
}
