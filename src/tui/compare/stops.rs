//! What `n` and `N` step through on a tab: the blocks to stop at, and which of the things stepped through they show.

use crate::text::counted::counted;

/// The stops of a tab.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stops {
    stops: Vec<Stop>,
    /// How many things there are to step through; one whose halves stand apart has two stops.
    total: usize,
}

/// A block, and the numbers of what it shows, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stop {
    block: usize,
    numbers: Vec<usize>,
}

impl Stops {
    /// Stops at the blocks that show any of `total` things; `numbers` are given block by block.
    #[must_use]
    pub fn at_numbers(numbers: impl IntoIterator<Item = Vec<usize>>, total: usize) -> Self {
        let stops = numbers.into_iter().enumerate().map(|(block, numbers)| Stop { block, numbers });
        Self { stops: stops.filter(|stop| !stop.numbers.is_empty()).collect(), total }
    }

    /// Stops at these blocks, each of which shows one thing.
    #[must_use]
    pub fn at_blocks(blocks: impl IntoIterator<Item = usize>) -> Self {
        let stops: Vec<Stop> = blocks.into_iter().enumerate().map(|(number, block)| Stop { block, numbers: vec![number + 1] }).collect();
        Self { total: stops.len(), stops }
    }

    /// The blocks, in order.
    #[must_use]
    pub fn blocks(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.stops.iter().map(|stop| stop.block)
    }

    /// The stop after a block, or before it, round and round.
    #[must_use]
    pub fn next(&self, block: usize, back: bool) -> Option<usize> {
        if back {
            self.blocks().rev().find(|&stop| stop < block).or(self.blocks().next_back())
        } else {
            self.blocks().find(|&stop| stop > block).or(self.blocks().next())
        }
    }

    /// Where the reader is: `difference 3/17`, how many there are while on none, `3/17` when there is little room.
    #[must_use]
    pub fn position(&self, block: usize, noun: &str, brief: bool) -> String {
        let total = self.total;
        let Some(stop) = self.stops.iter().find(|stop| stop.block == block) else {
            return match total {
                _ if brief => format!("–/{total}"),
                0 => format!("no {noun}"),
                _ => counted(total, noun),
            };
        };
        let numbers = stop.numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        if brief { format!("{numbers}/{total}") } else { format!("{noun} {numbers}/{total}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_round() {
        let stops = Stops::at_blocks([2, 5]);
        for (block, back, want) in [(0, false, 2), (2, false, 5), (5, false, 2), (9, false, 2), (0, true, 5), (5, true, 2), (3, true, 2)] {
            assert_eq!(stops.next(block, back), Some(want), "{block} {back}");
        }
        assert_eq!(Stops::default().next(0, false), None);
    }

    #[test]
    fn positions_count_what_is_stepped_through_and_not_the_stops() {
        let stops = Stops::at_numbers([vec![1, 2], vec![], vec![1, 3]], 3);
        for (block, brief, want) in
            [(0, false, "quote 1, 2/3"), (1, false, "3 quotes"), (2, false, "quote 1, 3/3"), (2, true, "1, 3/3"), (1, true, "–/3")]
        {
            assert_eq!(stops.position(block, "quote", brief), want);
        }
        assert_eq!(Stops::default().position(0, "quote", false), "no quote");
    }
}
