//! The words of a text as the index of the library knows them: folded, and pairs of characters where a script puts no blanks between words.

use crate::text::fold;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind, each_token};

/// A word, or two characters of a script without blanks, with its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) key: String,
}

/// The pieces of a text in order.
///
/// `l’Élysée` is `l elysee` and `Russia’s` is `russia`; `1,200` is `1200`; `東京都` is `東京 京都`, and one character alone is itself.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::with_capacity(text.len() / 6);
    for token in each_token(text) {
        let written = token.span.of(text);
        match token.kind {
            TokenKind::Mark => {}
            TokenKind::Number => found.push(Piece { span: token.span, key: written.replace(',', "") }),
            TokenKind::Word if written.is_ascii() && !written.contains('\'') => {
                found.push(Piece { span: token.span, key: written.to_ascii_lowercase() });
            }
            TokenKind::Word => push_word(text, token, &mut found),
        }
    }
    found
}

/// The pieces of a text as the index takes them.
pub(super) fn indexed(text: &str) -> String {
    let mut keys = String::with_capacity(text.len());
    for piece in pieces(text) {
        keys.push_str(&piece.key);
        keys.push(' ');
    }
    keys
}

/// Cuts a word at its apostrophes and where the script changes to one without blanks.
fn push_word(text: &str, token: Token, found: &mut Vec<Piece>) {
    let mut run: Vec<Span> = Vec::new();
    let mut was_dense = false;
    let mut at = token.span.start;
    let before = found.len();
    for c in token.span.of(text).chars() {
        let span = Span::new(at, at + c.len_utf8());
        at = span.end;
        let is_cut = matches!(c, '\'' | '’');
        if is_cut || is_dense(c) != was_dense {
            push_run(text, &run, was_dense, found);
            run.clear();
        }
        was_dense = is_dense(c);
        if !is_cut {
            run.push(span);
        }
    }
    let is_possessive = found.len() > before && matches!(run.as_slice(), [only] if matches!(only.of(text), "s" | "S"));
    if !is_possessive {
        push_run(text, &run, was_dense, found);
    }
}

fn push_run(text: &str, run: &[Span], is_dense: bool, found: &mut Vec<Piece>) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let piece = |span: Span| Piece { span, key: fold::key(span.of(text)) };
    if is_dense && run.len() > 1 {
        found.extend(run.windows(2).filter_map(|pair| Some(piece(pair.first()?.hull(*pair.last()?)))));
    } else {
        found.push(piece(first.hull(*last)));
    }
    // Nothing but marks is no word.
    if found.last().is_some_and(|piece| piece.key.is_empty()) {
        found.pop();
    }
}

/// Whether a character belongs to a script that puts no blanks between words, or puts them between more than words.
pub(super) fn is_dense(c: char) -> bool {
    matches!(c,
        // Thai, Lao, Burmese, Khmer.
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        // Hangul.
        | '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}'
        // Han, Hiragana, Katakana and what stands between them.
        | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_cut() {
        for (text, want) in [
            ("The Pier’s 1,200 posts, 3.5 m", "the pier 1200 posts 3.5 m "),
            ("l’Élysée O'Brien don't", "l elysee o brien don t "),
            ("東京都 へ、京", "東京 京都 へ 京 "),
            ("한국어 EU離脱", "한국 국어 eu 離脱 "),
            ("CAFÉ cafe\u{301} ﬁre", "cafe cafe fire "),
            ("— … !", ""),
        ] {
            assert_eq!(indexed(text), fold::key(want), "{text}");
        }
    }

    #[test]
    fn a_piece_keeps_its_place() {
        let text = "À l’Élysée: 東京都";
        let found: Vec<&str> = pieces(text).iter().map(|piece| piece.span.of(text)).collect();
        assert_eq!(found, ["À", "l", "Élysée", "東京", "京都"]);
    }
}
