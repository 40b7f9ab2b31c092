//! Breaks a text into lines of a width: the lines are spans, so that marks can be laid over them.

use super::span::Span;
use super::width::{clusters, plain_width};

/// The lines of a stretch of text, each at most `columns` cells wide, in time proportional to the stretch.
///
/// Lines break at white space (at a line feed always), after hyphens, dashes and slashes inside words, and between CJK characters; a
/// word longer than a line is cut by grapheme cluster. A line has no blank at either end; a stretch of blanks has no line. Only a
/// cluster that is itself wider than `columns` sticks out.
#[must_use]
pub fn wrap(text: &str, span: Span, columns: usize) -> Vec<Span> {
    let mut lines = Lines { columns: columns.max(1), done: Vec::new(), current: None };
    let mut gap = 0;
    for word in words(text, span) {
        match word {
            Stretch::LineFeed => lines.finish(),
            Stretch::Blank(cells) => gap += cells,
            Stretch::Word(word) => {
                for_each_piece(text, word, |piece| lines.place(text, piece, std::mem::take(&mut gap)));
            }
        }
    }
    lines.finish();
    lines.done
}

/// What a text is made of, seen from the margin.
enum Stretch {
    LineFeed,
    /// One blank and its cells.
    Blank(usize),
    Word(Span),
}

/// The text cut at its white space.
fn words(text: &str, span: Span) -> impl Iterator<Item = Stretch> {
    let mut rest = span.of(text);
    let mut at = span.start;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let (length, stretch) = if first == '\n' {
            (1, Stretch::LineFeed)
        } else if first.is_whitespace() {
            (first.len_utf8(), Stretch::Blank(plain_width(rest.get(..first.len_utf8())?).unwrap_or(2)))
        } else {
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            (length, Stretch::Word(Span::new(at, at + length)))
        };
        rest = super::span::after(rest, length);
        at += length;
        Some(stretch)
    })
}

/// Part of a word that is broken only when it is longer than a line.
#[derive(Debug, Clone, Copy)]
struct Piece {
    span: Span,
    width: usize,
}

/// Cuts a word at the places where a line may end inside it.
fn for_each_piece(text: &str, word: Span, mut give: impl FnMut(Piece)) {
    let inside = word.of(text);
    if let Some(width) = plain_width(inside)
        && !inside.contains(is_joint)
    {
        return give(Piece { span: word, width });
    }
    let mut piece = Piece { span: Span::new(word.start, word.start), width: 0 };
    let mut before = [None, None];
    for cluster in clusters(inside) {
        let next = cluster.text.chars().next();
        if may_break(before, next) {
            give(piece);
            piece = Piece { span: Span::new(piece.span.end, piece.span.end), width: 0 };
        }
        piece.span.end += cluster.text.len();
        piece.width += cluster.width;
        before = [before[1], next];
    }
    give(piece);
}

/// Characters inside a word after which a line may end.
fn is_joint(c: char) -> bool {
    matches!(c, '-' | '‐' | '–' | '—' | '―' | '/')
}

/// Whether a line may end between the last of two characters and the next one.
fn may_break([earlier, last]: [Option<char>; 2], next: Option<char>) -> bool {
    let (Some(last), Some(next)) = (last, next) else { return false };
    match last {
        '—' | '―' => earlier.is_some() && !is_closing(next) && !is_joint(next),
        // `4-5`, `12/09` and `-5` stay whole.
        _ if is_joint(last) => earlier.is_some() && next.is_alphabetic(),
        _ => (is_cjk(last) || is_cjk(next)) && !is_opening(last) && !is_closing(next),
    }
}

/// Scripts written without blanks: ideographs, kana, and their full-width forms. Korean has blanks.
fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{30ff}' | '\u{31f0}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// Marks that open a stretch and so never end a line.
fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '“' | '‘' | '„' | '«' | '（' | '［' | '｛' | '〈' | '《' | '「' | '『' | '【' | '〔' | '〖' | '$' | '£' | '￥')
}

/// Marks that close a stretch or hang on to what stands before, and so never begin a line (JIS X 4051, shortened).
fn is_closing(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '”'
            | '’'
            | '»'
            | '"'
            | '\''
            | ','
            | '.'
            | ':'
            | ';'
            | '!'
            | '?'
            | '%'
            | '…'
            | '·'
            | '）'
            | '］'
            | '｝'
            | '〉'
            | '》'
            | '」'
            | '』'
            | '】'
            | '〕'
            | '〗'
            | '、'
            | '。'
            | '，'
            | '．'
            | '：'
            | '；'
            | '！'
            | '？'
            | '％'
            | '々'
            | 'ー'
            | '・'
            | 'ぁ'
            | 'ぃ'
            | 'ぅ'
            | 'ぇ'
            | 'ぉ'
            | 'っ'
            | 'ゃ'
            | 'ゅ'
            | 'ょ'
            | 'ァ'
            | 'ィ'
            | 'ゥ'
            | 'ェ'
            | 'ォ'
            | 'ッ'
            | 'ャ'
            | 'ュ'
            | 'ョ'
    )
}

