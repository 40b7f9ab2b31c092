//! How rare each word is among reports, and what each word of a report weighs by it.

use rustc_hash::FxHashMap;

use super::signature::{Counted, Kind, Signature, common_rank};

/// One word of a report with its shares of the lead, of the whole, and of its kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weighted {
    pub stem: u32,
    /// Of a vector of length 1.
    pub lead: f32,
    /// Of a vector of length 1.
    pub whole: f32,
    /// Of a vector of length 1 that holds the names alone, and some that nobody has; 0 for another word.
    pub among_names: f32,
    pub kind: Kind,
    /// Its part of the lead's names or numbers, which make 1 together; 0 for another word.
    pub share: f32,
}

/// The words of a report, weighed.
#[derive(Debug, Default)]
pub(super) struct Weighed {
    pub words: Vec<Weighted>,
    /// Whether the lead has names, and numbers.
    pub has: Held,
}

/// What a lead has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Held {
    pub names: bool,
    pub numbers: bool,
}

/// The length of the names that a report is taken to have besides: that two share all their two names says less than that they share twelve.
const UNKNOWN_NAMES: f32 = 16.0;

/// How rare each word is among the reports, a background of everyday English included.
///
/// A few reports say little about which words are rare, so that 300 made-up reports with the commonest words at their usual rates are
/// counted with them: one threshold then holds from two reports to thousands.
#[derive(Debug)]
pub struct Rarity {
    reports: f32,
    reports_with: FxHashMap<u32, f32>,
}

impl Rarity {
    const BACKGROUND_REPORTS: f32 = 300.0;
    /// Words in a background report times the rate of the commonest word: a word of rank r stands in `1 - exp(-500 * 0.07 / r)` of them.
    const BACKGROUND_RATE: f32 = 500.0 * 0.07;
    const RATE_OF_OTHER_WORDS: f32 = 0.001;

    /// Among these reports.
    pub fn among<'a>(signatures: impl IntoIterator<Item = &'a Signature>) -> Self {
        let mut rarity = Self { reports: 0.0, reports_with: FxHashMap::default() };
        for signature in signatures {
            rarity.reports += 1.0;
            for word in &signature.words {
                *rarity.reports_with.entry(word.stem).or_insert(0.0) += 1.0;
            }
        }
        rarity
    }

    fn of(&self, stem: u32) -> f32 {
        let rate = common_rank(stem).map_or(Self::RATE_OF_OTHER_WORDS, |rank| 1.0 - (-Self::BACKGROUND_RATE / rank as f32).exp());
        let with = self.reports_with.get(&stem).copied().unwrap_or(0.0);
        ((Self::BACKGROUND_REPORTS + self.reports) / (Self::BACKGROUND_REPORTS * rate + with + 0.05)).ln().max(0.0)
    }

    /// The words by which other reports of the same event are looked for: those of the lead that weigh most, the heaviest first.
    #[must_use]
    pub fn key_words(&self, signature: &Signature, most: usize) -> Vec<u32> {
        let mut words = self.weigh(signature).words;
        words.retain(|word| word.lead > 0.0);
        words.sort_by(|one, other| other.lead.total_cmp(&one.lead).then(one.stem.cmp(&other.stem)));
        words.iter().take(most).map(|word| word.stem).collect()
    }

    pub(super) fn weigh(&self, signature: &Signature) -> Weighed {
        let mut words: Vec<Weighted> = signature.words.iter().map(|word| self.weigh_word(word)).collect();
        let length = |part: fn(&Weighted) -> f32| words.iter().map(|w| part(w) * part(w)).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        let (lead, whole, names) = (length(|w| w.lead), length(|w| w.whole), length(|w| w.among_names).hypot(UNKNOWN_NAMES));
        let of_kind = |kind| words.iter().filter(|word| word.kind == kind).map(|word| word.share).sum::<f32>();
        let (lead_names, lead_numbers) = (of_kind(Kind::Name), of_kind(Kind::Number));
        for word in &mut words {
            word.lead /= lead;
            word.whole /= whole;
            word.among_names /= names;
            word.share /= if word.kind == Kind::Name { lead_names } else { lead_numbers }.max(f32::MIN_POSITIVE);
        }
        Weighed { words, has: Held { names: lead_names > 0.0, numbers: lead_numbers > 0.0 } }
    }

    fn weigh_word(&self, word: &Counted) -> Weighted {
        let rarity = self.of(word.stem);
        let times = |count: u32| if count == 0 { 0.0 } else { rarity * (1.0 + (count as f32).ln()) };
        let (lead, whole) = (times(word.lead), times(word.whole));
        let among_names = if word.kind == Kind::Name { whole } else { 0.0 };
        let share = if word.kind == Kind::Word { 0.0 } else { lead };
        Weighted { stem: word.stem, lead, whole, among_names, kind: word.kind, share }
    }
}
