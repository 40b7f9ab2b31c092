//! Whether what a bookmark keeps still stands in its page.

use super::bookmarks::Passage;
use crate::article::Body;

/// How a kept passage stands, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The text is the one it was kept from.
    Intact,
    /// The text changed; the same words stand in it, and it is certain that they are these.
    Moved,
    /// The text no longer has these words, or has them in a place that need not be theirs.
    Altered,
    /// There is no text to look in.
    Missing,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Intact, Self::Moved, Self::Altered, Self::Missing];

    /// In one word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Intact => "intact",
            Self::Moved => "moved",
            Self::Altered => "altered",
            Self::Missing => "missing",
        }
    }

    /// Whether the evidence is no longer there.
    #[must_use]
    pub fn is_lost(self) -> bool {
        matches!(self, Self::Altered | Self::Missing)
    }
}

/// What became of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How it stands: as the worst of its stretches.
    pub standing: Standing,
    /// Of altered words, what stands in their place, where that can be told.
    pub now: Vec<String>,
}

/// Looks a passage up in a text.
#[must_use]
pub fn verify(passage: &Passage, body: &Body) -> Verified {
    use super::anchor::Anchored;
    let mut verified = Verified { standing: Standing::Intact, now: Vec::new() };
    for anchor in passage.anchors() {
        let standing = match anchor.find(body) {
            Anchored::Intact(_) => Standing::Intact,
            Anchored::Moved(_) => Standing::Moved,
            Anchored::Orphan => {
                verified.now.extend(anchor.instead(body).map(|span| body.words(span).to_owned()));
                Standing::Altered
            }
        };
        verified.standing = verified.standing.max(standing);
    }
    verified
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ParagraphKind;
    use crate::library::fixture::article;
    use crate::text::Span;

    #[test]
    fn a_passage_stands_as_its_worst_stretch() {
        let report = article("a", "s", "", "The ferry across the bay is back. It rained all day. Tickets for it now cost 4 euros each.");
        let passage = Passage::of(&report, &[Span::new(0, 33), Span::new(53, 90)]).unwrap();
        let standing = |text: &str| verify(&passage, &Body::new([(text, ParagraphKind::Prose)], "en"));
        assert_eq!(standing(report.body.text()).standing, Standing::Intact);
        let moved = "Update. The ferry across the bay is back. It rained all day. Tickets for it now cost 4 euros each.";
        assert_eq!(standing(moved), Verified { standing: Standing::Moved, now: Vec::new() });
        let altered = standing("The ferry across the bay is back. It rained all day. Tickets for it now cost 5 euros each.");
        assert_eq!(altered, Verified { standing: Standing::Altered, now: vec!["Tickets for it now cost 5 euros each.".to_owned()] });
    }
}
