//! Cues: the verbs and phrases that mark reported speech in one sentence, with the source they name.

use std::ops::Range;
use std::sync::LazyLock;

use super::phrase::{is_day, skip_back, source_after, subject_before};
use super::subject::first_subject;
use crate::extract::lexicon::{Lexicon, Verb, VerbClass, VerbForm, Words, without_pronoun, words};
use crate::extract::unit::{Unit, UnitKind};

/// How cue and source stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// `Trump said`
    SubjectVerb,
    /// `said Trump`
    VerbSubject,
    /// `according to Trump`
    Source,
    /// `…, adding`: the source is that of the clause before.
    Participle,
}

/// One cue, as ranges of the sentence's units.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cue {
    /// The verb or phrase.
    pub(super) verb: Range<usize>,
    /// The source, where one is named.
    pub(super) source: Option<Range<usize>>,
    /// What the verb takes.
    pub(super) class: VerbClass,
    /// How the two stand.
    pub(super) order: Order,
}

impl Cue {
    /// First unit of cue and source together; a participle's source stands elsewhere.
    pub(super) fn start(&self) -> usize {
        match (&self.source, self.order) {
            (Some(source), Order::SubjectVerb) => source.start.min(self.verb.start),
            _ => self.verb.start,
        }
    }

    /// One past the last unit of cue and source together.
    pub(super) fn end(&self) -> usize {
        match (&self.source, self.order) {
            (Some(source), Order::VerbSubject | Order::Source) => source.end.max(self.verb.end),
            _ => self.verb.end,
        }
    }
}

/// The cues of a sentence, in order.
pub(super) fn cues(units: &[Unit], lexicon: &Lexicon) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for at in 0..units.len() {
        if found.last().is_some_and(|cue| at < cue.end() && cue.order != Order::SubjectVerb) {
            continue;
        }
        let cue = source_phrase(units, at, lexicon).or_else(|| signature(units, at)).or_else(|| {
            let unit = units.get(at).filter(|unit| unit.is_word())?;
            let cue = match lexicon.verb(&unit.key) {
                Some(verb) => cue_of_verb(units, at, verb, &found, lexicon),
                None => tag(units, at, lexicon),
            };
            cue.or_else(|| noun(units, at, lexicon))
        });
        found.extend(cue);
    }
    found
}

/// `according to X`.
fn source_phrase(units: &[Unit], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let first = units.get(at).filter(|unit| unit.is_in(&lexicon.source_openers))?;
    let length = lexicon.sources.iter().filter(|phrase| phrase.starts_with(first.key.as_ref())).find_map(|phrase| {
        let stands = phrase.split(' ').enumerate().all(|(n, word)| units.get(at + n).is_some_and(|unit| unit.is(word)));
        stands.then(|| phrase.split(' ').count())
    })?;
    let source = shortened(units, at, source_after(units, at + length, lexicon)?);
    Some(Cue { verb: at..at + length, source: Some(source), class: VerbClass::Say, order: Order::Source })
}

/// Behind `according to`, a comma ends the source unless `a`, `an`, `the` or `who` describes it at the end of a sentence.
fn shortened(units: &[Unit], at: usize, source: Range<usize>) -> Range<usize> {
    let opens = units[..at].iter().filter(|unit| unit.is_word()).count() <= 2;
    let comma = source.clone().find(|&n| units[n].is_mark(',') && (opens || !units[n + 1].is_one_of(&["a", "an", "the", "who"])));
    source.start..comma.unwrap_or(source.end)
}

/// `“…” ― Pamela Padilla`, to the end of the sentence.
fn signature(units: &[Unit], at: usize) -> Option<Cue> {
    let after_quoted = at.checked_sub(1).is_some_and(|n| units[n].quoted().is_some());
    let source = after_quoted.then(|| signed(units, at))??;
    Some(Cue { verb: at..source.start, source: Some(source), class: VerbClass::Say, order: Order::Source })
}

/// A sentence that is nothing but `- Pamela Padilla`.
pub(super) fn signed_alone(units: &[Unit]) -> Option<Range<usize>> {
    signed(units, 0)
}

