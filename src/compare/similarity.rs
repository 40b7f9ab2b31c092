//! How likely two sentences tell the same thing: shared rare words, kin spellings, letters, names and numbers, weighed by a trained model.
//!
//! Words count by how rare they are in English and in the two reports: a background of sentences keeps two short reports from making
//! every shared word a common one. Static word vectors were tried in its place and did no better inside one event.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::features::{Features, Stem};
use super::grid::Grid;
use super::kin::{Kin, kin};
use super::postings::Postings;
use super::report::Report;
use crate::event::common_rank;
use crate::event::logistic::{Logistic, probability};

/// The features of the model, as its table names them.
pub(super) const FEATURES: [&str; 7] = [
    "letters",
    "rare words",
    "rare words of the shorter",
    "weight of the rare words",
    "numbers in conflict",
    "names found",
    "words found nowhere else",
];

static MODEL: LazyLock<Logistic<{ FEATURES.len() }>> = LazyLock::new(|| Logistic::read(include_str!("weights_of_links.tsv"), FEATURES));

/// In a report of fewer sentences every word stands in one sentence only, and means nothing.
const LEAST_SENTENCES: usize = 5;
/// How many sentences of made-up text are counted with those of the two reports.
const BACKGROUND: f32 = 8.0;
/// Weights are whole numbers, so that sums do not depend on the side from which they are taken; this is the weight 1.
const UNIT: f32 = 1024.0;

/// How likely every left sentence tells the same as every right one.
pub(super) fn likenesses(left: &Report<'_>, right: &Report<'_>) -> Grid<f32> {
    let features = features(left, right);
    let mut grid = Grid::new(left.compared().len(), right.compared().len());
    for (i, row) in features.enumerate() {
        for (j, cell) in row.iter().enumerate() {
            if let Some(likeness) = grid.at_mut(i, j) {
                *likeness = probability(MODEL.evidence(cell));
            }
        }
    }
    grid
}

/// The features of every pair, row by row.
///
/// Shape: counts shared hashes through the right side's postings, so that the work is the number of matches, not of pairs times words.
pub(super) fn features<'a>(left: &'a Report<'_>, right: &'a Report<'_>) -> impl Iterator<Item = Vec<[f32; FEATURES.len()]>> + 'a {
    let pairing = Pairing::of(left, right);
    let theirs: Vec<Side<'_>> = right.compared().iter().map(|sentence| pairing.side(sentence)).collect();
    let mut tallies = vec![Tally::default(); theirs.len()];
    left.compared().iter().map(move |sentence| {
        tallies.fill(Tally::default());
        pairing.count(sentence, &theirs, &mut tallies);
        let ours = pairing.side(sentence);
        tallies.iter().zip(&theirs).map(|(tally, theirs)| tally.features(&ours, theirs)).collect()
    })
}

/// A sentence with what its words weigh in all.
struct Side<'a> {
    sentence: &'a Features,
    weight: u32,
    names: u32,
    /// Whether it has numbers that the other's must agree with.
    has_numbers: bool,
}

/// What two sentences share.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    grams: u32,
    /// Weight of the words that both have.
    shared: u32,
    /// Weight of each side's words that the other has kin of.
    kin: [u32; 2],
    /// Names of one that are among the words of the other.
    names: u32,
    numbers: u32,
    /// Words that stand in these two sentences and in no other.
    distinctive: u32,
}

impl Tally {
    fn features(&self, ours: &Side<'_>, theirs: &Side<'_>) -> [f32; FEATURES.len()] {
        let part = |part: u32, whole: u32| if whole == 0 { 0.0 } else { (part as f32 / whole as f32).min(1.0) };
        let (left, right) = (self.shared + self.kin[0], self.shared + self.kin[1]);
        let grams = ours.sentence.grams.len() + theirs.sentence.grams.len();
        let names = ours.names + theirs.names;
        [
            part(2 * self.grams, grams as u32),
            part(left + right, ours.weight + theirs.weight),
            part(left, ours.weight).max(part(right, theirs.weight)),
            ((left + right) as f32 / 2.0 / UNIT).ln_1p(),
            f32::from(u8::from(ours.has_numbers && theirs.has_numbers && self.numbers == 0)),
            if names == 0 { 0.5 } else { part(self.names, names) },
            (self.distinctive as f32).ln_1p(),
        ]
    }
}

/// What is known of the words of two reports together.
struct Pairing {
    weights: FxHashMap<u32, u32>,
    kin: Kin,
    stems: Postings<Stem>,
    grams: Postings<u32>,
    /// Words that one sentence alone of either report has.
    distinctive: FxHashSet<u32>,
    /// Whether each report is a single sentence. Among more, numbers that differ are a finding and no reason to keep sentences apart.
    alone: bool,
}

impl Pairing {
    fn of(left: &Report<'_>, right: &Report<'_>) -> Self {
        let (ours, theirs) = (left.compared(), right.compared());
        let (in_ours, in_theirs) = (sentences_with(ours), sentences_with(theirs));
        let sentences = (ours.len() + theirs.len()) as f32 + BACKGROUND;
        let mut with = in_ours.clone();
        for (&hash, count) in &in_theirs {
            *with.entry(hash).or_insert(0) += count;
        }
        let is_alone = |hash: &u32| in_ours.get(hash) == Some(&1) && in_theirs.get(hash) == Some(&1);
        let distinctive = if ours.len().min(theirs.len()) < LEAST_SENTENCES {
            FxHashSet::default()
        } else {
            in_ours.keys().copied().filter(is_alone).collect()
        };
        Self {
            weights: with.into_iter().map(|(hash, count)| (hash, weight(hash, count, sentences))).collect(),
            kin: kin(left.spelt(), right.spelt()),
            stems: Postings::of(theirs.iter().map(|sentence| sentence.stems.as_slice())),
            grams: Postings::of(theirs.iter().map(|sentence| sentence.grams.as_slice())),
            distinctive,
            alone: ours.len().max(theirs.len()) == 1,
        }
    }

