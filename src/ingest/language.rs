//! Which language a text is in, by its commonest words and its script.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

mod words;

use words::{COMMON_WORDS, LETTERS_IN_SCRIPT, OWN_LETTERS, SCRIPTS};

/// A set of the languages that are known by words, one bit each in the order of [`COMMON_WORDS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Languages(u32);

impl Languages {
    /// All of them: what a word is held against when the page's language is not known.
    pub(super) const ALL: Self = Self(u32::MAX);

    /// Whether the word is one of the commonest in one of these languages; only words in small letters are looked up.
    pub(super) fn have_common(self, word: &str) -> bool {
        !word.starts_with(|c: char| c.is_ascii_uppercase()) && INDEX.get(word).is_some_and(|&(_, bits)| bits & self.0 != 0)
    }
}

/// Each common word with its number and the languages that have it.
static INDEX: LazyLock<FxHashMap<&str, (usize, u32)>> = LazyLock::new(|| {
    let mut index = FxHashMap::default();
    for (bit, (_, words)) in COMMON_WORDS.iter().enumerate() {
        for word in words.split_whitespace() {
            let number = index.len();
            index.entry(word).or_insert((number, 0)).1 |= 1 << bit;
        }
    }
    index
});

/// Words that are looked at: enough for a page, and the same time for any page.
const ENOUGH_WORDS: usize = 1_500;

/// The least share of common words in running text; menus and word lists stay below.
const LEAST_SHARE: f64 = 0.12;

/// Common words that a text must have, each counted once: one of them may be a word of another language as well.
const LEAST_DIFFERENT: u32 = 2;

/// The words of a text that a declared language is held against; a text of fewer proves nothing.
const PROOF_WORDS: usize = 40;

/// The language of a text and its code, or nothing when no known language is plain to see.
pub(super) fn detect<'a>(words: impl Iterator<Item = &'a str>) -> Option<(Languages, &'static str)> {
    let seen = Seen::of(words);
    if let Some(code) = seen.script() {
        return Some((Languages::ALL, code));
    }
    let weight = |bit: usize| seen.counts[bit] + seen.lettered[bit];
    let best = (0..COMMON_WORDS.len()).max_by_key(|&bit| weight(bit))?;
    let second = (0..COMMON_WORDS.len()).filter(|&bit| bit != best).map(weight).max().unwrap_or(0);
    let is_plain = seen.reach_share(weight(best)) && seen.different[best] >= LEAST_DIFFERENT && weight(best) > second;
    is_plain.then(|| (Languages(1 << best), COMMON_WORDS[best].0))
}

/// Whether a text is not plainly in another language than the declared one: of a language that is known by words it has some.
pub(super) fn is_believable<'a>(code: &str, words: impl Iterator<Item = &'a str>) -> bool {
    let main = code.split(['-', '_']).next().unwrap_or_default();
    let Some(bit) = COMMON_WORDS.iter().position(|(known, _)| known.eq_ignore_ascii_case(main)) else { return true };
    let seen = Seen::of(words);
    seen.words < PROOF_WORDS || seen.reach_share(seen.counts[bit] + seen.lettered[bit])
}

/// What was seen in a text, by language and by script.
#[derive(Debug, Default)]
struct Seen {
    words: usize,
    counts: [usize; COMMON_WORDS.len()],
    different: [u32; COMMON_WORDS.len()],
    lettered: [usize; COMMON_WORDS.len()],
    bytes: usize,
    in_script: [usize; SCRIPTS.len()],
    letters_in_script: [usize; LETTERS_IN_SCRIPT.len()],
}

impl Seen {
    fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut seen = Self::default();
        let mut found = vec![false; INDEX.len()];
        for word in words.filter(|word| word.starts_with(char::is_alphabetic)).take(ENOUGH_WORDS) {
            seen.words += 1;
            seen.bytes += word.len();
            if let Some(&(number, bits)) = INDEX.get(word) {
                let is_new = !std::mem::replace(&mut found[number], true);
                for bit in bits_of(bits) {
                    seen.counts[bit] += 1;
                    seen.different[bit] += u32::from(is_new);
                }
            }
            if !word.is_ascii() {
                seen.look_at_letters(word);
            }
        }
        seen
    }

    fn look_at_letters(&mut self, word: &str) {
        for (language, letters) in OWN_LETTERS {
            let bit = COMMON_WORDS.iter().position(|(known, _)| known == language);
            if let Some(bit) = bit.filter(|_| word.contains(*letters)) {
                self.lettered[bit] += 1;
            }
        }
        if word.starts_with(|first: char| SCRIPTS.iter().any(|(start, end, _)| (*start..=*end).contains(&first))) {
            for letter in word.chars() {
                let script = SCRIPTS.iter().position(|(start, end, _)| (*start..=*end).contains(&letter));
                if let Some(at) = script {
                    self.in_script[at] += letter.len_utf8();
                }
            }
            for (count, (_, _, letters)) in self.letters_in_script.iter_mut().zip(LETTERS_IN_SCRIPT) {
                *count += usize::from(word.contains(*letters));
            }
        }
    }

    fn reach_share(&self, count: usize) -> bool {
        count as f64 >= LEAST_SHARE * self.words as f64 && count > 1
    }

    /// The language of the script that most of the text is in. Japanese is written in Chinese characters as well, and among them in its own.
    fn script(&self) -> Option<&'static str> {
        /// The least share of kana in a Japanese text.
        const KANA: usize = 10;
        /// The least share of words with a letter that is another language's.
        const LETTERED: usize = 8;
        let count = |code: &str| SCRIPTS.iter().zip(self.in_script).find(|((_, _, known), _)| *known == code).map_or(0, |(_, count)| count);
        let (chinese, kana) = (count("zh"), count("ja"));
        if (chinese + kana) * 2 > self.bytes {
            return Some(if kana * KANA > chinese { "ja" } else { "zh" });
        }
        let (&(_, _, code), _) = SCRIPTS.iter().zip(self.in_script).find(|(_, count)| count * 2 > self.bytes)?;
        let lettered = LETTERS_IN_SCRIPT.iter().zip(self.letters_in_script);
        let mut others = lettered.filter(|((_, script, _), count)| *script == code && count * LETTERED > self.words);
        Some(others.next().map_or(code, |((other, ..), _)| *other))
    }
}

