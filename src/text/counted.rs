//! A count with its noun, as text shows it.

/// `1 quote`, `2 quotes`, `2 matches`: `noun` is one of them.
#[must_use]
pub fn counted(number: usize, noun: &str) -> String {
    let ending = match number {
        1 => "",
        _ if noun.ends_with(['h', 's', 'x']) && !noun.ends_with("ph") => "es",
        _ => "s",
    };
    format!("{number} {noun}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_or_more() {
        for (number, noun, want) in
            [(0, "figure", "0 figures"), (1, "quote", "1 quote"), (2, "match", "2 matches"), (3, "paragraph", "3 paragraphs")]
        {
            assert_eq!(counted(number, noun), want);
        }
    }
}
