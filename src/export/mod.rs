//! Values -> JSON, text and citations: renderers that print nothing and decide nothing.

pub mod json;
