//! What is known of the body's features before any page is read.

#![cfg(test)]

use crate::ingest::body::features::Features;
use crate::ingest::body::weights::{ROLES, Weights};

/// What is known beforehand: towards these weights, and towards zero elsewhere, the training leans where the pages say little.
const KNOWN: &[(&str, &str, f32)] = &[
    ("byline", "body", -2.0),
    ("short sentence", "body", 0.5),
    ("short sentence", "end", -1.0),
    ("byline", "insert", -2.0),
    ("headline over a byline", "insert", -4.0),
    ("glued credit", "insert", 2.0),
    ("glued credit below", "insert", 1.0),
    ("words come back across", "insert", 1.0),
    ("line under a related line", "insert", 1.0),
    ("headline over a byline", "body", -3.0),
    ("prose under a glued credit", "body", 2.0),
    ("glued credit", "body", -3.0),
    ("glued credit below", "body", -1.5),
    ("promotion", "body", -1.5),
    ("comments", "body", -1.5),
    ("legal", "body", -2.0),
    ("sharing", "body", -2.0),
    ("navigation", "body", -2.0),
    ("related", "body", -2.0),
    ("furniture", "body", -1.5),
    ("caption", "body", -2.0),
    ("related", "end", 1.5),
    ("words come back across", "end", -2.0),
    ("line under a related line", "body", -1.5),
    ("credit", "body", -1.0),
    ("comments", "end", 1.5),
    ("promotion", "end", 1.0),
    ("named related", "body", -1.0),
    ("inside named related", "body", -0.5),
    ("named sharing", "body", -1.0),
    ("inside named sharing", "body", -0.5),
    ("named promotion", "body", -1.0),
    ("inside named promotion", "body", -0.5),
    ("named advertisement", "body", -1.0),
    ("inside named advertisement", "body", -0.5),
    ("named comments", "body", -1.0),
    ("inside named comments", "body", -4.0),
    ("picture credit", "body", -2.0),
    ("repeated prose", "body", -1.0),
    ("in the richest element", "body", 0.5),
    ("in the named article body", "body", 0.5),
    ("outside the named article body", "body", -0.5),
    ("named navigation", "body", -1.0),
    ("inside named navigation", "body", -0.5),
    ("named footer", "body", -1.0),
    ("inside named footer", "body", -0.5),
    ("named notice", "body", -1.0),
    ("inside named notice", "body", -0.5),
    ("within nav", "body", -3.0),
    ("within footer", "body", -2.0),
    ("within aside", "body", -1.0),
    ("within form", "body", -1.0),
    ("within figure", "body", -1.0),
    ("named caption", "body", -1.0),
    ("all linked", "body", -1.0),
    ("child of the main element", "body", 1.0),
    ("named comments", "end", 0.5),
    ("in a list of dated parts", "body", -2.0),
    ("in a list of linked parts", "body", -1.0),
    ("in a list of dated parts", "end", 0.5),
    ("always", "resume", -1.0),
    ("inside named comments", "resume", -3.0),
    ("in a list of dated parts", "resume", -1.0),
];

/// The weights known beforehand.
pub(super) fn known(names: &Features, is_html: bool) -> Weights {
    let mut weights = Weights::zero(names.len());
    for (name, role, weight) in KNOWN.iter().filter(|(_, role, _)| !(is_html && *role == "insert")) {
        // What is known of places says nothing of a dump.
        let Some(feature) = names.iter().position(|(known, _)| known == name) else { continue };
        let role = ROLES.iter().position(|known| known == role).expect("a role of that name");
        weights.columns[role][feature] = *weight;
    }
    weights
}
