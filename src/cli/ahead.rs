//! Work on the pieces of a stream on all cores: the pieces are taken one by one, the results come in the order of the pieces.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, Scope, available_parallelism};

/// Pieces under way for each core: enough that none waits while the first in line takes its time, few enough that memory stays flat.
const AHEAD: usize = 4;

/// A piece, and where its result goes.
type Job<T, R> = (T, Sender<R>);

/// Pieces under way.
pub(super) struct Ahead<'scope, 'env, T, R> {
    scope: &'scope Scope<'scope, 'env>,
    work: &'env (dyn Fn(T) -> R + Sync),
    /// The first piece: no other core is asked for one piece alone.
    first: Option<T>,
    jobs: Option<SyncSender<Job<T, R>>>,
    results: VecDeque<Receiver<R>>,
    most: usize,
}

/// Runs `feed`, which pushes pieces and takes results, with `work` being done on all cores.
pub(super) fn ahead<T: Send, R: Send, O>(work: impl Fn(T) -> R + Sync, feed: impl FnOnce(&mut Ahead<'_, '_, T, R>) -> O) -> O {
    thread::scope(|scope| feed(&mut Ahead { scope, work: &work, first: None, jobs: None, results: VecDeque::new(), most: 0 }))
}

impl<'scope, 'env, T: Send + 'scope, R: Send + 'scope> Ahead<'scope, 'env, T, R>
where
    'env: 'scope,
{
    /// Takes a piece, and gives the first result in line when enough are under way.
    pub(super) fn push(&mut self, piece: T) -> Option<R> {
        if self.jobs.is_none() && self.first.is_none() {
            self.first = Some(piece);
            return None;
        }
        if let Some(first) = self.first.take() {
            self.start();
            self.send(first);
        }
        self.send(piece);
        if self.results.len() >= self.most { self.next() } else { None }
    }

    /// The first result in line; `None` when no piece is under way.
    pub(super) fn next(&mut self) -> Option<R> {
        match self.first.take() {
            Some(only) => Some((self.work)(only)),
            None => self.results.pop_front()?.recv().ok(),
        }
    }

    fn send(&mut self, piece: T) {
        let (give, take) = channel();
        self.results.push_back(take);
        if let Some(jobs) = &self.jobs {
            // The workers listen as long as this lives.
            let _ = jobs.send((piece, give));
        }
    }

    fn start(&mut self) {
        let cores = available_parallelism().map_or(1, usize::from);
        self.most = cores * AHEAD;
        let (give, take) = sync_channel::<Job<T, R>>(self.most);
        let jobs = Arc::new(Mutex::new(take));
        for _ in 0..cores {
            let (jobs, work) = (Arc::clone(&jobs), self.work);
            self.scope.spawn(move || {
                loop {
                    let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((piece, give)) = job else { return };
                    // Nobody waits for it when the command was cut off.
                    let _ = give.send(work(piece));
                }
            });
        }
        self.jobs = Some(give);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_whatever_the_number_of_pieces() {
        for count in [0, 1, 2, 3, 100] {
            let slow_first = |piece: u64| {
                thread::sleep(std::time::Duration::from_micros(if piece.is_multiple_of(7) { 900 } else { 10 }));
                piece * 2
            };
            let results = ahead(slow_first, |ahead| {
                let mut results = Vec::new();
                for piece in 0..count {
                    results.extend(ahead.push(piece));
                }
                while let Some(result) = ahead.next() {
                    results.push(result);
                }
                results
            });
            assert_eq!(results, (0..count).map(|piece| piece * 2).collect::<Vec<_>>());
        }
    }
}
