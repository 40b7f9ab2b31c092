//! Finds units and currencies beside a number.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::currency_table::{CODES_THAT_ARE_WORDS, CURRENCIES};
use super::unit_table::{Kind, PREFIXES, Row, UNITS};
use crate::text::fold;
use crate::text::token::{Words, tokens};

/// A unit as a figure carries it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unit {
    /// What the JSON contract calls it: ISO 4217 code, `%`, symbol or name.
    pub symbol: String,
    pub kind: Kind,
    /// How many base units it is.
    pub factor: f64,
    /// The unit of comparison.
    pub base: String,
    /// What the written number is multiplied by: 0.01 for cents, whose symbol is their currency's.
    pub scale: f64,
}

impl Unit {
    /// A value in this unit, in the base unit; temperatures have a zero point of their own.
    pub(super) fn base_value(&self, value: f64) -> f64 {
        let shift = match self.symbol.as_str() {
            "°F" => -32.0,
            "K" => -273.15,
            _ => 0.0,
        };
        (value + shift) * self.factor
    }

    fn money(code: &str, scale: f64) -> Self {
        Self { symbol: code.to_owned(), kind: Kind::Money, factor: 1.0, base: code.to_owned(), scale }
    }
}

/// A unit found in a text, and the place of the first token after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Match {
    pub unit: &'static Unit,
    pub end: usize,
}

/// All ways to write a unit.
#[derive(Default)]
struct Index {
    /// Symbols, case counts.
    marks: FxHashMap<String, Unit>,
    /// Symbols of two letters and more in small letters, for texts that get the case wrong.
    loose: FxHashMap<String, Unit>,
    /// The folded first tokens of all of them.
    starts: FxHashSet<String>,
    /// The folded last tokens of the symbols of currencies.
    money_ends: FxHashSet<String>,
    /// Folded names by language.
    names: FxHashMap<&'static str, FxHashMap<String, Unit>>,
}

/// The first token of a mark or name, folded: most words begin no unit, and are told by it.
fn first_token(written: &str) -> String {
    tokens(written).first().map(|token| fold::key(token.span.of(written))).unwrap_or_default()
}

fn last_token(written: &str) -> String {
    tokens(written).last().map(|token| fold::key(token.span.of(written))).unwrap_or_default()
}

static INDEX: LazyLock<Index> = LazyLock::new(Index::build);

/// Tokens that the longest way to write a unit takes (`U.S. dollars`).
const LONGEST: usize = 6;

/// Symbols of one letter that may stand after a blank (`5 W`); the others must touch their number.
const SPACED_LETTERS: &str = "mglLWVJNhtpCFр元";

impl Index {
    fn build() -> Self {
        let mut index = Self::default();
        for row in UNITS {
            index.add_unit(row);
        }
        for currency in CURRENCIES {
            let whole = Unit::money(currency.code, 1.0);
            index.add_mark(currency.code, &whole);
            index.add_marks(currency.marks, &whole);
            index.add_names(currency.names, "", &whole);
            index.add_names(currency.hundredths, "", &Unit::money(currency.code, 0.01));
        }
        index.add_mark("¢", &Unit::money("USD", 0.01));
        index
    }

    fn add_unit(&mut self, row: &'static Row) {
        let unit = Unit { symbol: row.symbol.to_owned(), kind: row.kind, factor: row.factor, base: row.base.to_owned(), scale: 1.0 };
        self.add_marks(row.marks, &unit);
        self.add_names(row.names, "", &unit);
        for (prefix, names, factor) in PREFIXES.iter().filter(|(prefix, ..)| row.prefixes.contains(prefix)) {
            let mark = row.marks.split(' ').next().filter(|mark| !mark.is_empty()).unwrap_or(row.symbol);
            let unit = Unit { symbol: format!("{prefix}{mark}"), factor: row.factor * factor, ..unit.clone() };
            for mark in row.marks.split(' ').filter(|mark| !mark.is_empty()) {
                self.add_mark(&format!("{prefix}{mark}"), &unit);
            }
            if *prefix == "μ" {
                self.add_mark(&format!("µ{mark}"), &unit);
            }
            for (language, prefix_name) in *names {
                let own: Vec<_> = row.names.iter().filter(|(code, _)| code == language).copied().collect();
                self.add_names(&own, prefix_name, &unit);
            }
        }
    }