/// The lines so far and the one being filled.
struct Lines {
    columns: usize,
    done: Vec<Span>,
    current: Option<Piece>,
}

impl Lines {
    /// Puts a piece on the line if it fits behind the gap, else on the next one.
    fn place(&mut self, text: &str, piece: Piece, gap: usize) {
        match &mut self.current {
            Some(line) if line.width + gap + piece.width <= self.columns => {
                line.span.end = piece.span.end;
                line.width += gap + piece.width;
            }
            _ => {
                self.finish();
                self.begin(text, piece);
            }
        }
    }

    /// Starts a line with a piece; one that is longer than the line fills as many as it needs.
    fn begin(&mut self, text: &str, piece: Piece) {
        if piece.width <= self.columns {
            self.current = Some(piece);
            return;
        }
        for cluster in clusters(piece.span.of(text)) {
            let start = piece.span.start + cluster.start;
            let span = Span::new(start, start + cluster.text.len());
            match &mut self.current {
                Some(line) if line.width + cluster.width <= self.columns => {
                    line.span.end = span.end;
                    line.width += cluster.width;
                }
                _ => {
                    self.finish();
                    self.current = Some(Piece { span, width: cluster.width });
                }
            }
        }
    }

    fn finish(&mut self) {
        self.done.extend(self.current.take().map(|line| line.span));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::width::width;

    fn lines(text: &str, columns: usize) -> Vec<&str> {
        wrap(text, Span::whole(text), columns).into_iter().map(|line| line.of(text)).collect()
    }

    #[test]
    fn lines_break_where_a_reader_expects() {
        for (text, columns, want) in [
            ("The two sides met.", 9, vec!["The two", "sides", "met."]),
            ("The two sides met.", 99, vec!["The two sides met."]),
            ("  blank  ends  ", 9, vec!["blank", "ends"]),
            ("two  blanks", 12, vec!["two  blanks"]),
            ("one\ntwo", 20, vec!["one", "two"]),
            ("a well-known face", 8, vec!["a well-", "known", "face"]),
            ("it took 4-5 hours", 10, vec!["it took", "4-5 hours"]),
            ("on 12/09/2023", 9, vec!["on", "12/09/202", "3"]),
            ("and/or both", 4, vec!["and/", "or", "both"]),
            ("he—or she—left", 6, vec!["he—or", "she—", "left"]),
            ("“I thought—”", 11, vec!["“I", "thought—”"]),
            ("see https://news.example/world/story", 16, vec!["see https://", "news.example/", "world/story"]),
            ("Donaudampfschiff", 5, vec!["Donau", "dampf", "schif", "f"]),
            ("北京时间九月", 6, vec!["北京时", "间九月"]),
            ("他说：“好的”。", 8, vec!["他说：", "“好的”。"]),
            ("北京 2023年", 5, vec!["北京", "2023", "年"]),
            ("北京", 1, vec!["北", "京"]),
            ("", 5, vec![]),
            ("   ", 5, vec![]),
            ("ab", 0, vec!["a", "b"]),
        ] {
            assert_eq!(lines(text, columns), want, "{text:?} in {columns}");
        }
    }

    #[test]
    fn only_the_stretch_is_wrapped() {
        let text = "One two. Three four five. Six.";
        assert_eq!(wrap(text, Span::new(8, 25), 10), [Span::new(9, 19), Span::new(20, 25)]);
    }

    /// Words, long words, joints, wide and combining characters, blanks.
    const TEXT: &str = "([a-z]{1,9}|[—–/-]|[ \n]{1,2}|[北京。「]{1,3}|e\u{301}|👩\u{200d}🚀|\\PC){0,40}";

    proptest! {
        #[test]
        fn no_line_is_too_wide(text in TEXT, columns in 2_usize..30) {
            for line in lines(&text, columns) {
                prop_assert!(width(line) <= columns || clusters(line).count() == 1, "{line:?}");
                prop_assert_eq!(line, line.trim());
                prop_assert!(!line.is_empty());
            }
        }

        #[test]
        fn nothing_but_blanks_is_lost(text in TEXT, columns in 0_usize..30) {
            let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(solid(&lines(&text, columns).concat()), solid(&text));
        }

        #[test]
        fn lines_are_filled(text in "([a-z]{1,9} ){0,30}", columns in 9_usize..30) {
            let lines = lines(&text, columns);
            for pair in lines.windows(2) {
                let next = pair[1].split(' ').next().unwrap();
                prop_assert!(width(pair[0]) + 1 + width(next) > columns);
            }
        }
    }
}
