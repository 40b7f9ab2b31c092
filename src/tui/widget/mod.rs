//! Parts that more than one screen is made of.

pub mod frame;
pub mod input;
pub mod list;
pub mod paint;
pub mod prose;
