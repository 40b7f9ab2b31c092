//! In which sentences a word or a piece of one stands.

use super::features::Stem;

/// For each hash, the sentences that have it.
pub(super) struct Postings<Entry> {
    /// Ascending by hash, then by sentence.
    entries: Vec<(Entry, u32)>,
    /// Where the entries begin whose hashes begin with each of the 4,096 values of their first twelve bits.
    starts: Vec<u32>,
}

/// How many bits of a hash its place among the [`Postings::starts`] drops.
const LAST_BITS: u32 = 20;

/// What is found by a hash.
pub(super) trait Hashed: Copy {
    fn hash(self) -> u32;
}

impl Hashed for u32 {
    fn hash(self) -> u32 {
        self
    }
}

impl Hashed for Stem {
    fn hash(self) -> u32 {
        self.hash
    }
}

fn first_bits(entry: impl Hashed) -> usize {
    (entry.hash() >> LAST_BITS) as usize
}

/// The entries in order, put down where those of their first bits begin and sorted there.
fn sorted<Entry: Hashed>(sentences: &[&[Entry]], starts: &[u32]) -> Vec<(Entry, u32)> {
    let Some(&filler) = sentences.iter().find_map(|entries| entries.first()) else { return Vec::new() };
    let mut next = starts.to_vec();
    let mut entries = vec![(filler, 0); starts.last().map_or(0, |&all| all as usize)];
    for (number, sentence) in sentences.iter().enumerate() {
        for &entry in *sentence {
            let Some(place) = next.get_mut(first_bits(entry)) else { continue };
            if let Some(slot) = entries.get_mut(*place as usize) {
                *slot = (entry, number as u32);
            }
            *place += 1;
        }
    }
    for bounds in starts.windows(2) {
        if let Some(alike) = entries.get_mut(bounds[0] as usize..bounds[1] as usize) {
            // Stable: the sentences stay in their order.
            alike.sort_by_key(|(entry, _)| entry.hash());
        }
    }
    entries
}

impl<Entry: Hashed + 'static> Postings<Entry> {
    /// Numbers the sentences in their order.
    pub(super) fn of<'a>(sentences: impl Iterator<Item = &'a [Entry]>) -> Self {
        let sentences: Vec<&[Entry]> = sentences.collect();
        let mut starts = vec![0_u32; (u32::MAX >> LAST_BITS) as usize + 2];
        for entry in sentences.iter().flat_map(|entries| entries.iter()) {
            if let Some(count) = starts.get_mut(first_bits(*entry) + 1) {
                *count += 1;
            }
        }
        let mut before = 0;
        for start in &mut starts {
            before += *start;
            *start = before;
        }
        let entries = sorted(&sentences, &starts);
        Self { entries, starts }
    }

    /// The entries of a hash, each with the number of its sentence.
    pub(super) fn with(&self, hash: u32) -> &[(Entry, u32)] {
        let first = first_bits(hash);
        let bounds = self.starts.get(first).zip(self.starts.get(first + 1));
        let near = bounds.and_then(|(start, end)| self.entries.get(*start as usize..*end as usize)).unwrap_or_default();
        let start = near.partition_point(|(entry, _)| entry.hash() < hash);
        let here = near.get(start..).unwrap_or_default();
        let length = here.iter().take_while(|(entry, _)| entry.hash() == hash).count();
        here.get(..length).unwrap_or_default()
    }
}