    fn weight(&self, hash: u32) -> u32 {
        self.weights.get(&hash).copied().unwrap_or_default()
    }

    fn side<'a>(&self, sentence: &'a Features) -> Side<'a> {
        Side {
            sentence,
            weight: sentence.stems.iter().map(|stem| self.weight(stem.hash)).sum(),
            names: sentence.stems.iter().filter(|stem| stem.is_name).count() as u32,
            has_numbers: self.alone && sentence.stems.iter().any(|stem| stem.is_number),
        }
    }

    /// Counts what a left sentence shares with each right one.
    fn count(&self, sentence: &Features, theirs: &[Side<'_>], tallies: &mut [Tally]) {
        for &gram in &sentence.grams {
            for &(_, number) in self.grams.with(gram) {
                if let Some(tally) = tallies.get_mut(number as usize) {
                    tally.grams += 1;
                }
            }
        }
        for stem in &sentence.stems {
            let weight = self.weight(stem.hash);
            let is_distinctive = self.distinctive.contains(&stem.hash);
            for &(other, number) in self.stems.with(stem.hash) {
                if let Some(tally) = tallies.get_mut(number as usize) {
                    tally.shared += weight;
                    tally.numbers += u32::from(stem.is_number);
                    tally.names += u32::from(stem.is_name) + u32::from(other.is_name);
                    tally.distinctive += u32::from(is_distinctive);
                }
            }
            for &(kin, share) in self.kin.get(&stem.hash).map(Vec::as_slice).unwrap_or_default() {
                self.count_kin(sentence, (stem.hash, kin, share), theirs, tallies);
            }
        }
    }

    /// Counts a left word and its kin on the right, where neither sentence has both.
    fn count_kin(&self, sentence: &Features, (ours, kin, share): (u32, u32, u32), theirs: &[Side<'_>], tallies: &mut [Tally]) {
        if sentence.has(kin) {
            return;
        }
        for &(_, number) in self.stems.with(kin) {
            let other = theirs.get(number as usize).filter(|other| !other.sentence.has(ours));
            if let Some(tally) = other.and_then(|_| tallies.get_mut(number as usize)) {
                tally.kin[0] += self.weight(ours) * share / 100;
                tally.kin[1] += self.weight(kin) * share / 100;
            }
        }
    }
}

/// In how many sentences each stem stands.
fn sentences_with(sentences: &[Features]) -> FxHashMap<u32, u32> {
    let mut counts = FxHashMap::default();
    for stem in sentences.iter().flat_map(|sentence| &sentence.stems) {
        *counts.entry(stem.hash).or_insert(0) += 1;
    }
    counts
}

/// What a word weighs: by its rank among the commonest words, and by how many of the sentences have it.
fn weight(hash: u32, with: u32, sentences: f32) -> u32 {
    /// Words in a made-up text times the rate of the commonest word, and the rate of words that are not among the commonest.
    const RATES: (f32, f32) = (35.0, 0.001);
    const LEAST: (f32, f32) = (0.3, 0.05);
    let rate = common_rank(hash).map_or(RATES.1, |rank| 1.0 - (-RATES.0 / rank as f32).exp()).max(RATES.1);
    let here = ((sentences + 1.0) / (with as f32 + 0.5)).ln() / (sentences + 1.0).ln();
    ((-rate.ln()).sqrt().max(LEAST.0) * here.max(LEAST.1) * UNIT) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, ArticleId, Fate, Metadata, PageBlock, ParagraphKind};
    use crate::compare::Prepared;
    use crate::extract::Claims;

    fn article(text: &str) -> Article {
        let page = vec![PageBlock { text: text.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }];
        Article::new(ArticleId::of_page(text.as_bytes()), "page.txt".to_owned(), Metadata::default(), page)
    }

    fn likeness(left: &str, right: &str) -> f32 {
        let (left, right, claims) = (article(left), article(right), Claims::default());
        let read = (Prepared::with(&left, Claims::default()), Prepared::with(&right, Claims::default()));
        likenesses(&Report::of(&read.0, &claims, &right), &Report::of(&read.1, &claims, &left)).get(0, 0)
    }

    /// The same news in other words is likelier than other news in the same words.
    #[test]
    fn what_is_alike_is_likelier() {
        for (sentence, alike, other) in [
            (
                "The mayor resigned on Friday after two aides were arrested.",
                "Two aides' arrests forced the mayor to resign Friday.",
                "The mayor praised two aides on Friday after the storm.",
            ),
            ("Peter Lund was elected in Costara.", "Costaran election won by Lund.", "Peter Marsh was elected in Selim."),
            ("The quake killed 12 people.", "Twelve died in the earthquake.", "The quake killed 40 people."),
        ] {
            assert!(likeness(sentence, alike) > likeness(sentence, other), "{sentence}");
        }
    }

    #[test]
    fn likeness_runs_from_nothing_to_everything() {
        let sentence = "Rescuers took 40 passengers off the ferry Marina near Port Selim on Monday.";
        assert!(likeness(sentence, sentence) > 0.9);
        assert!(likeness("The ferry sank.", "Parliament voted on taxes.") < 0.05);
        assert!(likeness("", "") < 0.05 && likeness("It is.", "It was.") < 0.05);
    }

    #[test]
    fn a_likeness_is_the_same_from_either_side() {
        let (one, other) = ("The elections in Costara were held in May.", "Costarans elected an election board and elect again.");
        assert!((likeness(one, other) - likeness(other, one)).abs() < f32::EPSILON);
    }
}
