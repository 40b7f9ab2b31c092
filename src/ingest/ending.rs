//! What feeds and blogs glue to the end of a text: `Read more`, `[…]`, `The post … appeared first on …`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::article::DropReason;
use crate::text::fold::key;
use crate::text::span::{after, before};

/// Invitations to read on, folded: English, German, French, Spanish, Russian, Ukrainian.
const READ_ON: &[&str] = &[
    "read more",
    "read the full story",
    "read full story",
    "read the full article",
    "read full article",
    "read the rest of this entry",
    "keep reading",
    "more",
    "continue reading",
    "weiterlesen",
    "mehr lesen",
    "ganzen artikel lesen",
    "lire la suite",
    "lire plus",
    "lire l'article",
    "leer mas",
    "seguir leyendo",
    "sigue leyendo",
    "continuar leyendo",
    "читать далее",
    "читать дальше",
    "читать полностью",
    "подробнее",
    "читати далі",
    "читати більше",
    "читати повністю",
    "докладніше",
];

/// The first words of a sentence that says where a text was published first, folded, and what it has further on; in the same languages.
const FIRST_ON: &[(&str, &str)] = &[
    ("the post ", " appeared first on "),
    ("the post ", " first appeared on "),
    ("der beitrag ", " erschien zuerst auf "),
    ("l'article ", " est apparu en premier sur "),
    ("la entrada ", " se publico primero en "),
    ("la entrada ", " aparece primero en "),
    ("сообщение ", " появились сначала на "),
    ("сообщение ", " появилось сначала на "),
    ("запись ", " впервые появилась "),
    ("запис ", " вперше з'явився "),
    ("запис ", " спершу з'явився на "),
    ("допис ", " з'явився спочатку на "),
];

/// The first words of all endings.
static FIRST_WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let first_on = FIRST_ON.iter().map(|(start, _)| *start);
    READ_ON.iter().copied().chain(first_on).filter_map(|words| words.split(' ').next()).collect()
});

/// The most bytes of an ending.
const LONGEST: usize = 400;

/// The most words behind an invitation that name what is to be read on.
const MOST_NAMED: usize = 24;

/// The most endings that are glued to each other.
const MOST_ENDINGS: usize = 3;

/// Arrows behind an invitation.
const ARROWS: &[char] = &['→', '»', '>', '›', '⟶', '➔'];

/// Where the endings of a text begin, and what they are; at 0 of a text that is nothing else.
pub(super) fn ending(text: &str) -> Option<(usize, DropReason)> {
    let mut found: Option<(usize, DropReason)> = None;
    for _ in 0..MOST_ENDINGS {
        let rest = found.map_or(text, |(at, _)| before(text, at)).trim_end();
        let Some((at, why)) = last_ending(rest) else { break };
        // Of several the first one, where the report's own words end.
        found = Some((at, why));
    }
    found
}

/// Why a text that is an ending and nothing else is no paragraph.
pub(super) fn whole(text: &str) -> Option<DropReason> {
    if text.len() > LONGEST { None } else { kind(text, Seam::Plain) }
}

fn last_ending(text: &str) -> Option<(usize, DropReason)> {
    let from = text.len().saturating_sub(LONGEST);
    let (mut last, mut last_word) = (None, None);
    for (at, c) in text.char_indices() {
        if at < from {
            last = Some(c);
            last_word = if c.is_whitespace() { last_word } else { last };
            continue;
        }
        let begins = !c.is_whitespace()
            && last.is_none_or(|last| last.is_whitespace() || !last.is_alphanumeric() || (last.is_lowercase() && c.is_uppercase()));
        if begins && let Some(why) = kind(after(text, at), Seam::of(last_word, last)) {
            return Some((at, why));
        }
        last = Some(c);
        last_word = if c.is_whitespace() { last_word } else { Some(c) };
    }
    None
}

/// What stands before a possible ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seam {
    /// Nothing, the end of a sentence, or a word that the ending is glued to.
    Plain,
    /// A word and a blank: the ending may be words of the sentence.
    Open,
}

impl Seam {
    fn of(last_word: Option<char>, last: Option<char>) -> Self {
        let ends = |c: char| !c.is_alphanumeric() && !matches!(c, ',' | ';' | '-' | '–' | '—' | '(' | '[' | '„' | '“' | '«');
        let is_glued = last.is_some_and(char::is_alphanumeric);
        if is_glued || last_word.is_none_or(ends) { Self::Plain } else { Self::Open }
    }
}

