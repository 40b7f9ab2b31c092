//! Finds what stands between quotation marks: every style of mark, nested, unclosed, and straight.

use super::span::Span;

/// One stretch between quotation marks inside a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// From the opening mark to the closing one, both included.
    pub outer: Span,
    /// What stands between the marks.
    pub inner: Span,
    /// Whether the closing mark was there; an unclosed stretch ends with the paragraph.
    pub closed: bool,
    /// Whether the marks are single ones (`'…'`, `‘…’`, `‹…›`).
    pub single: bool,
}

/// Finds the outermost marked stretches of one paragraph, in order; marks of the other kind inside are content.
///
/// An opening mark that meets a second opening mark of its own kind while open counts as never closed: it is dropped in favour of the
/// second, so that one stray mark cannot swallow the rest. A stretch still open at the end is given with `closed: false`.
#[must_use]
pub fn marked(paragraph: &str) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut open: Option<Open> = None;
    for mark in marks(paragraph) {
        match &mut open {
            Some(start) if start.nests(mark) => start.nested = !start.nested,
            Some(start) if start.closes_at(mark) => {
                found.push(start.close(mark));
                open = None;
            }
            Some(start) if start.reopens_at(mark) => open = Some(Open::at(mark)),
            None if mark.can_open => open = Some(Open::at(mark)),
            _ => {}
        }
    }
    if let Some(start) = open.filter(|start| !start.style.is_single()) {
        let end = paragraph.trim_end().len();
        found.push(Marked { outer: Span::new(start.at.start, end), inner: Span::new(start.at.end, end), closed: false, single: false });
    }
    found
}

/// The first double mark that closes what nothing opened, behind the stop or comma of a spoken sentence: `We will win,” he said`.
#[must_use]
pub fn stray_closing(paragraph: &str) -> Option<Span> {
    if !paragraph.contains(is_mark) {
        return None;
    }
    let open = marked(paragraph);
    marks(paragraph).into_iter().find_map(|mark| {
        let ends_speech = super::span::before(paragraph, mark.at.start).ends_with([',', '.', '?', '!', '…']);
        let closes = mark.can_close && matches!(mark.style, Style::Straight | Style::Curly);
        let last = open.partition_point(|stretch| stretch.outer.start <= mark.at.start).checked_sub(1).and_then(|at| open.get(at));
        let stray = last.is_none_or(|stretch| !stretch.outer.covers(mark.at));
        (ends_speech && closes && stray).then_some(mark.at)
    })
}

/// The families of quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `"`, and the typewriter's doubled ones (two backticks, two apostrophes).
    Straight,
    /// `“ ” „ ‟`
    Curly,
    /// `« »`, also turned inwards.
    Angle,
    /// `「 」 『 』`
    Corner,
    /// `'`
    StraightSingle,
    /// `‘ ’ ‚ ‛`
    CurlySingle,
    /// `‹ ›`
    AngleSingle,
}

impl Style {
    fn is_single(self) -> bool {
        matches!(self, Self::StraightSingle | Self::CurlySingle | Self::AngleSingle)
    }
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    at: Span,
    glyph: char,
    style: Style,
    can_open: bool,
    can_close: bool,
}

#[derive(Debug, Clone, Copy)]
struct Open {
    at: Span,
    glyph: char,
    style: Style,
    /// Whether a curly pair is open inside straight marks.
    nested: bool,
}

impl Open {
    fn at(mark: Mark) -> Self {
        Self { at: mark.at, glyph: mark.glyph, style: mark.style, nested: false }
    }

    /// Whether the stretch ends at the mark; straight and curly double marks close each other, as dumps mix them, and either way of
    /// turning angle marks is closed by the other.
    fn closes_at(self, mark: Mark) -> bool {
        let doubles = |style| matches!(style, Style::Straight | Style::Curly);
        match self.style {
            Style::Angle => mark.style == Style::Angle && mark.glyph != self.glyph,
            style => mark.can_close && (style == mark.style || (doubles(style) && doubles(mark.style))),
        }
    }

    /// Whether the mark opens a stretch of this style once more.
    fn reopens_at(self, mark: Mark) -> bool {
        mark.can_open && !mark.can_close && self.style == mark.style
    }

    /// Whether the mark opens or closes a curly pair inside straight marks.
    fn nests(self, mark: Mark) -> bool {
        let opens = mark.can_open && !mark.can_close && !self.nested;
        let closes = mark.can_close && self.nested;
        self.style == Style::Straight && mark.style == Style::Curly && (opens || closes)
    }

    fn close(self, mark: Mark) -> Marked {
        Marked {
            outer: Span::new(self.at.start, mark.at.end),
            inner: Span::new(self.at.end, mark.at.start),
            closed: true,
            single: self.style.is_single(),
        }
    }
}

/// Every quotation mark of the paragraph, with what it can be by its neighbours.
fn marks(paragraph: &str) -> Vec<Mark> {
    let mut found: Vec<Mark> = Vec::new();
    let mut previous: Option<char> = None;
    let mut skip_to = 0;
    for (at, c) in paragraph.char_indices() {
        if at < skip_to {
            continue;
        }
        if !is_mark(c) {
            previous = Some(c);
            continue;
        }
        let rest = super::span::after(paragraph, at);
        let length = if rest.starts_with("``") || rest.starts_with("''") { 2 } else { c.len_utf8() };
        let next = super::span::after(paragraph, at + length).chars().next();
        if let Some((style, opens, closes)) = mark_of(c, length == 2, previous, next) {
            found.push(Mark { at: Span::new(at, at + length), glyph: c, style, can_open: opens, can_close: closes });
        }
        skip_to = at + length;
        previous = Some(c);
    }
    found
}

