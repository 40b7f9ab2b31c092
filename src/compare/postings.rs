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

impl<Entry: Hashed + 'static> Postings<Entry> {
    /// Numbers the sentences in their order.
    pub(super) fn of<'a>(sentences: impl Iterator<Item = &'a [Entry]>) -> Self {
        let numbered = sentences.enumerate().flat_map(|(number, entries)| entries.iter().map(move |&entry| (entry, number as u32)));
        let mut entries: Vec<(Entry, u32)> = numbered.collect();
        entries.sort_unstable_by_key(|(entry, number)| u64::from(entry.hash()) << 32 | u64::from(*number));
        let mut starts = vec![0; (u32::MAX >> LAST_BITS) as usize + 2];
        for (entry, _) in &entries {
            if let Some(count) = starts.get_mut((entry.hash() >> LAST_BITS) as usize + 1) {
                *count += 1;
            }
        }
        let mut before = 0;
        for start in &mut starts {
            before += *start;
            *start = before;
        }
        Self { entries, starts }
    }

    /// The entries of a hash, each with the number of its sentence.
    pub(super) fn with(&self, hash: u32) -> &[(Entry, u32)] {
        let first = (hash >> LAST_BITS) as usize;
        let bounds = self.starts.get(first).zip(self.starts.get(first + 1));
        let near = bounds.and_then(|(start, end)| self.entries.get(*start as usize..*end as usize)).unwrap_or_default();
        let start = near.partition_point(|(entry, _)| entry.hash() < hash);
        let here = near.get(start..).unwrap_or_default();
        let length = here.iter().take_while(|(entry, _)| entry.hash() == hash).count();
        here.get(..length).unwrap_or_default()
    }
}