/// Why a stretch that a text ends with is none of it.
fn kind(tail: &str, seam: Seam) -> Option<DropReason> {
    if matches!(tail.trim_end_matches('.').trim_end(), "[…]" | "[...]" | "[. . .]") || tail == "[...]" {
        return Some(DropReason::Fragment);
    }
    // Most words of a text begin no ending.
    let first = tail.trim_start_matches(['(', '[']).split(|c: char| c.is_whitespace() || ARROWS.contains(&c)).next().unwrap_or_default();
    if !FIRST_WORDS.contains(key(first.trim_end_matches(['.', '…', ')', ']'])).as_str()) {
        return None;
    }
    let folded = key(tail);
    let is_title =
        |start: &str| tail.split(' ').nth(start.split_whitespace().count()).is_some_and(|word| !word.starts_with(char::is_lowercase));
    let is_first_on =
        |(start, further): &(&str, &str)| folded.strip_prefix(start).is_some_and(|rest| rest.contains(further)) && is_title(start);
    if seam == Seam::Plain && FIRST_ON.iter().any(is_first_on) {
        return Some(DropReason::LegalNote);
    }
    let bare = tail.trim_end_matches(|c: char| c.is_whitespace() || ARROWS.contains(&c) || matches!(c, '.' | '…' | ')' | ']'));
    let has_arrow = after(tail, bare.len()).contains(ARROWS);
    let folded = key(bare.trim_start_matches(['(', '[']));
    let is_read_on = |words: &&str| {
        let Some(rest) = folded.strip_prefix(*words) else { return false };
        let more = rest.split_whitespace().count();
        // `Continue reading “The old bridge” →` names what it leads to.
        let names = has_arrow && rest.starts_with([' ', ':']) && more <= MOST_NAMED && *words != "more";
        (rest.is_empty() && (has_arrow || (seam == Seam::Plain && *words != "more"))) || names
    };
    READ_ON.iter().any(is_read_on).then_some(DropReason::Navigation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings() {
        for (text, want) in [
            (
                "The tide came in twice that day. The post Tide comes twice appeared first on Varn Voice.",
                "The tide came in twice that day.",
            ),
            ("The tide came in twice that day.The post Tide comes twice appeared first on Varn Voice.", "The tide came in twice that day."),
            ("Die Flut kam zweimal. Der Beitrag Zwei Fluten erschien zuerst auf Varner Stimme.", "Die Flut kam zweimal."),
            (
                "La marée est venue deux fois. L’article Deux marées est apparu en premier sur Voix de Varn.",
                "La marée est venue deux fois.",
            ),
            ("La marea vino dos veces. La entrada Dos mareas se publicó primero en Voz de Varn.", "La marea vino dos veces."),
            ("Прилив был дважды. Запись Два прилива впервые появилась Голос Варна.", "Прилив был дважды."),
            ("Приплив був двічі. Запис Два припливи спершу з'явився на Голос Варна.", "Приплив був двічі."),
            ("The bakers agreed on one price, the guild said. […]", "The bakers agreed on one price, the guild said."),
            ("The bakers agreed on one price for [...]", "The bakers agreed on one price for"),
            ("The bakers agreed on one price. [...] The post Bread appeared first on Varn Voice.", "The bakers agreed on one price."),
            ("The bakers agreed on one price. Continue reading →", "The bakers agreed on one price."),
            ("The bakers agreed on one price for Continue reading “Bread in Varn” →", "The bakers agreed on one price for"),
            ("The bakers agreed on one price… Read more", "The bakers agreed on one price…"),
            ("The bakers agreed on one price.Read More »", "The bakers agreed on one price."),
            ("The bakers agreed on one price… (more…)", "The bakers agreed on one price… (more…)"),
            ("Die Bäcker sind sich einig. Weiterlesen", "Die Bäcker sind sich einig."),
            ("Les boulangers sont d’accord. Lire la suite", "Les boulangers sont d’accord."),
            ("Los panaderos están de acuerdo. Leer más", "Los panaderos están de acuerdo."),
            ("Пекари договорились. Читать далее", "Пекари договорились."),
            ("Пекарі домовилися. Читати далі →", "Пекарі домовилися."),
            ("Read more", ""),
            ("The post Bread appeared first on Varn Voice.", ""),
            // The report's own words.
            ("Children should read more", "Children should read more"),
            ("The minister wants them to read more.", "The minister wants them to read more."),
            ("The post office of Varn appeared first on the map of 1741.", "The post office of Varn appeared first on the map of 1741."),
            ("She left [the room] and came back.", "She left [the room] and came back."),
            ("", ""),
        ] {
            let kept = ending(text).map_or(text, |(at, _)| before(text, at).trim_end());
            assert_eq!(kept, want, "{text}");
        }
    }
}
