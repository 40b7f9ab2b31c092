//! Problems in the reader's own files, as the rest of the program tells them.

pub use crate::config::Diagnostic;
pub(crate) use crate::config::Located;