/// The name behind a dash at `at`, to the end of the sentence.
fn signed(units: &[Unit], at: usize) -> Option<Range<usize>> {
    let is_dash = |unit: &Unit| matches!(unit.kind, UnitKind::Mark('—' | '–' | '―' | '-'));
    let start = at + units.get(at..)?.iter().take_while(|unit| is_dash(unit)).count();
    let name = units.get(start..)?;
    let end = start + name.iter().rposition(|unit| unit.is_word() || unit.is_mark(')'))? + 1;
    let is_name = name.len() <= LONGEST_SIGNATURE
        && name[0].capital
        && name.iter().all(|unit| unit.capital || !unit.is_word() || unit.key.len() <= 3);
    (start > at && is_name).then_some(start..end)
}

/// The source of the sentence's last cue, or else whom the sentence is about.
pub(super) fn last_source(units: &[Unit], lexicon: &Lexicon) -> Option<Range<usize>> {
    let last = cues(units, lexicon).into_iter().rev().find_map(|cue| cue.source);
    last.or_else(|| first_subject(units, units.len(), lexicon))
}

/// `her claim that …`, `the warning by Ana Petrov that …`: a noun of saying behind a verb or preposition, with the clause that tells what.
fn noun(units: &[Unit], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    if units[at].capital || !units[at].is_in(&lexicon.nouns) {
        return None;
    }
    let by = units.get(at + 1).filter(|unit| unit.is_in(&lexicon.by)).and_then(|_| source_after(units, at + 2, lexicon));
    let that = by.as_ref().map_or(at + 1, |source| source.end);
    let described = (0..at).rev().take(LONGEST_DESCRIPTION).take_while(|&n| units[n].is_word() && !units[n].is_in(&lexicon.prepositions));
    let owner =
        described.into_iter().find(|&n| units[n].key.ends_with("'s") || units[n].key.ends_with("s'") || units[n].is_in(&lexicon.owners));
    let start = owner.map_or(at, |owner| (0..=owner).rev().take_while(|&n| n == owner || units[n].capital).last().unwrap_or(owner));
    let is_object = units[..start].iter().filter(|unit| unit.is_word()).count() > 1;
    let source = by.or_else(|| owner.map(|owner| if units[owner].is_in(&lexicon.owners) { owner..owner + 1 } else { start..at + 1 }));
    let tells = units.get(that).is_some_and(|unit| unit.is("that") || unit.is("dass") || unit.is("que"));
    (tells && is_object && source.is_some()).then_some(Cue { verb: at..that, source, class: VerbClass::State, order: Order::Participle })
}

/// How far before a noun of saying its owner stands.
const LONGEST_DESCRIPTION: usize = 4;

/// The most units a name under a quotation has.
pub(super) const LONGEST_SIGNATURE: usize = 8;

/// `“…!” Oliver barked.`: any past verb in the place of a speaker tag.
fn tag(units: &[Unit], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let unit = &units[at];
    let is_past = !unit.capital && unit.key.len() > 4 && unit.key.ends_with("ed");
    let ends = units.get(at + 1).is_none_or(|next| !next.is_word() || next.is_in(&lexicon.prepositions) || is_day(next));
    let spoken = |at: usize| {
        follows_quoted(units, at)
            && units[..at].iter().rev().find_map(|unit| unit.quoted().map(|_| &unit.key)).is_some_and(|key| !key.is_empty())
    };
    let cue = |source, order| Cue { verb: at..at + 1, source: Some(source), class: VerbClass::Utter, order };
    if !is_past {
        return None;
    }
    if spoken(at) {
        let source = source_after(units, at + 1, lexicon)?;
        return (units[source.start].capital && source.end + 1 >= units.len()).then(|| cue(source, Order::VerbSubject));
    }
    let source = subject_before(units, at, lexicon).filter(|source| spoken(source.start) && source.len() <= LONGEST_TAG)?;
    ends.then(|| cue(source, Order::SubjectVerb))
}

/// The most units a speaker has whose verb is not in the lexicon.
const LONGEST_TAG: usize = 5;

