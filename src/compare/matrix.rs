//! Three reports of one event and more: which of them has which quotation, figure and fact, and on which they disagree.

mod clusters;
mod facts;

use super::{Comparison, FigureVerdict, Pair, QuotationVerdict};
use crate::article::Article;
use crate::extract::{Claims, Figure, Quotation};
use crate::text::fold::key;

use clusters::{Agreement, Clusters};

/// What a row of the matrix is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MatrixKind {
    /// One utterance.
    Quotation,
    /// One measure.
    Figure,
    /// One passage that more than one report tells.
    Fact,
}

/// What one report has of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Numbers into the report's quotations, figures or sentences, ascending; never empty.
    pub numbers: Vec<usize>,
    /// 0 for what most reports have, 1 and up for each that differs from it, in the order of the reports. That most have it does not make
    /// it true.
    pub variant: usize,
}

/// One quotation, figure or fact over all reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRow {
    /// What it is about.
    pub kind: MatrixKind,
    /// The speaker, or what is measured; empty where nobody knows, and of a fact.
    pub about: String,
    /// The report that the row is shown by, and the first of its numbers.
    pub hub: (usize, usize),
    /// What each report has of it, in the order of the reports; nothing is a gap.
    pub cells: Vec<Option<Cell>>,
    /// Whether two of the reports disagree on it.
    pub differs: bool,
    /// Whether reports have other numbers or words of it that can all be true: a bound, a rounded one, a toll that was counted again later,
    /// an utterance that is retold.
    pub compatible: bool,
}

impl MatrixRow {
    /// How many reports have it.
    #[must_use]
    pub fn told_by(&self) -> usize {
        self.cells.iter().flatten().count()
    }
}

/// The quotations, figures and facts of several reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The rows: what the reports disagree on first, then what few have, then what all have.
    pub rows: Vec<MatrixRow>,
    /// How many sentences of each report found no close match in any other.
    pub alone: Vec<usize>,
}

/// The two reports of each comparison, in the order in which [`matrix`] takes the comparisons: A B, A C, B C.
pub fn pairs(reports: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..reports).flat_map(move |left| (left + 1..reports).map(move |right| (left, right)))
}

/// Puts the comparisons of all pairs of the articles together; they stand in the order of [`pairs`].
#[must_use]
pub fn matrix(articles: &[Article], comparisons: &[Comparison]) -> Matrix {
    let claims = claims_of(articles.len(), comparisons);
    let quotations = quotation_rows(articles, &claims, comparisons);
    let figures = figure_rows(&claims, comparisons);
    let (facts, alone) = facts::rows(articles, comparisons);
    let facts = facts::without_quoted(facts, &quotations, articles, &claims);
    let mut rows: Vec<MatrixRow> = quotations.into_iter().chain(figures).chain(facts).collect();
    let reports = articles.len();
    // A stable sort: rows of one rank stay in the order of the first report that has them.
    rows.sort_by_key(|row| (!row.differs, row.told_by() == reports, row.kind));
    Matrix { rows, alone }
}

/// What each report claims, as one of its comparisons has it; the comparisons stand in the order of [`pairs`].
#[must_use]
pub fn claims_of(reports: usize, comparisons: &[Comparison]) -> Vec<&Claims> {
    (0..reports).filter_map(|report| claims_of_report(report, reports, comparisons)).collect()
}

/// What one report claims.
#[must_use]
pub fn claims_of_report(report: usize, reports: usize, comparisons: &[Comparison]) -> Option<&Claims> {
    pairs(reports).zip(comparisons).find_map(|((left, right), comparison)| match report {
        _ if left == report => Some(&comparison.left),
        _ if right == report => Some(&comparison.right),
        _ => None,
    })
}

fn quotation_rows(articles: &[Article], claims: &[&Claims], comparisons: &[Comparison]) -> Vec<MatrixRow> {
    let mut clusters = Clusters::of(claims.iter().map(|claims| claims.quotations.len()));
    for ((left, right), comparison) in pairs(claims.len()).zip(comparisons) {
        for pair in &comparison.quotations {
            if let Pair::Both(one, other) = pair.pair {
                let agreement = match pair.verdict {
                    QuotationVerdict::Identical => Agreement::Full,
                    QuotationVerdict::Paraphrased => Agreement::Loose,
                    _ => Agreement::None,
                };
                clusters.join((left, one), (right, other), agreement);
            }
        }
    }
    for (report, (claims, article)) in claims.iter().zip(articles).enumerate() {
        let words: Vec<String> = claims.quotations.iter().map(|quotation| key(&quotation.text(article.body.text()))).collect();
        clusters.join_equal(report, claims.quotations.len(), |one, other| words[one] == words[other]);
    }
    // What is only retold stands in a row where another report has it as well.
    let is_shown = |row: &MatrixRow| row.told_by() > 1 || claims[row.hub.0].quotations.get(row.hub.1).is_some_and(Quotation::is_marked);
    let mut rows = clusters.rows(MatrixKind::Quotation);
    rows.retain(is_shown);
    for row in &mut rows {
        let of_row = members(row).filter_map(|(report, number)| claims[report].quotations.get(number));
        let speaker = of_row.filter_map(Quotation::speaker_name).max_by_key(|name| name.len()).map(str::to_owned);
        row.about = speaker.unwrap_or_default();
    }
    rows
}

