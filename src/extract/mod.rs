//! Article -> what it claims: who is quoted with which words, which figures it gives, whom it names.

pub mod date;
pub mod figure;
mod lexicon;
pub mod name;
pub mod quotation;
mod unit;

pub use figure::{Approximation, Dimension, Figure, Interval, Measures};
pub use name::Name;
pub use quotation::{Quotation, QuotationKind, Speaker};

use crate::article::Article;

/// Everything one article claims; all spans point into its body's text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Claims {
    /// The quotations, in the order of the text.
    pub quotations: Vec<Quotation>,
    /// The figures, in the order of the text.
    pub figures: Vec<Figure>,
    /// People, places and bodies, each once, with all places where it is named.
    pub names: Vec<Name>,
}

/// Reads off an article what it claims.
#[must_use]
pub fn claims(article: &Article) -> Claims {
    let names = name::names(article);
    Claims { quotations: quotation::quotations(article, &names), figures: figure::figures(article), names }
}