/// The cue that a form of a listed verb is, if it stands as a verb with a subject.
fn cue_of_verb(units: &[Unit], at: usize, verb: Verb, earlier: &[Cue], lexicon: &Lexicon) -> Option<Cue> {
    // `States`, `Notes`: in a headline only the plainest verbs are cues.
    if units[at].capital && !matches!(verb.class, VerbClass::Say | VerbClass::Tell) {
        return None;
    }
    if verb.form == VerbForm::Ing && !opens_participle(units, at) && !follows_auxiliary(units, at) {
        return None;
    }
    let cue = |source, order| Some(Cue { verb: at..at + 1, source, class: verb.class, order });
    if verb.form != VerbForm::Ing && !is_finite(units, at, verb, lexicon) {
        return None;
    }
    if let Some(source) = inverted_subject(units, at, verb, lexicon) {
        return cue(Some(source), Order::VerbSubject);
    }
    if verb.form == VerbForm::Ing && !follows_auxiliary(units, at) {
        let source = earlier.last().and_then(|cue| cue.source.clone()).or_else(|| first_subject(units, at, lexicon));
        return cue(source, Order::Participle);
    }
    let is_infinitive = verb.form == VerbForm::Base && units[at - 1].is("to");
    match subject_before(units, at, lexicon).filter(|_| !is_infinitive) {
        Some(source) => cue(Some(source), Order::SubjectVerb),
        None if is_coordinated(units, at) => {
            let relative = (at.saturating_sub(LONGEST_RELATIVE)..at).rev().find(|&n| units[n].is("who")).map(|n| n..n + 1);
            let source = relative.or_else(|| earlier.last()?.source.clone()).or_else(|| first_subject(units, at, lexicon));
            cue(source, Order::Participle)
        }
        None => None,
    }
}

/// How far a second verb can stand behind the `who` that is its subject.
const LONGEST_RELATIVE: usize = 25;

/// Whether the word is used as a verb that has a subject, and not as a noun or in the passive.
fn is_finite(units: &[Unit], at: usize, verb: Verb, lexicon: &Lexicon) -> bool {
    const PASSIVE: &[&str] = &["is", "was", "are", "were", "been", "be", "being", "when", "if", "as", "get", "got", "so-called"];
    let Some(before) = at.checked_sub(1).and_then(|n| units.get(n)) else {
        return false;
    };
    if before.key.ends_with("'s") || before.key.ends_with("s'") {
        return false;
    }
    let is_small_word = before.is_in(&lexicon.determiners) || before.is_in(&lexicon.prepositions);
    match verb.form {
        VerbForm::Past => !before.is_one_of(PASSIVE),
        VerbForm::Base if before.is("to") => goes_on_to(units, at),
        VerbForm::Base | VerbForm::Third if verb.also_noun => takes_verb(before, lexicon),
        VerbForm::Base | VerbForm::Third => !is_small_word || before.is_one_of(SPEAKING_DETERMINERS),
        VerbForm::Ing => true,
    }
}

/// Determiners that also stand alone as a subject: `some say`.
const SPEAKING_DETERMINERS: &[&str] =
    &["some", "many", "several", "most", "few", "both", "all", "others", "officials", "police", "critics", "experts", "those", "these"];

/// Whether a word that may be a noun is a verb behind this one: a name, pronoun, adverb or auxiliary.
fn takes_verb(before: &Unit, lexicon: &Lexicon) -> bool {
    const MODAL: &[&str] = &[
        "would", "will", "did", "didn't", "could", "may", "might", "must", "should", "can", "does", "doesn't", "do", "don't", "not", "also",
    ];
    let is_plural = before.is_word()
        && !before.capital
        && before.key.ends_with('s')
        && !before.is_in(&lexicon.prepositions)
        && !before.is_in(&lexicon.owners);
    before.is_one_of(MODAL)
        || before.is_in(&lexicon.pronouns)
        || before.is_one_of(&["people"])
        || before.is_mark(')')
        || (before.is_word() && before.capital && !before.is_one_of(&["the", "a", "an"]) && !before.is_in(&lexicon.owners))
        || is_plural
}

