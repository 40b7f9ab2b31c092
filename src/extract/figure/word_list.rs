//! Closed word lists, written as one string with a blank between words.

/// Whether a word stands in a list.
pub(super) fn is_one_of(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_ascii_whitespace().any(|listed| listed == word)
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
