//! Figures as the extraction would give them, for tests.

use crate::extract::{Approximation, Dimension, Figure, Interval, Measures};
use crate::text::span::Span;

/// A count: value, how it is meant, head noun, state.
pub(super) fn figure(range: (Option<f64>, Option<f64>), approximation: Approximation, head: &str, state: &str) -> Figure {
    let interval = Interval { min: range.0, max: range.1 };
    let stem = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Figure {
        span: Span::new(0, 0),
        number: Span::new(0, 0),
        value: interval,
        range: interval,
        unit: None,
        base_unit: None,
        dimension: Dimension::Count,
        approximation,
        measures: Measures { head: stem(head), state: stem(state), ..Measures::default() },
    }
}

/// A count as written.
pub(super) fn exact(value: f64, head: &str, state: &str) -> Figure {
    figure((Some(value - 0.5), Some(value + 0.5)), Approximation::Exact, head, state)
}
