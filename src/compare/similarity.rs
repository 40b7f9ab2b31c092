//! How alike two sentences are: shared stems and shared character 4-grams, turned into the probability that both tell the same thing.
//!
//! A logistic model over three counts, fitted on ECB+ (same-event sentences of different reports). Word weights learnt from a collection,
//! and static word vectors, were tried in its place and did no better inside one event, where the rare words are everybody's words.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::senses::Senses;
use crate::text::term::{Term, fingerprint};

/// Function words that two sentences share whatever they say.
pub(super) const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "by", "and", "or", "but", "is", "are", "was", "were", "be", "been", "has",
    "have", "had", "it", "its", "that", "this", "these", "those", "as", "with", "from", "he", "she", "they", "his", "her", "their", "i",
    "you", "we", "who", "which", "said", "says", "will", "would",
];

/// Whether a term says something by itself.
pub(super) fn is_content(term: &Term) -> bool {
    (term.word.chars().nth(1).is_some() || term.is_number()) && !FUNCTION_WORDS.contains(&term.word.as_str())
}

/// The weights of the model: how much each count speaks for the same thing.
struct Weights {
    stems: f32,
    grams: f32,
    shared: f32,
    base: f32,
}

const WEIGHTS: Weights = Weights { stems: 3.5, grams: 4.1, shared: 0.8, base: -5.4 };

/// What of a sentence is compared: hashes of its stems and of its words' 4-grams, each sorted and without repeats.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Features {
    /// Stems of content words.
    pub stems: Vec<u32>,
    /// Four letters in a row within a word, its blanks included.
    pub grams: Vec<u32>,
}

impl Features {
    /// Reads the features off a sentence's terms; a word that has the sense of another counts as that other.
    pub(super) fn of<'a>(terms: impl IntoIterator<Item = &'a Term>, senses: &Senses) -> Self {
        let mut features = Self::default();
        for term in terms.into_iter().filter(|term| is_content(term)) {
            let same = senses.same_as(&term.stem);
            features.stems.push(fingerprint(same.unwrap_or(&term.stem).chars()));
            push_grams(same.unwrap_or(&term.word), &mut features.grams);
        }
        for hashes in [&mut features.stems, &mut features.grams] {
            hashes.sort_unstable();
            hashes.dedup();
        }
        features
    }

    /// A number that sentences of other words hardly share.
    pub(super) fn print(&self) -> u64 {
        let mut hasher = FxHasher::default();
        self.grams.hash(&mut hasher);
        hasher.finish()
    }

    /// How alike two sentences are, 0 to 1, when they share so many stems and 4-grams.
    pub(super) fn likeness(&self, other: &Self, stems: usize, grams: usize) -> f32 {
        let dice = |shared: usize, one: usize, two: usize| if shared == 0 { 0.0 } else { 2.0 * shared as f32 / (one + two) as f32 };
        let stems_alike = dice(stems, self.stems.len(), other.stems.len());
        let grams_alike = dice(grams, self.grams.len(), other.grams.len());
        let evidence = WEIGHTS.stems * stems_alike + WEIGHTS.grams * grams_alike + WEIGHTS.shared * (stems as f32).ln_1p();
        probability(evidence + WEIGHTS.base)
    }
}

/// The logistic function.
pub(super) fn probability(evidence: f32) -> f32 {
    1.0 / (1.0 + (-evidence).exp())
}

/// The inverse of [`probability`]; never infinite.
pub(super) fn evidence(probability: f32) -> f32 {
    let p = probability.clamp(1e-6, 1.0 - 1e-6);
    (p / (1.0 - p)).ln()
}

/// The 4-grams of a word with a blank before and after it; a shorter one is its own.
fn push_grams(word: &str, grams: &mut Vec<u32>) {
    const LENGTH: usize = 4;
    let padded: Vec<char> = std::iter::once(' ').chain(word.chars()).chain(std::iter::once(' ')).collect();
    if padded.len() < LENGTH {
        grams.push(fingerprint(padded.iter().copied()));
    }
    grams.extend(padded.windows(LENGTH).map(|gram| fingerprint(gram.iter().copied())));
}

/// One number for every pair of a left and a right sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Grid<T> {
    width: usize,
    cells: Vec<T>,
}

impl<T: Copy + Default> Grid<T> {
    pub(super) fn new(height: usize, width: usize) -> Self {
        Self { width, cells: vec![T::default(); height * width] }
    }