    fn add_marks(&mut self, marks: &str, unit: &Unit) {
        for mark in marks.split(' ').filter(|mark| !mark.is_empty()) {
            self.add_mark(&mark.replace('_', " "), unit);
        }
    }

    /// The first row that claims a mark keeps it.
    fn add_mark(&mut self, mark: &str, unit: &Unit) {
        self.starts.insert(first_token(mark));
        if unit.kind == Kind::Money {
            self.money_ends.insert(last_token(mark));
        }
        self.marks.entry(mark.to_owned()).or_insert_with(|| unit.clone());
        if mark.chars().count() > 1 {
            self.loose.entry(mark.to_lowercase()).or_insert_with(|| unit.clone());
        }
    }

    fn add_names(&mut self, names: &[(&'static str, &'static str)], prefix: &str, unit: &Unit) {
        for (language, forms) in names {
            let known = self.names.entry(language).or_default();
            for form in forms.split('|').filter(|form| prefix.is_empty() || form.chars().count() > 2) {
                let name = fold::key(&format!("{prefix}{form}")).replace('-', " ");
                self.starts.insert(first_token(&name));
                if *language == "en" {
                    self.starts.insert(first_token(&format!("{name}s")));
                    known.entry(format!("{name}s")).or_insert_with(|| unit.clone());
                }
                known.entry(name).or_insert_with(|| unit.clone());
            }
        }
    }

    /// The unit of a name; French writes `d'euros` in one.
    fn named(&self, key: &str, language: &str) -> Option<&Unit> {
        let names = self.names.get(language)?;
        names.get(key).or_else(|| names.get(key.strip_prefix("d'")?))
    }
}

/// The unit that begins at a token, the longest first; `glued` when it touches the number before it.
pub(super) fn unit_at(words: &Words<'_>, at: usize, language: &str, glued: bool) -> Option<Match> {
    let key = words.key(at);
    if !INDEX.starts.contains(key.strip_prefix("d'").unwrap_or(key)) {
        return None;
    }
    (1..=LONGEST.min(words.len().saturating_sub(at))).rev().find_map(|length| {
        let end = at + length;
        let unit = spelled(words, at, end, language, glued)?;
        let unit = if unit.symbol == "pound" { pound(words, at, end, glued) } else { unit };
        Some(Match { unit, end })
    })
}

fn spelled(words: &Words<'_>, at: usize, end: usize, language: &str, glued: bool) -> Option<&'static Unit> {
    let last = end - 1;
    if words.touches_next(last) && (words.is_word(end) || words.is_number(end)) {
        return None;
    }
    let written = joined(words, at, end, |place| words.word(place));
    if let Some(unit) = INDEX.marks.get(&written).filter(|_| fits_letter(words, &written, end, glued)) {
        return Some(unit);
    }
    let key = joined(words, at, end, |place| words.key(place));
    if let Some(unit) = INDEX.named(&key, language).filter(|_| !is_other_word(words, &key, at)) {
        return Some(unit);
    }
    let is_loose = glued || !written.chars().all(char::is_alphabetic) || written.chars().any(char::is_uppercase);
    if is_loose && !CODES_THAT_ARE_WORDS.contains(&written.as_str()) { INDEX.loose.get(&key) } else { None }
}

/// The tokens as one phrase: a blank where white space or a hyphen parts them.
fn joined<'w>(words: &'w Words<'_>, at: usize, end: usize, part: impl Fn(usize) -> &'w str) -> String {
    let mut phrase = String::new();
    for place in at..end {
        if words.key(place) == "-" && place > at && place + 1 < end {
            phrase.push(' ');
            continue;
        }
        if place > at && !words.touches_previous(place) {
            phrase.push(' ');
        }
        phrase.push_str(part(place));
    }
    phrase
}

