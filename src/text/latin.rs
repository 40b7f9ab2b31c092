//! Cyrillic words in Latin letters, so that a name can be found in reports of either script.

/// Small Cyrillic letters with what English-language news writes for them.
const LETTERS: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ґ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('є', "ye"),
    ('ё', "yo"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('і', "i"),
    ('ї', "yi"),
    ('й', "y"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
];

/// A folded word with its Cyrillic letters replaced; others stay.
#[must_use]
pub fn latin(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let letter = |c: char| LETTERS.iter().find(|(cyrillic, _)| *cyrillic == c).map(|(_, latin)| *latin);
    word.chars().fold(String::with_capacity(word.len()), |mut written, c| {
        match letter(c) {
            Some(latin) => written.push_str(latin),
            None => written.push(c),
        }
        written
    })
}

/// A folded word of a name as it sounds in either script: `хольт` and `holt` are one.
#[must_use]
pub fn sound(word: &str) -> String {
    latin(word).replace("kh", "h")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_either_script() {
        for (word, want) in [("киев", "kiev"), ("харькова", "kharkova"), ("selim", "selim"), ("müller", "müller"), ("щука", "shchuka")]
        {
            assert_eq!(latin(word), want);
        }
        assert_eq!((sound("хольт"), sound("khan")), ("holt".to_owned(), "han".to_owned()));
    }
}
