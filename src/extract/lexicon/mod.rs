//! The small words of a language that claims are read by: cue verbs, function words, days.

mod english;
mod french;
mod german;
mod russian;
mod spanish;
mod ukrainian;

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// A set of words, written as one text.
pub(super) type Words = FxHashSet<&'static str>;

/// The words of a text as a set.
pub(super) fn words(list: &'static str) -> Words {
    list.split_whitespace().collect()
}

/// What a cue verb can take as the words it reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum VerbClass {
    /// A clause, also without `that`: `he said he would go`.
    Say,
    /// Somebody told, then a clause: `he told them he would go`.
    Tell,
    /// A clause after `that`: `he argued that …`.
    State,
    /// An infinitive or a clause after `that`: `he vowed to …`.
    Promise,
    /// Somebody addressed, then an infinitive: `he urged them to …`.
    Urge,
    /// Only words between marks, around which it stands: `“…,” he began`.
    Utter,
    /// Only words between marks, as a part of its clause: `he praised the “heroic” army`.
    Judge,
}

/// How a cue verb is inflected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum VerbForm {
    /// `say`: present of a plural, infinitive, or a noun that looks like it.
    Base,
    /// `says`: present of a singular, or a plural noun that looks like it.
    Third,
    /// `said`: past, or participle; also every form of a language whose verbs are listed.
    Past,
    /// `saying`.
    Ing,
}

/// One form of a cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verb {
    /// What it takes.
    pub(super) class: VerbClass,
    /// How it is inflected.
    pub(super) form: VerbForm,
    /// Whether the word can be a noun as well.
    pub(super) also_noun: bool,
}

/// A language as its file writes it: words in small letters, parted by spaces.
struct Table {
    /// Verbs in their base form that are inflected by the rules of English.
    regular: &'static [(VerbClass, &'static str)],
    /// Base, third person, past and `-ing` of the others.
    irregular: &'static [(VerbClass, &'static str)],
    /// Forms as they stand, for languages without rules here; they take a clause after `that`.
    listed: &'static str,
    /// Base forms of verbs that are nouns as well.
    also_nouns: &'static str,
    sources: &'static [&'static str],
    /// Nouns of saying, behind which `that` opens what is said.
    nouns: &'static str,
    /// Words between such a noun and the speaker.
    by: &'static str,
    /// Pronouns before such a noun that stand for the speaker.
    owners: &'static str,
    that: &'static str,
    clause_openers: &'static str,
    between: &'static str,
    prepositions: &'static str,
    determiners: &'static str,
    pronouns: &'static str,
    sentence_openers: &'static str,
}

/// The words of one language.
#[derive(Debug)]
pub(super) struct Lexicon {
    verbs: FxHashMap<String, Verb>,
    /// Phrases before a source: `according to`.
    pub(super) sources: &'static [&'static str],
    /// The first words of those: most words open no such phrase.
    pub(super) source_openers: Words,
    /// Nouns of saying, behind which `that` opens what is said: `claim`.
    pub(super) nouns: Words,
    /// Words between such a noun and the speaker: `by`.
    pub(super) by: Words,
    /// Pronouns before such a noun that stand for the speaker: `his`.
    pub(super) owners: Words,
    /// Words that open a reported clause: `that`.
    pub(super) that: Words,
    /// Words at which a subject ends, going back from its verb.
    pub(super) clause_openers: Words,
    /// Words between a subject and its verb.
    pub(super) between: Words,
    /// Words that open an adverbial before the subject or after the verb.
    pub(super) prepositions: Words,
    /// Words that open a noun phrase.
    pub(super) determiners: Words,
    /// Pronouns that can speak.
    pub(super) pronouns: Words,
    /// Words that often open sentences and are no names.
    pub(super) sentence_openers: Words,
    /// Whether the language writes its nouns with capitals.
    pub(super) nouns_are_capital: bool,
}

impl Lexicon {
    /// The words of a language (BCP 47); those of English where there are none.
    pub(super) fn of(language: &str) -> &'static Self {
        static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built(&english::TABLE));
        static FRENCH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built(&french::TABLE));
        static GERMAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon { nouns_are_capital: true, ..Lexicon::built(&german::TABLE) });
        static RUSSIAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built(&russian::TABLE));
        static SPANISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built(&spanish::TABLE));
        static UKRAINIAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built(&ukrainian::TABLE));
        match language.split('-').next().unwrap_or_default() {
            "de" => &GERMAN,
            "fr" => &FRENCH,
            "es" => &SPANISH,
            "ru" => &RUSSIAN,
            "uk" => &UKRAINIAN,
            _ => &ENGLISH,
        }
    }

    fn built(table: &Table) -> Self {
        Self {
            verbs: verbs(table),
            sources: table.sources,
            source_openers: table.sources.iter().filter_map(|phrase| phrase.split(' ').next()).collect(),
            nouns: words(table.nouns),
            by: words(table.by),
            owners: words(table.owners),
            that: words(table.that),
            clause_openers: words(table.clause_openers),
            between: words(table.between),
            prepositions: words(table.prepositions),
            determiners: words(table.determiners),
            pronouns: words(table.pronouns),
            sentence_openers: words(table.sentence_openers),
            nouns_are_capital: false,
        }
    }

    /// The cue verb that a word is a form of.
    pub(super) fn verb(&self, word: &str) -> Option<Verb> {
        self.verbs.get(without_pronoun(word).unwrap_or(word)).copied()
    }
}

