//! `since 1998` on one side, `in 25 years` on the other: a year is a figure only where it can be held against one.

use crate::article::Article;
use crate::extract::figure::lengths_since;
use crate::extract::{Claims, Dimension, Figure};

/// Adds to what a report claims the lengths of time since a year that the other report gives as a number of years.
pub(in crate::compare) fn add_lengths_since(claims: &mut Claims, article: &Article, other: &Claims) {
    let in_years: Vec<&Figure> = other.figures.iter().filter(|figure| is_in_years(figure)).collect();
    if in_years.is_empty() {
        return;
    }
    let is_given = |length: &Figure| in_years.iter().any(|figure| same_years(figure, length));
    // Where the report counts the years itself, that is the figure.
    let is_known =
        |figure: &Figure, length: &Figure| figure.span.overlaps(length.span) || (is_in_years(figure) && same_years(figure, length));
    let is_free = |length: &Figure| !claims.figures.iter().any(|figure| is_known(figure, length));
    let added: Vec<Figure> = lengths_since(article).into_iter().filter(|length| is_given(length) && is_free(length)).collect();
    claims.figures.extend(added);
    claims.figures.sort_by_key(|figure| figure.span.start);
}

fn same_years(one: &Figure, other: &Figure) -> bool {
    let years = |figure: &Figure| figure.value.middle();
    years(one).zip(years(other)).is_some_and(|(a, b)| (a - b).abs() < 0.5)
}

fn is_in_years(figure: &Figure) -> bool {
    let bounded = figure.range.min.is_some() && figure.range.max.is_some();
    bounded && figure.dimension == Dimension::Duration && figure.unit.as_deref() == Some("year") && !figure.measures.historical
}
