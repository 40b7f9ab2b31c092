//! How likely two reports are to report one event: what their words, names, numbers, counts and weekdays say, weighed by a trained model.

use std::sync::LazyLock;

use super::counts::held_against;
use super::logistic::{Logistic, probability};
use super::rarity::{Held, Rarity, Weighed, Weighted};
use super::signature::{Kind, Signature};

/// What two reports have in common, and on what they are at odds.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Likeness {
    /// Cosine of the words of their leads, 0 to 1.
    pub lead: f32,
    /// Cosine of all their words, 0 to 1.
    pub whole: f32,
    /// Cosine of their names, 0 to 1.
    pub names: f32,
    /// How much of the names of each lead stands anywhere in the other report, 0 to 1.
    pub lead_names_found: f32,
    /// The same for numbers.
    pub lead_numbers_found: f32,
    /// Things that both count, with a number in common.
    pub counts_agreeing: usize,
    /// Things that both count, with no number in common.
    pub counts_conflicting: usize,
    /// Whether their leads name the same weekday; `None` where one names none.
    pub same_weekday: Option<bool>,
}

/// The features of the model, as its table names them.
pub(super) const FEATURES: [&str; 8] = [
    "words of the leads",
    "words of the whole",
    "names",
    "names of a lead found",
    "numbers of a lead found",
    "counts that agree",
    "counts in conflict",
    "weekday",
];

static MODEL: LazyLock<Logistic<{ FEATURES.len() }>> = LazyLock::new(|| Logistic::read(include_str!("weights_of_events.tsv"), FEATURES));

impl Likeness {
    /// Compares two reports that stand for themselves.
    pub(super) fn between(left: &Signature, right: &Signature) -> Self {
        let rarity = Rarity::among([left, right]);
        let (ours, theirs) = (rarity.weigh(left), rarity.weigh(right));
        Shared::between(&ours, &theirs).likeness(left, right, ours.has, theirs.has)
    }

    /// How likely both report one event, 0 to 1, whatever their days.
    #[must_use]
    pub fn score(&self) -> f32 {
        probability(MODEL.evidence(&self.features()))
    }

    pub(super) fn features(&self) -> [f32; FEATURES.len()] {
        let logarithm = |count: usize| (count as f32).ln_1p();
        [
            self.lead,
            self.whole,
            self.names,
            self.lead_names_found,
            self.lead_numbers_found,
            logarithm(self.counts_agreeing),
            logarithm(self.counts_conflicting),
            self.same_weekday.map_or(0.0, |same| if same { 1.0 } else { -1.0 }),
        ]
    }
}

/// What the words that two reports share add up to.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Shared {
    lead: f32,
    whole: f32,
    names: f32,
    lead_names: f32,
    lead_numbers: f32,
}

/// What is taken to be found of the names or numbers of a lead that has none.
const NOTHING_TO_FIND: f32 = 0.3;

impl Shared {
    fn between(left: &Weighed, right: &Weighed) -> Self {
        let mut shared = Self::default();
        let mut others = right.words.iter().peekable();
        for word in &left.words {
            while others.next_if(|other| other.stem < word.stem).is_some() {}
            if let Some(other) = others.next_if(|other| other.stem == word.stem) {
                shared.add(word, other);
            }
        }
        shared
    }

    /// Adds a word that both reports have.
    pub(super) fn add(&mut self, one: &Weighted, other: &Weighted) {
        self.lead += one.lead * other.lead;
        self.whole += one.whole * other.whole;
        self.names += one.among_names * other.among_names;
        for word in [one, other] {
            match word.kind {
                Kind::Name => self.lead_names += word.share,
                Kind::Number => self.lead_numbers += word.share,
                Kind::Word => {}
            }
        }
    }

    /// How alike the words are, 0 to 1.
    pub(super) fn words(&self) -> f32 {
        f32::midpoint(self.lead, self.whole)
    }

    pub(super) fn likeness(&self, left: &Signature, right: &Signature, ours: Held, theirs: Held) -> Likeness {
        let unknown = |has: [bool; 2]| has.into_iter().filter(|has| !has).count() as f32 * NOTHING_TO_FIND;
        let (counts_agreeing, counts_conflicting) = held_against(&left.counts, &right.counts);
        let both_name_one = left.weekdays != 0 && right.weekdays != 0;
        Likeness {
            lead: self.lead,
            whole: self.whole,
            names: self.names,
            lead_names_found: f32::midpoint(self.lead_names, unknown([ours.names, theirs.names])),
            lead_numbers_found: f32::midpoint(self.lead_numbers, unknown([ours.numbers, theirs.numbers])),
            counts_agreeing,
            counts_conflicting,
            same_weekday: both_name_one.then_some(left.weekdays & right.weekdays != 0),
        }
    }
}