/// A French verb without the subject that hangs on it: `dit-il`, `ajoute-t-elle`.
pub(super) fn without_pronoun(word: &str) -> Option<&str> {
    let verb =
        word.contains('-').then_some(["-il", "-elle", "-ils", "-elles", "-on"])?.iter().find_map(|pronoun| word.strip_suffix(pronoun))?;
    Some(verb.strip_suffix("-t").unwrap_or(verb))
}

/// Every form of a language's cue verbs.
fn verbs(table: &Table) -> FxHashMap<String, Verb> {
    let nouns = words(table.also_nouns);
    let regular = table.regular.iter().flat_map(|(class, verbs)| verbs.split_whitespace().map(|verb| (*class, inflected(verb))));
    let irregular = table.irregular.iter().filter_map(|(class, forms)| {
        let forms: Vec<String> = forms.split_whitespace().map(str::to_owned).collect();
        <[String; 4]>::try_from(forms).ok().map(|forms| (*class, forms))
    });
    let listed = Verb { class: VerbClass::State, form: VerbForm::Past, also_noun: false };
    let mut verbs: FxHashMap<String, Verb> = table.listed.split_whitespace().map(|word| (word.to_owned(), listed)).collect();
    for (class, forms) in regular.chain(irregular) {
        let also_noun = nouns.contains(forms[0].as_str());
        for (word, form) in forms.into_iter().zip([VerbForm::Base, VerbForm::Third, VerbForm::Past, VerbForm::Ing]) {
            verbs.insert(word, Verb { class, form, also_noun });
        }
    }
    verbs
}

/// Base, third person, past and `-ing` of a regular English verb that doubles no consonant.
fn inflected(verb: &str) -> [String; 4] {
    let before_y = verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let (third, past) = match (before_y, verb.strip_suffix('e')) {
        (Some(stem), _) => (format!("{stem}ies"), format!("{stem}ied")),
        (None, Some(stem)) => (format!("{verb}s"), format!("{stem}ed")),
        (None, None) if verb.ends_with(['h', 's']) => (format!("{verb}es"), format!("{verb}ed")),
        (None, None) => (format!("{verb}s"), format!("{verb}ed")),
    };
    [verb.to_owned(), third, past, format!("{}ing", verb.strip_suffix('e').unwrap_or(verb))]
}

/// Whether a word is a day or month (or says as much as one), in any of the languages.
pub(super) fn is_day(word: &str) -> bool {
    static DAYS: LazyLock<Words> = LazyLock::new(|| {
        words(
            "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december \
             yesterday today tonight sept sept. sep oct oct. nov nov. dec dec. jan jan. feb feb. aug aug. pm p.m am a.m gmt est \
             montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember gestern heute \
             lundi mardi mercredi jeudi vendredi samedi dimanche hier lunes martes miércoles jueves viernes sábado domingo ayer hoy",
        )
    });
    DAYS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_cue_verbs() {
        let english = Lexicon::of("en-GB");
        for (word, class, form) in [
            ("said", VerbClass::Say, VerbForm::Past),
            ("adding", VerbClass::State, VerbForm::Ing),
            ("announces", VerbClass::State, VerbForm::Third),
            ("stresses", VerbClass::State, VerbForm::Third),
            ("promise", VerbClass::Promise, VerbForm::Base),
            ("denied", VerbClass::State, VerbForm::Past),
            ("told", VerbClass::Tell, VerbForm::Past),
            ("described", VerbClass::Judge, VerbForm::Past),
        ] {
            assert_eq!(english.verb(word).map(|verb| (verb.class, verb.form)), Some((class, form)), "{word}");
        }
        assert_eq!(english.verb("walked"), None);
    }

    #[test]
    fn every_irregular_verb_has_four_forms() {
        for (_, forms) in english::TABLE.irregular {
            assert_eq!(forms.split_whitespace().count(), 4, "{forms}");
        }
    }

    #[test]
    fn other_languages_have_their_own_verbs() {
        for (language, word) in
            [("de", "fügte"), ("fr", "déclaré"), ("fr", "ajoute-t-elle"), ("es", "afirmó"), ("ru", "заявил"), ("uk", "повідомила")]
        {
            assert!(Lexicon::of(language).verb(word).is_some(), "{language}");
            assert_eq!(Lexicon::of(language).verb("said"), None, "{language}");
        }
    }
}