/// `went on to say`, `proceeded to tell`: an infinitive that says that it happened.
fn goes_on_to(units: &[Unit], at: usize) -> bool {
    const BEGINNINGS: &[&str] =
        &["on", "proceeded", "continued", "began", "continues", "goes", "quick", "first", "rushed", "paused", "started", "came"];
    at.checked_sub(2).is_some_and(|n| units[n].is_one_of(BEGINNINGS))
}

/// Words behind which an `-ing` form reports.
static BEFORE_PARTICIPLES: LazyLock<Words> = LazyLock::new(|| {
    words(
        "and by before after while without but also statement letter tweet post email memo report ad message speech reporters op-ed video sign signs \
         crowd",
    )
});

/// Whether an `-ing` form opens a clause that reports: `…, adding`, `before adding`, `a statement saying`.
fn opens_participle(units: &[Unit], at: usize) -> bool {
    at.checked_sub(1).and_then(|n| units.get(n)).is_none_or(|unit| {
        unit.quoted().is_some()
            || unit.is_in(&BEFORE_PARTICIPLES)
            || matches!(unit.kind, UnitKind::Mark(',' | '—' | '–' | '-' | ')'))
            || (!unit.capital && unit.key.ends_with("ly"))
    })
}

fn follows_auxiliary(units: &[Unit], at: usize) -> bool {
    at.checked_sub(1).and_then(|n| units.get(n)).is_some_and(|unit| {
        let is_short = unit.is_word() && ["he's", "she's", "it's", "they're", "we're", "i'm", "who's"].contains(&unit.key.as_ref());
        is_short || unit.is_one_of(&["is", "was", "are", "were", "been", "be", "'s", "kept", "keeps", "began", "started", "not", "also"])
    })
}

/// `, but called`, `and added`: a second verb with the subject of the first.
fn is_coordinated(units: &[Unit], at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|n| units[n].is_one_of(&["and", "but", "then", "to"]))
}

/// Whether only a comma or dash stands between the unit and marked words before it.
fn follows_quoted(units: &[Unit], at: usize) -> bool {
    let is_joint = |unit: &Unit| matches!(unit.kind, UnitKind::Mark(',' | '—' | '–' | '-' | '―'));
    units[..at].iter().rev().find(|unit| !is_joint(unit)).is_some_and(|unit| unit.quoted().is_some())
}

/// The French pronoun that hangs on the verb: `a-t-il ajouté`.
fn pronoun_inside(units: &[Unit], verb: Range<usize>) -> Option<Range<usize>> {
    verb.into_iter().find(|&at| without_pronoun(&units[at].key).is_some()).map(|at| at..at + 1)
}

/// `“…,” said Trump`, `…, said Trump.`
fn inverted_subject(units: &[Unit], at: usize, verb: Verb, lexicon: &Lexicon) -> Option<Range<usize>> {
    // Behind `told` stands who was told.
    if matches!(verb.class, VerbClass::Judge | VerbClass::Promise | VerbClass::Tell)
        || verb.class == VerbClass::Urge && !follows_quoted(units, at)
        || !matches!(verb.form, VerbForm::Past | VerbForm::Third)
    {
        return None;
    }
    let opens = skip_back(units, at, lexicon);
    let before = units.get(opens.checked_sub(1)?)?;
    let after_quoted = follows_quoted(units, opens);
    let source = pronoun_inside(units, opens..at + 1).map_or_else(|| source_after(units, at + 1, lexicon), Some)?;
    if !after_quoted && subject_before(units, at, lexicon).is_some() && units[source.end..].iter().any(Unit::is_word) {
        return None;
    }
    let closes = units.get(source.end).is_none_or(|unit| !unit.is_word() || !unit.is_in(&lexicon.between));
    let is_named = units[source.clone()].iter().any(|unit| unit.capital);
    let verbless = !units[source.clone()].iter().any(|unit| unit.is_in(&lexicon.between) && !unit.is("and"));
    (after_quoted || (before.is_mark(',') && closes && is_named && verbless)).then_some(source)
}