fn figure_rows(claims: &[&Claims], comparisons: &[Comparison]) -> Vec<MatrixRow> {
    let mut clusters = Clusters::of(claims.iter().map(|claims| claims.figures.len()));
    for ((left, right), comparison) in pairs(claims.len()).zip(comparisons) {
        for pair in &comparison.figures {
            if let Pair::Both(one, other) = pair.pair {
                let agreement = match pair.verdict {
                    FigureVerdict::Conflict => Agreement::None,
                    FigureVerdict::Compatible => Agreement::Loose,
                    _ => Agreement::Full,
                };
                clusters.join((left, one), (right, other), agreement);
            }
        }
    }
    for (report, claims) in claims.iter().enumerate() {
        let is_again = |one: usize, other: usize| is_same_measure(&claims.figures[one], &claims.figures[other]);
        clusters.join_equal(report, claims.figures.len(), is_again);
    }
    let mut rows = clusters.rows(MatrixKind::Figure);
    for row in &mut rows {
        let of_row = members(row).filter_map(|(report, number)| claims[report].figures.get(number));
        let measures = of_row.map(|figure| figure.measures.text.clone()).find(|text| !text.is_empty());
        row.about = measures.unwrap_or_default();
    }
    rows
}

/// Whether one report gives the same measure twice.
fn is_same_measure(one: &Figure, other: &Figure) -> bool {
    one.range == other.range && one.dimension == other.dimension && one.measures.head.is_some() && one.measures == other.measures
}

/// The reports and numbers of a row's cells.
fn members(row: &MatrixRow) -> impl Iterator<Item = (usize, usize)> {
    let cells = row.cells.iter().enumerate().filter_map(|(report, cell)| Some((report, cell.as_ref()?)));
    cells.flat_map(|(report, cell)| cell.numbers.iter().map(move |number| (report, *number)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Fate, Metadata, PageBlock, ParagraphKind};
    use crate::compare::{Options, compare};

    fn article(text: &str) -> Article {
        let page = text.split('\n').map(|line| PageBlock { text: line.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }).collect();
        Article::new(ArticleId::of_page(text.as_bytes()), "page.txt".to_owned(), Metadata::default(), page)
    }

    fn read(texts: &[&str]) -> (Vec<Article>, Matrix) {
        let articles: Vec<Article> = texts.iter().map(|text| article(text)).collect();
        let of_pair = |(left, right): (usize, usize)| compare(&articles[left], &articles[right], &Options::default());
        let comparisons: Vec<Comparison> = pairs(articles.len()).map(of_pair).collect();
        let matrix = matrix(&articles, &comparisons);
        (articles, matrix)
    }

    const THREE: [&str; 3] = [
        "A ferry with tourists sank off Port Selim on Monday, and 12 people were killed.\n\"Nobody warned us of the storm,\" Captain Ida Holt \
         said.\nThe harbour was closed.",
        "A tourist ferry sank off Port Selim on Monday, killing 14 people.\nCaptain Ida Holt said: \"Nobody warned us of the storm.\"",
        "In Port Selim a ferry with tourists sank on Monday and 12 people were killed.\nThe company owns seven ships.",
    ];

    #[test]
    fn disagreement_comes_first_and_gaps_show() {
        let (_, matrix) = read(&THREE);
        let toll = matrix.rows.first().unwrap();
        assert!(toll.kind == MatrixKind::Figure && toll.differs && toll.about.contains("killed"), "{toll:?}");
        let variants: Vec<Option<usize>> = toll.cells.iter().map(|cell| cell.as_ref().map(|cell| cell.variant)).collect();
        assert_eq!(variants, [Some(0), Some(1), Some(0)]);
        let quotation = matrix.rows.iter().find(|row| row.kind == MatrixKind::Quotation).unwrap();
        assert_eq!(quotation.cells.iter().map(Option::is_some).collect::<Vec<_>>(), [true, true, false]);
        assert!(!quotation.differs && quotation.about == "Ida Holt", "{quotation:?}");
    }

    #[test]
    fn a_sentence_whose_utterance_has_a_row_is_no_fact_besides() {
        let (articles, matrix) = read(&THREE);
        let facts = matrix.rows.iter().filter(|row| row.kind == MatrixKind::Fact);
        let words = |(report, number): (usize, usize)| articles[report].body.words(articles[report].body.sentences()[number].span);
        assert!(facts.map(|row| words(row.hub)).all(|fact| !fact.contains("Nobody warned us")), "{:?}", matrix.rows);
    }

    #[test]
    fn facts_are_told_by_more_than_one_report_and_the_rest_is_counted() {
        let (articles, matrix) = read(&THREE);
        let fact = matrix.rows.iter().find(|row| row.kind == MatrixKind::Fact && row.told_by() == 3).unwrap();
        let words = |(report, number): (usize, usize)| articles[report].body.words(articles[report].body.sentences()[number].span);
        assert!(words(fact.hub).contains("sank"));
        assert!(matrix.rows.iter().all(|row| row.kind != MatrixKind::Fact || row.told_by() > 1));
        assert_eq!((matrix.alone[0], matrix.alone[2]), (1, 1));
    }

    #[test]
    fn pairs_come_in_reading_order() {
        assert_eq!(pairs(3).collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 2)]);
        assert_eq!(matrix(&[], &[]), Matrix { rows: Vec::new(), alone: Vec::new() });
    }
}
