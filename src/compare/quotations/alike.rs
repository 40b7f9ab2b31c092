//! What two quotations share: stems, the longest run of words, the words in one order.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::utterance::{PHRASE, Utterance};

/// A quotation of fewer words may be the other's without sharing a phrase with it.
const SHORT: usize = 2 * PHRASE;
/// Shared stems (Dice, and over those of the shorter one) below which two longer quotations are one only by a phrase that both have.
pub(super) const LEAST_SHARED: f32 = 0.30;
pub(super) const LEAST_CONTAINED: f32 = 0.8;

/// What two quotations share.
pub(super) struct Alike {
    pub lengths: (usize, usize),
    pub identical: bool,
    /// Shared content stems over all of them (Dice), 0 to 1.
    pub dice: f32,
    /// Shared content stems over those of the one that has fewer.
    pub containment: f32,
    /// How many content stems both have.
    pub shared: usize,
    /// The most words in a row that both have, unless two long ones share too little to be one.
    pub run: usize,
    /// That run over the shorter one's words.
    pub run_share: f32,
    /// How many words of the run say something.
    pub run_content: usize,
    /// The words both have in the same order over the shorter one's.
    in_order: f32,
}

impl Alike {
    /// Compares two quotations. Their words in order are looked for only where they can matter: for long quotations that is most of the
    /// work, and few of them share a phrase.
    pub(super) fn of(one: &Utterance<'_>, other: &Utterance<'_>) -> Self {
        let shared = one.shared_stems(other);
        let (few, many) = (one.stems.len().min(other.stems.len()), one.stems.len().max(other.stems.len()));
        let shorter = one.words.len().min(other.words.len());
        let dice = if few + many == 0 { 0.0 } else { 2.0 * shared as f32 / (few + many) as f32 };
        let containment = if few == 0 { 0.0 } else { shared as f32 / few as f32 };
        let in_question = shorter < SHORT || dice >= LEAST_SHARED || containment >= LEAST_CONTAINED || one.shares_phrase(other);
        let runs = if in_question { runs(&one.words, &other.words) } else { Vec::new() };
        let longest = runs.iter().copied().max_by_key(|(_, length)| *length).unwrap_or((0, 0));
        let share = |of: usize| of as f32 / shorter.max(1) as f32;
        Self {
            lengths: (one.words.len(), other.words.len()),
            identical: !one.words.is_empty() && one.words == other.words,
            dice,
            containment,
            shared,
            run: longest.1,
            run_share: share(longest.1),
            run_content: one.telling.iter().skip(longest.0).take(longest.1).filter(|telling| **telling).count(),
            in_order: share(runs.iter().map(|(_, length)| *length).sum()),
        }
    }

    /// How much speaks for one utterance, 0 to 1: what both share of all, and something on top where one holds the other word for word.
    pub(super) fn score(&self, fragment: bool) -> f32 {
        match (self.identical, self.is_contained(), fragment) {
            (true, ..) => 1.0,
            (_, true, _) => 0.6 + 0.3 * self.dice,
            (.., true) => self.dice.min(0.3),
            _ => self.dice.max(0.8 * self.run_share.min(self.in_order)),
        }
    }

    /// Whether words are left out at either end, or several of them: one left out between others is another wording.
    pub(super) fn is_cut(&self) -> bool {
        const SEVERAL: usize = 3;
        let left_out = self.lengths.0.abs_diff(self.lengths.1);
        left_out > 0 && self.in_order >= 0.999 && (left_out >= SEVERAL || self.run_share >= 0.999)
    }

    /// Whether the shorter one lies in the longer one, word for word.
    pub(super) fn is_contained(&self) -> bool {
        let shorter = self.lengths.0.min(self.lengths.1);
        shorter >= PHRASE && self.in_order >= 0.999 && self.run * 2 >= shorter && self.run_content > 0
    }
}

/// The stretches of words both have in the same order (Myers): where they begin on the left, and how many words they have.
fn runs(one: &[u32], other: &[u32]) -> Vec<(usize, usize)> {
    let ops = capture_diff_slices(Algorithm::Myers, one, other).into_iter();
    ops.filter_map(|op| if let DiffOp::Equal { old_index, len, .. } = op { Some((old_index, len)) } else { None }).collect()
}
