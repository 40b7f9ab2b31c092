//! Which blocks of a page are the report: features, a trained chain model, and what is known of reports' beginnings and ends.

mod cohesion;
pub(super) mod decide;
mod farewell;
pub(super) mod features;
mod foreign;
mod head;
pub(super) mod outline;
#[cfg(test)]
mod training;
pub(super) mod traits;
mod weights;

use decide::{State, best_path};
use weights::{Kind, Weights};

use super::page::Page;

/// Where each block stands: before the body, in it, between its parts, after it.
fn states(page: &Page) -> Vec<State> {
    let kind = if page.tree.is_some() { Kind::Html } else { Kind::Text };
    best_path(&features::features(page), Weights::trained(kind))
}
