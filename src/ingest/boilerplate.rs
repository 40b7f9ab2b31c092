//! Phrases that mark what is not the report: menus, share buttons, promotion, related stories, comments, legal notes, captions, credits.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::fold::key;
use crate::text::token::{TokenKind, each_token};

mod phrases;

use phrases::PHRASES;

/// What a phrase marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Class {
    /// Menus, section names, buttons.
    Navigation,
    /// Share buttons.
    Sharing,
    /// Reading times, audio notes, advertisements, counters.
    Furniture,
    /// Asks for money, a subscription, a download, a click.
    Promotion,
    /// A heading over links to other stories.
    Related,
    /// Readers' comments and their forms.
    Comments,
    /// Copyright, cookies, terms.
    Legal,
    /// Who else worked on the report.
    Credit,
    /// A picture's caption or credit.
    Caption,
    /// A note of a site or of its programs that stands in no report, wherever on the page it is.
    Notice,
}

impl Class {
    /// All classes, in the order of their bits in [`Classes`].
    const ALL: [Self; 10] = [
        Self::Navigation,
        Self::Sharing,
        Self::Furniture,
        Self::Promotion,
        Self::Related,
        Self::Comments,
        Self::Legal,
        Self::Credit,
        Self::Caption,
        Self::Notice,
    ];
}

/// Where in a block a phrase must stand to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It is the whole block, numbers and marks aside.
    Whole,
    /// The block begins with it.
    Start,
    /// Anywhere near the beginning or the end.
    Anywhere,
}

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Classes(u16);

impl Classes {
    /// Whether the class is in the set.
    pub(super) fn has(self, class: Class) -> bool {
        self.0 & Self::bit(class) != 0
    }

    /// Whether no class is in the set.
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn bit(class: Class) -> u16 {
        1 << class as u8
    }

    fn add(&mut self, class: Class) {
        self.0 |= Self::bit(class);
    }

    /// The classes in the set, in the order of [`Class::ALL`].
    pub(super) fn iter(self) -> impl Iterator<Item = Class> {
        Class::ALL.into_iter().filter(move |&class| self.has(class))
    }
}

/// One phrase, folded and cut into words.
struct Entry {
    class: Class,
    place: Place,
    words: Vec<String>,
}

/// All phrases by their first word.
static INDEX: LazyLock<FxHashMap<String, Vec<Entry>>> = LazyLock::new(|| {
    let mut index: FxHashMap<String, Vec<Entry>> = FxHashMap::default();
    for group in PHRASES {
        for phrase in group.phrases {
            let folded = key(phrase);
            if let Some((first, rest)) = words(&folded).split_first() {
                let words = rest.iter().map(|&word| word.to_owned()).collect();
                index.entry((*first).to_owned()).or_default().push(Entry { class: group.class, place: group.place, words });
            }
        }
    }
    index
});

/// Words at either end of a block that are looked at; what stands deep in a paragraph marks nothing.
const REACH: usize = 16;

/// The classes whose phrases stand in a folded block.
pub(super) fn classes(folded: &str) -> Classes {
    let (head, tail) = ends(folded);
    let mut found = Classes::default();
    scan(&words(head), 0, tail.is_none(), &mut found);
    if let Some(tail) = tail {
        scan(&words(tail), 1, false, &mut found);
    }
    found
}

/// The first words of a block and, where it is longer, the last ones.
fn ends(block: &str) -> (&str, Option<&str>) {
    let Some((head, _)) = block.match_indices(' ').nth(REACH) else { return (block, None) };
    let tail = block.rmatch_indices(' ').nth(REACH).map_or(head, |(at, _)| at.max(head));
    (crate::text::span::before(block, head), Some(crate::text::span::after(block, tail)))
}

/// Looks up every word from the first on; `from` says how many words stand before them, `whole` that they are all the block has.
fn scan(words: &[&str], from: usize, whole: bool, found: &mut Classes) {
    for (at, first) in words.iter().enumerate() {
        let rest = &words[at + 1..];
        let follows = |entry: &&Entry| entry.words.len() <= rest.len() && entry.words.iter().zip(rest).all(|(word, next)| word == next);
        let stands = |entry: &&Entry| match entry.place {
            Place::Whole => whole && at == 0 && rest.len() == entry.words.len(),
            Place::Start => from + at == 0,
            Place::Anywhere => true,
        };
        for entry in INDEX.get(*first).into_iter().flatten().filter(stands).filter(follows) {
            found.add(entry.class);
        }
    }
}

/// The words of a folded text; numbers do not count, and of the marks only `©` and `@`.
fn words(folded: &str) -> Vec<&str> {
    let is_said = |kind: TokenKind, word: &str| kind == TokenKind::Word || matches!(word, "©" | "@");
    let all = each_token(folded).map(|token| (token.kind, token.span.of(folded)));
    all.filter(|(kind, word)| is_said(*kind, word)).map(|(_, word)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_by_class_and_place() {
        for (block, want) in [
            ("Skip to content", vec![Class::Navigation]),
            ("12 Comments", vec![Class::Comments]),
            ("The comments came a day after the vote.", vec![]),
            ("Related Articles", vec![Class::Related]),
            ("Share", vec![Class::Sharing]),
            ("Share prices fell on Monday.", vec![]),
            ("3 min read", vec![Class::Furniture]),
            ("© 2024 The Harbour Post. All rights reserved.", vec![Class::Legal]),
            ("The mayor opens the bridge. (Photo credit: A. Smith)", vec![Class::Caption]),
            ("Подписывайтесь на наш Telegram-канал", vec![Class::Promotion]),
            ("Читайте также", vec![Class::Related]),
            ("Lesen Sie auch", vec![Class::Related]),
            ("Jane Smith in Orne contributed to this report.", vec![Class::Credit]),
            ("The bank contributed to this growth.", vec![]),
            ("This slideshow requires JavaScript.", vec![Class::Notice]),
            ("Sometimes we include links to online shops. If you click on one, we may earn a commission.", vec![Class::Notice]),
            ("The post Harbour of Orne to close appeared first on Harbour Post.", vec![Class::Legal]),
            ("Der Beitrag Hafen schließt erschien zuerst auf Hafenblatt.", vec![Class::Legal]),
        ] {
            assert_eq!(classes(&key(block)).iter().collect::<Vec<_>>(), want, "{block}");
        }
    }

    #[test]
    fn the_end_of_a_long_block_counts_its_middle_does_not() {
        let words = "word ".repeat(40);
        assert!(classes(&format!("{words} getty images")).has(Class::Caption));
        assert_eq!(classes(&format!("{words} getty images {words}")), Classes::default());
    }
}
