//! Pure text tools: places in a text, cleaning, tokens, sentences, comparison keys.

pub mod fold;
pub mod marks;
pub mod sanitize;
pub mod sentence;
pub mod span;
pub mod term;
pub mod token;

pub use span::Span;