    /// The number at a place; the default outside.
    pub(super) fn get(&self, left: usize, right: usize) -> T {
        if right >= self.width {
            return T::default();
        }
        self.cells.get(left * self.width + right).copied().unwrap_or_default()
    }

    /// The place to write to, if it lies inside.
    pub(super) fn at_mut(&mut self, left: usize, right: usize) -> Option<&mut T> {
        if right >= self.width {
            return None;
        }
        self.cells.get_mut(left * self.width + right)
    }

    /// The numbers of one left sentence against all right ones.
    pub(super) fn row(&self, left: usize) -> &[T] {
        self.cells.get(left * self.width..(left + 1) * self.width).unwrap_or_default()
    }
}

/// How alike every left sentence is to every right one.
///
/// Shape: counts shared hashes through the right side's postings, so that the work is the number of matches, not of pairs times words.
pub(super) fn likenesses(left: &[Features], right: &[Features]) -> Grid<f32> {
    let stems = Postings::of(right.iter().map(|f| f.stems.as_slice()));
    let grams = Postings::of(right.iter().map(|f| f.grams.as_slice()));
    let mut grid = Grid::new(left.len(), right.len());
    let (mut shared_stems, mut shared_grams) = (vec![0; right.len()], vec![0; right.len()]);
    for (i, one) in left.iter().enumerate() {
        stems.count(&one.stems, &mut shared_stems);
        grams.count(&one.grams, &mut shared_grams);
        for (j, other) in right.iter().enumerate() {
            let shared = |counts: &[usize]| counts.get(j).copied().unwrap_or(0);
            if let Some(cell) = grid.at_mut(i, j) {
                *cell = one.likeness(other, shared(&shared_stems), shared(&shared_grams));
            }
        }
    }
    grid
}

/// For each hash, the sentences that have it.
struct Postings {
    entries: Vec<(u32, u32)>,
}

impl Postings {
    fn of<'a>(sentences: impl Iterator<Item = &'a [u32]>) -> Self {
        let mut entries: Vec<(u32, u32)> =
            sentences.enumerate().flat_map(|(number, hashes)| hashes.iter().map(move |&hash| (hash, number as u32))).collect();
        entries.sort_unstable();
        Self { entries }
    }

    /// Counts for each sentence how many of the hashes it has; both lists are sorted, so that one pass finds all.
    fn count(&self, hashes: &[u32], counts: &mut [usize]) {
        counts.fill(0);
        let mut from = 0;
        for &hash in hashes {
            let rest = self.entries.get(from..).unwrap_or_default();
            from += rest.partition_point(|&(other, _)| other < hash);
            for &(_, sentence) in self.entries.get(from..).unwrap_or_default().iter().take_while(|&&(other, _)| other == hash) {
                if let Some(count) = counts.get_mut(sentence as usize) {
                    *count += 1;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::term::terms;

    fn likeness(left: &str, right: &str) -> f32 {
        let features = |text| vec![Features::of(&terms(text, "en"), Senses::of(""))];
        likenesses(&features(left), &features(right)).get(0, 0)
    }

    /// Pairs and values of the published reference of the model.
    #[test]
    fn worked_examples() {
        for (left, right, want) in [
            (
                "The mayor resigned on Friday after two aides were arrested.",
                "Two aides' arrests forced the mayor to resign Friday.",
                0.8913,
            ),
            (
                "Officials said 1,200 homes lost power in the storm.",
                "About 1200 households were without electricity, the utility said.",
                0.0205,
            ),
            ("“We will not close the plant,” the company’s chief said.", "The U.S. company plans 300 layoffs at its plant.", 0.2148),
        ] {
            assert!((likeness(left, right) - want).abs() < 0.0001, "{left} / {right}: {}", likeness(left, right));
        }
    }

    #[test]
    fn nothing_shared_or_nothing_said_is_unlike() {
        assert!(likeness("The ferry sank.", "Parliament voted on taxes.") < 0.01);
        assert!(likeness("", "") < 0.01);
        assert!(likeness("It is.", "It was.") < 0.01);
    }

    #[test]
    fn evidence_undoes_probability() {
        for p in [0.02, 0.28, 0.5, 0.99] {
            assert!((probability(evidence(p)) - p).abs() < 1e-5);
        }
        assert!(evidence(0.0).is_finite() && evidence(1.0).is_finite());
    }
}
