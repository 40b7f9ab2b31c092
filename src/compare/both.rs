//! What is made of each of two sides, made on two cores at once.

use std::panic::resume_unwind;
use std::thread::{Builder, scope};

/// What the two make. Where no thread is to be had they work one after the other.
pub(super) fn both<Made: Send>(left: impl Fn() -> Made + Sync, right: impl Fn() -> Made) -> (Made, Made) {
    scope(|scope| {
        let beside = Builder::new().spawn_scoped(scope, &left);
        let right = right();
        let left = match beside {
            Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(_) => left(),
        };
        (left, right)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_keeps_its_place() {
        assert_eq!(both(|| "left", || "right"), ("left", "right"));
    }

    #[test]
    #[should_panic(expected = "a reader that fails")]
    fn a_panic_of_the_other_thread_is_not_lost() {
        both(|| assert_eq!(1, 2, "a reader that fails"), || ());
    }
}