/// Whether a symbol of one letter may be one here: `5 W` is, `2 C-130` and `the 80s` are not.
fn fits_letter(words: &Words<'_>, mark: &str, end: usize, glued: bool) -> bool {
    let mut letters = mark.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return true };
    let goes_on = words.touches_next(end - 1) && words.key(end) == "-" && words.touches_next(end) && letter.is_alphabetic();
    let is_decade = letter == 's' && !words.word(end.saturating_sub(2)).contains('.');
    !goes_on && !is_decade && (glued || !letter.is_alphabetic() || SPACED_LETTERS.contains(letter))
}

/// Names of units that are another word unless they are in the plural, or joined to their number by a hyphen.
const PLURAL_ONLY: &[&str] = &["second", "won", "pound", "mark", "sen", "hour hand", "rand"];

fn is_other_word(words: &Words<'_>, key: &str, at: usize) -> bool {
    let joined_by_hyphen = words.key_before(at, 1) == "-";
    let after_one = matches!(words.key_before(at, 1), "one" | "a" | "1" | "per" | "an" | "/");
    let large = words.word(at.saturating_sub(1)).len() > 2 || matches!(words.key_before(at, 1), "million" | "billion" | "trillion" | "bn");
    let is_meant = joined_by_hyphen || after_one || (large && key != "second");
    PLURAL_ONLY.contains(&key) && !is_meant
}

/// Words that make a pound a weight, in the six tokens before or the two after it.
const WEIGHING: &[&str] = &[
    "weigh", "weighs", "weighed", "weighing", "weight", "weights", "heavy", "heavier", "lighter", "lift", "lifted", "lost", "shed", "bomb",
    "gained",
];

/// A pound is money in a report that writes `£` or counts millions of them, and after a bare number that nothing weighs; else a weight.
fn pound(words: &Words<'_>, at: usize, end: usize, glued: bool) -> &'static Unit {
    static STERLING: LazyLock<Unit> = LazyLock::new(|| Unit::money("GBP", 1.0));
    static WEIGHT: LazyLock<Unit> =
        LazyLock::new(|| Unit { symbol: "pound".to_owned(), kind: Kind::Mass, factor: 0.453_592_37, base: "kg".to_owned(), scale: 1.0 });
    let near = (at.saturating_sub(6)..at).chain(end..end + 3);
    let weighed = near.clone().any(|place| WEIGHING.contains(&words.key(place)));
    let is_name = words.key(at).starts_with("pound");
    let of_something = words.key(end) == "of" && !words.key(end + 1).starts_with("sav");
    let compound = words.key_before(at, 1) == "-";
    if !is_name || glued || weighed || of_something || compound { &WEIGHT } else { &STERLING }
}

/// Signs of two letters that stand apart from their number and mean nothing else there: `Rs 500`.
const APART: &[&str] = &["Rs", "RM", "Kč", "zł"];

/// A currency written before the number at token `at`: its unit and the place of its first token.
pub(super) fn currency_before(words: &Words<'_>, at: usize) -> Option<(&'static Unit, usize)> {
    let glued = words.touches_previous(at);
    let before = words.key(at.checked_sub(1)?);
    // Most words end no sign of a currency.
    if !INDEX.money_ends.contains(before) {
        return None;
    }
    (1..=4.min(at)).rev().find_map(|length| {
        let start = at - length;
        let touches_word = words.touches_previous(start) && (words.is_word(start - 1) || words.is_number(start - 1));
        let written = joined(words, start, at, |place| words.word(place));
        let compact = written.replace(' ', "");
        let upper = compact.to_uppercase();
        let unit = INDEX.marks.get(&compact).or_else(|| (length > 1 && compact.ends_with('$')).then(|| INDEX.marks.get(&upper))?);
        let unit = unit.filter(|unit| unit.kind == Kind::Money)?;
        let is_word = !APART.contains(&compact.as_str())
            && (CODES_THAT_ARE_WORDS.contains(&compact.as_str()) || (compact.len() < 3 && compact.chars().all(char::is_alphabetic)));
        let letters_apart = touches_word && compact.starts_with(char::is_alphabetic);
        let is_article = written.contains(' ') && matches!(words.key(start), "a" | "s");
        let is_other = is_word && !glued || letters_apart || is_article;
        (!is_other).then_some((unit, start))
    })
}
