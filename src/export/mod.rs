//! Values -> JSON, text and citations: renderers that print nothing and decide nothing.

pub mod citation;
pub mod json;
pub mod text;
