//! Which reports are one text: agency copy printed by several sources, a page saved twice.

use super::signature::Signature;

/// Of the words of the shorter report so many must stand as often in the longer one, for both to be one text. Independent reports of one event
/// share about a third of theirs.
const SAME_TEXT: f32 = 0.85;
/// Fewer words than these tell too little.
const FEWEST_WORDS: u32 = 20;

/// How much of the words of the shorter report stands as often in the longer one, 0 to 1; stop words are not counted.
#[must_use]
pub fn text_in_common(left: &Signature, right: &Signature) -> f32 {
    let mut others = right.words.iter().peekable();
    let mut shared = 0;
    for word in &left.words {
        while others.next_if(|other| other.stem < word.stem).is_some() {}
        if let Some(other) = others.next_if(|other| other.stem == word.stem) {
            shared += word.whole.min(other.whole);
        }
    }
    shared as f32 / left.length().min(right.length()).max(1) as f32
}

/// For each report the number of the first one that is the same text, its own where it is the first or the only one.
///
/// Each is compared with the longest report of every text so far: what an outlet cut from an agency's report stands in the whole one.
#[must_use]
pub fn origins(signatures: &[Signature]) -> Vec<usize> {
    let lengths: Vec<u32> = signatures.iter().map(Signature::length).collect();
    let mut order: Vec<usize> = (0..signatures.len()).collect();
    order.sort_by_key(|&number| (std::cmp::Reverse(lengths.get(number).copied()), number));
    let mut texts: Vec<Vec<usize>> = Vec::new();
    for number in order {
        let is_long = lengths.get(number).is_some_and(|length| *length >= FEWEST_WORDS);
        let is_same = |text: &&mut Vec<usize>| {
            let longest = text.first().and_then(|&longest| signatures.get(longest)).zip(signatures.get(number));
            is_long && longest.is_some_and(|(longest, this)| text_in_common(longest, this) >= SAME_TEXT)
        };
        match texts.iter_mut().find(is_same) {
            Some(text) => text.push(number),
            None => texts.push(vec![number]),
        }
    }
    let mut origins: Vec<usize> = (0..signatures.len()).collect();
    for text in texts {
        let first = text.iter().copied().min().unwrap_or_default();
        for number in text {
            if let Some(origin) = origins.get_mut(number) {
                *origin = first;
            }
        }
    }
    origins
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, ArticleId, Fate, Metadata, PageBlock, ParagraphKind};

    const AGENCY: &str = "The ferry Marina ran aground off Port Selim on Monday evening, and forty passengers were taken off by helicopter. \
        Captain Ruth Olsen told the harbour master that fog had hidden the buoys at the mouth of the channel. \
        Divers found a hole of two metres below the engine room, and tugs will tow the ship to a dock in Merrow.";
    const SHORTENED: &str = "The ferry Marina ran aground off Port Selim on Monday evening, and forty passengers were taken off by helicopter. \
        Captain Ruth Olsen told the harbour master that fog had hidden the buoys at the mouth of the channel, our reporter learned.";
    const OWN: &str = "Helicopters rescued forty people from the Marina last night after she struck a reef near Port Selim in thick fog. \
        Passengers described a loud bang and an hour of waiting on deck in the cold until rescuers lifted them up one by one. \
        The company that runs the ferry said that it would look into why the ship had left her usual course.";

    fn signature(text: &str) -> Signature {
        let page = vec![PageBlock { text: text.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }];
        Signature::of(&Article::new(ArticleId::of_page(text.as_bytes()), "page.txt".to_owned(), Metadata::default(), page))
    }

    #[test]
    fn agency_copy_is_one_text_whole_or_cut_and_own_reports_are_others() {
        let signatures: Vec<Signature> = [SHORTENED, OWN, AGENCY, OWN].iter().map(|text| signature(text)).collect();
        assert_eq!(origins(&signatures), [0, 1, 0, 1]);
        assert_eq!(origins(&[]), Vec::<usize>::new());
    }

    #[test]
    fn a_few_words_are_no_text() {
        let signatures = [signature("Ferry aground."), signature("Ferry aground.")];
        assert_eq!(origins(&signatures), [0, 1]);
    }
}