/// The numbers of the bits that are set.
fn bits_of(mut bits: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lowest = (bits != 0).then(|| bits.trailing_zeros() as usize);
        bits &= bits.wrapping_sub(1);
        lowest
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_by_their_common_words() {
        for (text, want) in [
            ("The mayor said on Monday that the bridge would be closed until spring.", Some("en")),
            ("Der Bürgermeister sagte am Montag, dass die Brücke bis zum Frühjahr gesperrt wird.", Some("de")),
            ("Le maire a dit lundi que le pont sera fermé pour les travaux de printemps.", Some("fr")),
            ("El alcalde dijo el lunes que el puente se va a cerrar por las obras.", Some("es")),
            ("O prefeito disse na segunda-feira que a ponte não vai abrir até o verão.", Some("pt")),
            ("Il sindaco ha detto lunedì che il ponte non sarà aperto prima della primavera.", Some("it")),
            ("Мэр заявил в понедельник, что мост будет закрыт до весны, но не для всех.", Some("ru")),
            ("Мер заявив у понеділок, що міст буде закрито до весни, але не для всіх.", Some("uk")),
            ("Міст завдовжки 86 метрів коштував на половину більше, повідомила в четвер сільська рада по закінченні робіт.", Some("uk")),
            ("Primarul a spus luni că podul va fi închis până în primăvară, potrivit unui plan nou.", Some("ro")),
            ("Burmistrz powiedział w poniedziałek, że most będzie zamknięty do wiosny, ale nie dla wszystkich.", Some("pl")),
            ("De burgemeester zei maandag dat de brug tot het voorjaar wordt gesloten.", Some("nl")),
            ("Starostka v pondělí řekla, že most bude zavřený do jara, ale ne pro všechny, a to je podle ní dost.", Some("cs")),
            ("Borgmesteren sagde mandag, at broen ikke bliver åbnet for alle, og det er der en grund til.", Some("da")),
            ("A polgármester azt mondta, hogy a híd még nem nyílik meg, és ez csak tavasszal lehet.", Some("hu")),
            ("Wali kota mengatakan jembatan itu tidak akan dibuka untuk umum dan ini karena ada retak.", Some("id")),
            ("Home News Sport Weather", None),
            ("東京の橋は春まで閉鎖されると市長が述べた", Some("ja")),
            ("市长星期一表示，大桥将关闭到春天", Some("zh")),
            ("시장은 다리가 봄까지 닫힐 것이라고 말했다", Some("ko")),
            ("قال رئيس البلدية يوم الاثنين إن الجسر سيغلق حتى الربيع", Some("ar")),
            ("شهردار روز دوشنبه گفت که پل تا بهار بسته می‌شود و گروهی کار می‌کنند", Some("fa")),
            ("ראש העיר אמר ביום שני שהגשר ייסגר עד האביב", Some("he")),
            ("Ο δήμαρχος είπε τη Δευτέρα ότι η γέφυρα θα κλείσει", Some("el")),
            ("", None),
        ] {
            assert_eq!(detect(text.split_whitespace()).map(|(_, code)| code), want, "{text}");
        }
    }

    #[test]
    fn common_words_belong_to_languages() {
        let (english, _) = detect("the man who was there".split(' ')).unwrap();
        assert!(english.have_common("would") && !english.have_common("sich") && Languages::ALL.have_common("sich"));
    }

    #[test]
    fn a_declared_language_must_show() {
        let romanian = "Primarul a spus luni că podul va fi închis până în primăvară, potrivit unui plan nou. ".repeat(4);
        for (code, text, want) in [
            ("en", romanian.as_str(), false),
            ("en-GB", &romanian, false),
            ("ro", &romanian, true),
            ("gl", &romanian, true),
            ("en", "Podul va fi închis", true),
        ] {
            assert_eq!(is_believable(code, text.split_whitespace()), want, "{code}");
        }
    }
}
