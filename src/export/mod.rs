//! Values -> JSON, text, Markdown, HTML, annotations and citations: renderers that print nothing and decide nothing.

pub mod bookmarks;
pub mod citation;
pub mod html;
pub mod json;
pub mod markdown;
mod passage;
mod provenance;
pub mod text;
pub mod words;
