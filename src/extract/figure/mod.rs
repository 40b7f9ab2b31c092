//! Figures: values and ranges with unit, what they measure, and how exactly they are meant.

mod amount;
mod approximation;
mod clause;
mod currency_table;
mod digits;
mod implied;
mod interval;
mod label;
mod measures;
mod noun;
mod number_words;
mod numeral;
mod part;
mod part_of_speech;
mod quantity;
mod range;
mod rate;
mod role;
mod scope;
mod sentence;
mod since;
mod spelled;
mod state;
mod subject;
mod unit;
mod unit_table;
mod word_list;

use crate::article::Article;
use crate::text::span::{Span, before as text_before};
use crate::text::token::Words;

pub use since::lengths_since;

/// Two bounds, either of which may be open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The least value; `None` where nothing bounds it from below.
    pub min: Option<f64>,
    /// The greatest value; `None` where nothing bounds it from above.
    pub max: Option<f64>,
}

impl Interval {
    /// One value.
    #[must_use]
    pub fn exactly(value: f64) -> Self {
        Self { min: Some(value), max: Some(value) }
    }

    /// From one value to another, in either order.
    #[must_use]
    pub fn between(a: f64, b: f64) -> Self {
        Self { min: Some(a.min(b)), max: Some(a.max(b)) }
    }

    /// Whether some value lies in both.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        let below = |a: Option<f64>, b: Option<f64>| a.zip(b).is_none_or(|(a, b)| a <= b + f64::EPSILON * b.abs().max(1.0));
        below(self.min, other.max) && below(other.min, self.max)
    }

    /// Every bound times a factor; a negative one exchanges them.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        let (min, max) = if factor < 0.0 { (self.max, self.min) } else { (self.min, self.max) };
        Self { min: min.map(|v| v * factor), max: max.map(|v| v * factor) }
    }

    /// The middle, or the one bound there is.
    #[must_use]
    pub fn middle(self) -> Option<f64> {
        match (self.min, self.max) {
            (Some(min), Some(max)) => Some(f64::midpoint(min, max)),
            (bound, None) | (None, bound) => bound,
        }
    }
}

/// How the number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Approximation {
    /// As written.
    Exact,
    /// `about`, `around`, `some`, `roughly`; also `dozens`, `several`.
    About,
    /// `nearly`, `almost`, `just under`.
    Nearly,
    /// `more than`, `over`.
    MoreThan,
    /// `at least`.
    AtLeast,
    /// `less than`, `under`, `fewer than`.
    LessThan,
    /// `up to`, `at most`, `as many as`.
    AtMost,
    /// `4 to 5`, `between A and B`.
    Range,
}

impl Approximation {
    /// The manner in one or two words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::MoreThan => "more than",
            Self::AtLeast => "at least",
            Self::LessThan => "less than",
            Self::AtMost => "at most",
            Self::Range => "range",
        }
    }
}

/// What kind of quantity it is; only figures of one dimension are ever held against each other.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// People or things counted; the noun is in [`Measures::head`].
    Count,
    /// Money in one currency (ISO 4217).
    Money(String),
    /// Per cent, and fractions of a whole.
    Percent,
    /// Percentage points.
    PercentPoints,
    /// A length of time.
    Duration,
    /// Somebody's or something's age.
    Age,
    /// A length.
    Distance,
    /// A surface.
    Area,
    /// A volume.
    Volume,
    /// A mass.
    Mass,
    /// A speed.
    Speed,
    /// A temperature.
    Temperature,
    /// Power or energy.
    Energy,
    /// A rank (`third`, `No. 2`).
    Rank,
    /// A result (`3-1`).
    Score,
    /// A multiple (`threefold`, `twice`).
    Ratio,
    /// Any other unit, by its symbol.
    Other(String),
}

/// What a figure counts or measures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measures {
    /// In words, for people: `ballistic missiles fired`.
    pub text: String,
    /// The stem of the head noun, if one was found: `missil`.
    pub head: Option<String>,
    /// The stem of the verb or state that goes with it: `kill`, `injur`, `last`.
    pub state: Option<String>,
    /// Where the head noun stands.
    pub span: Option<Span>,
    /// Whether the figure is marked as part of a whole or as one more (`of them`, `another`, `including`).
    pub partial: bool,
    /// Whether the sentence places it in an earlier time than the event's (`in 1959`, `last year`, `eight months ago`).
    pub historical: bool,
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The words that give it, approximation and unit included: `around two hours`.
    pub span: Span,
    /// The number and its magnitude alone: `two`.
    pub number: Span,
    /// The written number with magnitudes multiplied out, in the unit written; apart only for ranges and approximations.
    pub value: Interval,
    /// What the words allow once rounding, approximation and bounds are read, in [`Figure::base_unit`]: what is compared.
    pub range: Interval,
    /// The unit as the contract has it: ISO 4217 code, `%`, the unit's usual name or symbol; none for counted things.
    pub unit: Option<String>,
    /// The unit of `range`: the base unit of the dimension (`s`, `m`, `kg`), the currency, or nothing.
    pub base_unit: Option<String>,
    /// What kind of quantity it is.
    pub dimension: Dimension,
    /// How the number is meant.
    pub approximation: Approximation,
    /// What it counts or measures.
    pub measures: Measures,
}

/// The figures of an article, in the order of the text.
#[must_use]
pub fn figures(article: &Article) -> Vec<Figure> {
    let language = article.metadata.language().unwrap_or("en");
    let published = article.metadata.published.as_ref().map(|found| found.value.day());
    let body = article.body.text();
    let in_sentence = |span| sentence::figures(&Words::new(body, span), language, published);
    let mut figures: Vec<Figure> = article.body.sentences().iter().flat_map(|sentence| in_sentence(sentence.span)).collect();
    settle_others(&mut figures, body);
    figures
}

/// Figures back to which the one is looked for that `another 27` adds to.
const OTHERS_BACK: usize = 12;

/// `Another 27 people are missing` adds to nothing where none were said to be missing before: it is the whole.
fn settle_others(figures: &mut [Figure], body: &str) {
    for at in 0..figures.len() {
        let (before, rest) = figures.split_at_mut(at);
        let Some(figure) = rest.first_mut().filter(|figure| figure.measures.partial) else { continue };
        let words = text_before(body, figure.number.start).trim_end();
        let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
        let state = figure.measures.state.as_deref();
        let adds = before.iter().rev().take(OTHERS_BACK).any(|earlier| earlier.measures.state.as_deref() == state);
        if last.eq_ignore_ascii_case("another") && state.is_some() && !adds {
            figure.measures.partial = false;
        }
    }
}

#[cfg(test)]
mod tests;
