//! Closed word lists, written as one string with a blank between words.

/// Whether a word stands in a list.
pub(super) fn is_one_of(list: &str, word: &str) -> bool {
    // The plain search is far faster, and mostly finds nothing.
    !word.is_empty() && list.contains(word) && list.as_bytes().split(|byte| *byte == b' ').any(|listed| listed == word.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_only() {
        assert!(is_one_of("rise rose", "rose"));
        assert!(!is_one_of("rise rose", "ros") && !is_one_of("rise rose", "") && !is_one_of("rise rose", "rise rose"));
    }
}
