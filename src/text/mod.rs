//! Pure text tools: places in a text, cleaning, tokens, sentences, comparison keys, widths and lines.

pub mod calendar;
pub mod cluster;
pub mod counted;
pub mod fold;
pub mod latin;
pub mod layers;
pub mod marks;
pub mod sanitize;
pub mod senses;
pub mod sentence;
pub mod span;
pub mod term;
pub mod token;
pub mod width;
pub mod wrap;

pub use span::Span;
