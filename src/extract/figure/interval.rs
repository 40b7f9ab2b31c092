//! What a number allows: rounding, approximations and bounds as intervals.

use super::numeral::{Form, Numeral};
use super::quantity::{Quantity, Role};
use super::unit_table::Kind;
use super::{Approximation, Interval};

/// The part of a rough number by which it may be off: a tenth.
const ROUGHLY: f64 = 10.0;
/// The same, for a round number with one significant digit (`about 300`): a fifth.
const VERY_ROUGHLY: f64 = 5.0;
/// Plain numbers below this are counted, not rounded, even where they end in zero.
const COUNTED_BELOW: f64 = 100.0;
/// The largest share that trailing zeros of a plain number are taken to round away.
const ROUNDED_AT_MOST: f64 = 0.05;

/// The value as the contract has it: the written number in the unit written, apart only for ranges and approximations.
pub(super) fn value(quantity: &Quantity) -> Interval {
    let Interval { min, max } = written(quantity);
    Interval { min: min.map(tidy), max: max.map(tidy) }
}

/// The value without the last digits that a third or a tenth leaves behind in binary: twelve significant ones are plenty.
fn tidy(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let digits = 10f64.powi(11 - value.abs().log10().floor() as i32);
    let rounded = (value * digits).round() / digits;
    if rounded.is_finite() { rounded } else { value }
}

fn written(quantity: &Quantity) -> Interval {
    let scale = scale(quantity);
    let low = quantity.low.value * scale;
    if let Form::Vague(count) = quantity.low.form {
        return Interval { min: Some(count.written.0), max: count.written.1 }.scaled(scale);
    }
    if let Some(high) = &quantity.high {
        return Interval::between(low, high.value * scale);
    }
    match quantity.manner {
        Approximation::About => around(low, ROUGHLY),
        Approximation::MoreThan | Approximation::AtLeast => Interval { min: Some(low), max: None },
        Approximation::LessThan | Approximation::AtMost => Interval { min: None, max: Some(low) },
        Approximation::Exact | Approximation::Nearly | Approximation::Range => Interval::exactly(low),
    }
}

/// What the words allow, in the base unit.
pub(super) fn range(quantity: &Quantity) -> Interval {
    let scale = scale(quantity);
    let written = allowed(quantity).scaled(scale);
    let per = quantity.rate.as_ref().and_then(|rate| rate.seconds).filter(|_| is_physical(quantity)).unwrap_or(1.0);
    let base = |value: f64| quantity.unit.as_ref().map_or(value, |unit| unit.base_value(value)) / per;
    Interval { min: written.min.map(base), max: written.max.map(base) }
}

/// Whether the figure is a part of a whole (`a fifth of them`), which is read as per cent.
pub(super) fn is_share(quantity: &Quantity) -> bool {
    quantity.low.form == Form::Part && quantity.low.value < 1.0 && quantity.unit.is_none() && quantity.role == Role::Amount
}

/// Whether a rate of this figure is one of physics, and its time is a matter of conversion (`m/day`), not of scope (`USD/month`).
pub(super) fn is_physical(quantity: &Quantity) -> bool {
    let kind = quantity.unit.as_ref().map(|unit| unit.kind);
    matches!(kind, Some(Kind::Distance | Kind::Volume | Kind::Mass))
}

/// Sign, the hundredth part for cents, the hundredfold for parts of a whole.
fn scale(quantity: &Quantity) -> f64 {
    let sign = if quantity.negative { -1.0 } else { 1.0 };
    let whole = if is_share(quantity) { 100.0 } else { 1.0 };
    sign * whole * quantity.unit.as_ref().map_or(1.0, |unit| unit.scale)
}

/// What the words allow, in the unit written.
fn allowed(quantity: &Quantity) -> Interval {
    let low = &quantity.low;
    if let Form::Vague(count) = low.form {
        return Interval::between(count.allowed.0, count.allowed.1);
    }
    if let Some(high) = &quantity.high {
        return Interval::between(low.value, high.value);
    }
    let value = low.value;
    match quantity.manner {
        Approximation::About => around(value, if is_round(low) { VERY_ROUGHLY } else { ROUGHLY }),
        Approximation::Nearly => Interval::between(value - value / ROUGHLY, value),
        Approximation::MoreThan | Approximation::AtLeast => Interval { min: Some(value), max: None },
        Approximation::LessThan | Approximation::AtMost => Interval { min: (value >= 0.0).then_some(0.0), max: Some(value) },
        Approximation::Exact | Approximation::Range => {
            let half = rounded_by(quantity);
            Interval::between(value - half, value + half)
        }
    }
}

fn around(value: f64, part: f64) -> Interval {
    Interval::between(value - value / part, value + value / part)
}

/// Whether a number has one significant digit and a zero behind it.
fn is_round(numeral: &Numeral) -> bool {
    numeral.place >= 10.0 && numeral.value < numeral.place * 9.5
}

/// Half of what one step of the last significant digit is worth, where the number is likely rounded.
fn rounded_by(quantity: &Quantity) -> f64 {
    let low = &quantity.low;
    let half = low.place / 2.0;
    let measured = quantity.unit.as_ref().is_some_and(|unit| !matches!(unit.kind, Kind::Duration | Kind::Money));
    if low.form == Form::Part {
        // Half way to the next smaller part: a fifth lies nearer than a sixth.
        return low.place * low.place / (2.0 * (1.0 + low.place));
    }
    if low.magnitude >= 1000.0 || low.place < 1.0 || measured && low.value.abs() < COUNTED_BELOW {
        return half;
    }
    if low.value >= COUNTED_BELOW && (low.place > 1.0 || measured) { half.min(low.value * ROUNDED_AT_MOST) } else { 0.0 }
}