/// Whether a character can be a quotation mark; most are not, and need no look at their neighbours.
pub(super) fn is_mark(c: char) -> bool {
    match c {
        '"' | '\'' | '`' => true,
        _ => {
            !c.is_ascii()
                && matches!(c, '＂' | '“' | '„' | '‟' | '”' | '«' | '»' | '「' | '『' | '」' | '』' | '‹' | '›' | '‘' | '‚' | '‛' | '’')
        }
    }
}

/// The style of a mark, whether it can open and whether it can close.
fn mark_of(c: char, doubled: bool, previous: Option<char>, next: Option<char>) -> Option<(Style, bool, bool)> {
    let opens = previous.is_none_or(opens_after) && next.is_some_and(|n| !n.is_whitespace());
    let closes = previous.is_some_and(|p| !p.is_whitespace()) && next.is_none_or(|n| !n.is_alphanumeric());
    let stands_free = previous.is_some_and(char::is_whitespace) && next.is_none_or(char::is_whitespace);
    Some(match c {
        '`' if doubled => (Style::Straight, true, false),
        '\'' if doubled => (Style::Straight, opens, previous.is_some_and(|p| !p.is_whitespace()) || stands_free),
        '"' | '＂' => (Style::Straight, opens, (previous.is_some_and(|p| !p.is_whitespace()) && (closes || !opens)) || stands_free),
        '“' => (Style::Curly, true, !opens && closes),
        '„' | '‟' => (Style::Curly, true, false),
        '”' => (Style::Curly, false, true),
        '«' => (Style::Angle, !closes || opens, false),
        '»' => (Style::Angle, opens && !closes, false),
        '「' | '『' => (Style::Corner, true, false),
        '」' | '』' => (Style::Corner, false, true),
        '‹' => (Style::AngleSingle, true, false),
        '›' => (Style::AngleSingle, false, true),
        '‘' | '‚' | '‛' => (Style::CurlySingle, opens, false),
        '’' => (Style::CurlySingle, false, closes),
        '\'' => (Style::StraightSingle, opens && next.is_some_and(char::is_alphabetic), closes),
        _ => return None,
    })
}

/// Characters after which a quotation may open.
fn opens_after(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | '[' | '{' | '-' | '–' | '—' | '/' | ':' | '…' | '"' | '“' | '„' | '«' | '‘' | '\'' | '¿' | '¡')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        marked(text).into_iter().map(|m| m.inner.of(text)).collect()
    }

    #[test]
    fn every_style_of_mark() {
        for (text, want) in [
            ("He said \"yes\" twice.", vec!["yes"]),
            ("“One,” she said, “two.”", vec!["One,", "two."]),
            ("Er sagte: „Ja“ und „nein”.", vec!["Ja", "nein"]),
            ("Il a dit « oui » et «non».", vec![" oui ", "non"]),
            ("Er rief »Halt« dreimal.", vec!["Halt"]),
            ("彼は「はい」と言った", vec!["はい"]),
            ("``Old style,'' he said.", vec!["Old style,"]),
            ("It was 'an invincible fighting brotherhood'.", vec!["an invincible fighting brotherhood"]),
            ("It was ‘great’, they said.", vec!["great"]),
            ("Curly “opened\" and straight.", vec!["opened"]),
        ] {
            assert_eq!(inner(text), want, "{text}");
        }
    }

    #[test]
    fn angle_marks_turn_either_way() {
        assert_eq!(inner("«Мы победим», — сказал он."), ["Мы победим"]);
        assert_eq!(inner("« Oui », dit-il. « Non »."), [" Oui ", " Non "]);
        assert_eq!(inner("Er rief »Halt« und »Los«."), ["Halt", "Los"]);
    }

    #[test]
    fn curly_pairs_nest_in_straight_marks() {
        assert_eq!(inner("\"She said “no” twice,\" he added."), ["She said “no” twice,"]);
        assert_eq!(inner("''I hate the term 'poor,' '' she said."), ["I hate the term 'poor,' "]);
    }

    #[test]
    fn closing_marks_that_nothing_opened() {
        let stray = |text: &str| stray_closing(text).map(|span| span.start);
        assert_eq!(stray("We will win,” he said."), Some(12));
        assert_eq!(stray("“We will win,” he said."), None);
        assert_eq!(stray("A 12” gun and a 9” one"), None);
    }

    #[test]
    fn apostrophes_are_not_marks() {
        for text in [
            "Kim's guards didn't speak of the '90s.",
            "The workers' union and the boss's son",
            "rock ’n’ roll isn’t dead",
            "It’s the people’s choice",
        ] {
            assert_eq!(inner(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn marks_of_the_other_kind_inside_are_content() {
        assert_eq!(inner("\"He told me 'never' again,\" she said."), ["He told me 'never' again,"]);
        assert_eq!(inner("“She called it ‘a farce’ – twice,” he said."), ["She called it ‘a farce’ – twice,"]);
    }

    #[test]
    fn a_stray_mark_does_not_swallow_the_rest() {
        let text = "The “first was left open. Then “second,” he said.";
        assert_eq!(inner(text), ["second,"]);
        let open = marked("“We will go on, and never stop.");
        assert!(!open[0].closed);
        assert_eq!(marked("said” and no more"), vec![]);
    }
}
