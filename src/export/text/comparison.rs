//! A comparison as text: passages, quotes, figures and names; facing each other where there is room, else one below the other.

use super::article::head;
use super::{Layout, Mark, text_of};
use crate::article::Article;
use crate::compare::{Comparison, MatrixKind, Pair, Row, Segment, SegmentKind, Side};
use crate::export::words::{figure_verdict, quotation_verdict};
use crate::export::{passage, words};
use crate::extract::Claims;
use crate::text::width::width;
use crate::text::{Span, wrap};

/// From this many columns on, the two sides stand beside each other.
const SIDE_BY_SIDE: usize = 100;

/// Cells between the sides, or before a side that stands alone.
const GUTTER: usize = 5;

/// The whole comparison.
#[must_use]
pub fn comparison(left: &Article, right: &Article, comparison: &Comparison, layout: Layout) -> String {
    let mut sheet = Sheet { left, right, comparison, layout, lines: Vec::new() };
    sheet.head();
    sheet.passages();
    sheet.quotations();
    sheet.figures();
    sheet.names();
    text_of(&sheet.lines)
}

/// What is being written.
struct Sheet<'a> {
    left: &'a Article,
    right: &'a Article,
    comparison: &'a Comparison,
    layout: Layout,
    lines: Vec<String>,
}

/// One line of a side: how it is written, and the cells it takes.
struct Line {
    painted: String,
    cells: usize,
}

impl Sheet<'_> {
    fn article(&self, side: Side) -> &Article {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    fn is_side_by_side(&self) -> bool {
        self.layout.columns >= SIDE_BY_SIDE
    }

    /// Cells of one side.
    fn columns(&self) -> usize {
        let free = self.layout.columns.saturating_sub(GUTTER).max(1);
        if self.is_side_by_side() { free / 2 } else { free }
    }

    fn head(&mut self) {
        for (name, side) in [("A", Side::Left), ("B", Side::Right)] {
            let about = head(self.article(side), self.layout.narrower(3));
            let names = std::iter::once(name).chain(std::iter::repeat(" "));
            self.lines.extend(names.zip(about).map(|(name, line)| format!("{name}  {line}")));
        }
        self.say(&format!("{} · {}", words::same_event(self.comparison), self.counts()));
        if let Some(reason) = self.comparison.degraded.clone() {
            self.say(&format!("compared by a simpler method: {reason}"));
        }
    }

    fn counts(&self) -> String {
        let counts = self.comparison.counts();
        let [left, right] = counts.one_sided;
        let negations = if counts.negations > 0 { format!(" · negations {}", counts.negations) } else { String::new() };
        format!(
            "aligned {} · only A {left} · only B {right} · quotes differing {} · figures conflicting {}{negations}",
            counts.aligned, counts.quotations, counts.figures
        )
    }

    fn passages(&mut self) {
        self.heading("Passages");
        let legend = words::RELATIONS.map(|relation| format!("{} {}", relation.glyph(Side::Left), words::relation(relation)));
        self.say(&legend.join(" · "));
        let comparison = self.comparison;
        let relations = comparison.relations(&comparison.differences(self.left, self.right));
        for (row, relation) in comparison.rows.iter().zip(relations) {
            self.lines.push(String::new());
            let [left, right] = Side::BOTH.map(|side| self.passage(side, row));
            self.facing(relation.glyph(Side::Left), &left, &right);
        }
    }

    /// The lines of one side of a row; only what differs is marked.
    fn passage(&self, side: Side, row: &Row) -> Vec<Line> {
        let body = &self.article(side).body;
        let mut lines: Vec<Line> = Vec::new();
        for stretch in passage::stretches(body, row.side(side)) {
            if stretch.follows_gap {
                lines.push(Line { painted: self.layout.paint("…", Mark::Quiet), cells: 1 });
            }
            let wrapped = wrap::wrap(body.text(), stretch.span, self.columns());
            lines.extend(wrapped.into_iter().map(|line| self.marked(line, body.text(), row.segments(side))));
        }
        lines
    }

    fn marked(&self, line: Span, text: &str, segments: &[Segment]) -> Line {
        let cells = width(line.of(text));
        if segments.is_empty() {
            return Line { painted: self.layout.paint(line.of(text), Mark::Plain), cells };
        }
        let mut painted = String::new();
        let mut done = line.start;
        for (span, kind) in segments.iter().filter_map(|segment| Some((segment.span.intersection(line)?, segment.kind))) {
            painted.push_str(&self.layout.paint(Span::new(done, span.start).of(text), Mark::Plain));
            painted.push_str(&self.layout.paint(span.of(text), mark(kind)));
            done = span.end;
        }
        painted.push_str(&self.layout.paint(Span::new(done, line.end).of(text), Mark::Plain));
        Line { painted, cells }
    }

    fn quotations(&mut self) {
        let comparison = self.comparison;
        self.section("Quotes", comparison.quotations.len());
        for found in &comparison.quotations {
            let [left, right] = Side::BOTH.map(|side| self.written(MatrixKind::Quotation, found.pair, side));
            let about = found.speaker.as_deref().unwrap_or("speaker unknown");
            self.claim(quotation_verdict(found), found.verdict.is_discrepancy(), about, [left, right]);
        }
    }

    fn figures(&mut self) {
        let comparison = self.comparison;
        self.section("Figures", comparison.figures.len());
        for found in &comparison.figures {
            let sides = Side::BOTH.map(|side| self.written(MatrixKind::Figure, found.pair, side));
            self.claim(&figure_verdict(found), found.verdict.is_discrepancy(), &found.measures, sides);
        }
    }

    /// What a side has of a quotation or figure.
    fn written(&self, kind: MatrixKind, pair: Pair<usize>, side: Side) -> Option<String> {
        claim_text(kind, pair.side(side)?, self.article(side), self.comparison.claims(side))
    }

    /// One quotation or figure: the verdict, whom or what it is about, and both sides.
    fn claim(&mut self, verdict: &str, differs: bool, about: &str, sides: [Option<String>; 2]) {
        let mark = if differs { Mark::Differing } else { Mark::Quiet };
        let label = self.layout.paint(verdict, mark);
        let about = if about.is_empty() { String::new() } else { format!(" · {}", self.layout.paint(about, Mark::Strong)) };
        self.lines.extend([String::new(), format!("{label}{about}")]);
        let [left, right] = sides.map(|text| {
            let text = text.unwrap_or_default();
            let lines = wrap::wrap(&text, Span::whole(&text), self.columns());
            lines.into_iter().map(|line| self.marked(line, &text, &[])).collect::<Vec<_>>()
        });
        self.facing(if differs { "≠" } else { " " }, &left, &right);
    }

    fn names(&mut self) {
        self.section("Names", self.comparison.names.len());
        for (label, names) in words::names(self.comparison) {
            self.lines.extend(self.layout.hanging(&format!("{label:8}"), &names, Mark::Plain));
        }
    }

    /// Lays two sides out beside or below each other.
    fn facing(&mut self, glyph: &str, left: &[Line], right: &[Line]) {
        if self.is_side_by_side() {
            for number in 0..left.len().max(right.len()) {
                let (left, right) = (left.get(number), right.get(number));
                let gap = self.columns() - left.map_or(0, |line| line.cells.min(self.columns()));
                let glyph = if number == 0 { glyph } else { " " };
                let painted = |line: Option<&Line>| line.map_or(String::new(), |line| line.painted.clone());
                let line = format!("{}{}  {glyph}  {}", painted(left), " ".repeat(gap), painted(right));
                self.lines.push(line.trim_end().to_owned());
            }
            return;
        }
        let sides = [('A', left), ('B', right)];
        for (place, (name, lines)) in sides.into_iter().filter(|(_, lines)| !lines.is_empty()).enumerate() {
            let glyph = if place == 0 { glyph } else { " " };
            for (number, line) in lines.iter().enumerate() {
                let before = if number == 0 { format!("{glyph} {name}  ") } else { " ".repeat(GUTTER) };
                self.lines.push(before + &line.painted);
            }
        }
    }

    fn section(&mut self, title: &str, entries: usize) {
        self.heading(title);
        if entries == 0 {
            self.say("none");
        }
    }

    fn heading(&mut self, title: &str) {
        self.lines.extend([String::new(), rule(title, self.layout)]);
    }

    fn say(&mut self, text: &str) {
        self.lines.extend(self.layout.hanging("", text, Mark::Quiet));
    }
}

/// A heading in a line across the page.
pub(super) fn rule(title: &str, layout: Layout) -> String {
    let rest = layout.columns.saturating_sub(width(title) + 4);
    layout.paint(&format!("── {title} {}", "─".repeat(rest)), Mark::Strong)
}

/// A quotation within marks, a figure as it is written, or a sentence.
#[must_use]
pub fn claim_text(kind: MatrixKind, number: usize, article: &Article, claims: &Claims) -> Option<String> {
    let body = &article.body;
    Some(match kind {
        MatrixKind::Quotation => format!("“{}”", claims.quotations.get(number)?.shown(body.text())),
        MatrixKind::Figure => body.words(claims.figures.get(number)?.span).to_owned(),
        MatrixKind::Fact => body.words(body.sentences().get(number)?.span).to_owned(),
    })
}

fn mark(kind: SegmentKind) -> Mark {
    match kind {
        SegmentKind::Same | SegmentKind::Wording => Mark::Plain,
        SegmentKind::Name | SegmentKind::Negation => Mark::Strong,
        SegmentKind::Quotation | SegmentKind::Figure => Mark::Differing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Fate, Metadata, PageBlock, ParagraphKind};
    use crate::compare::{Certainty, QuotationPair, QuotationVerdict, SameEvent};
    use crate::extract::{Quotation, QuotationKind};

    fn article(file: &str, text: &str) -> Article {
        let page = text.lines().map(|line| PageBlock { text: line.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }).collect();
        Article::new(ArticleId::of_page(text.as_bytes()), file.to_owned(), Metadata::default(), page)
    }

    fn claims(article: &Article, words: &str) -> Claims {
        let start = article.body.text().find(words).unwrap();
        let spans = vec![Span::new(start, start + words.len())];
        let quotations = vec![Quotation { kind: QuotationKind::Direct, spans, speaker: None, cue: None }];
        Claims { quotations, ..Claims::default() }
    }

    fn row(left: &[usize], right: &[usize], left_segments: Vec<Segment>) -> Row {
        let certainty = Certainty::Firm;
        let (left, right) = (left.to_vec(), right.to_vec());
        Row { left, right, moved: false, score: 0.5, certainty, left_segments, right_segments: Vec::new(), reasons: Vec::new() }
    }

    fn rendered(layout: Layout) -> String {
        let left = article("left.txt", "“The pier is safe,” she said. It opens in June.");
        let right = article("right.txt", "“The pier is quite safe,” she said.");
        let differing = Segment { span: Span::new(3, 20), kind: SegmentKind::Quotation };
        let quotation = QuotationPair {
            pair: Pair::Both(0, 0),
            verdict: QuotationVerdict::WordingDiffers,
            speaker: Some("Ann Reed".into()),
            fuller: None,
            score: 0.8,
            reasons: Vec::new(),
        };
        let found = Comparison {
            left: claims(&left, "The pier is safe,"),
            right: claims(&right, "The pier is quite safe,"),
            same_event: SameEvent { likely: true, score: 0.75 },
            rows: vec![row(&[0], &[0], vec![differing]), row(&[1], &[], Vec::new())],
            quotations: vec![quotation],
            figures: Vec::new(),
            names: Vec::new(),
            degraded: None,
        };
        comparison(&left, &right, &found, layout)
    }

    #[test]
    fn sides_stand_beside_each_other_where_there_is_room() {
        let text = rendered(Layout { columns: 101, color: false });
        let facing = format!("“The pier is safe,” she said.{}≠  “The pier is quite safe,” she said.\n", " ".repeat(21));
        assert!(text.contains(&facing), "{text}");
        assert!(text.contains(&format!("\nIt opens in June.{}‹\n", " ".repeat(33))), "{text}");
        let head = "A  left.txt\nB  right.txt\nprobably the same event (0.75) · aligned 1 · only A 1 · only B 0 · quotes differing 1";
        assert!(text.starts_with(head), "{text}");
    }

    #[test]
    fn sides_stand_below_each_other_where_there_is_none() {
        let text = rendered(Layout { columns: 60, color: false });
        assert!(text.contains("\n≠ A  “The pier is safe,” she said.\n  B  “The pier is quite safe,” she said.\n"), "{text}");
        assert!(text.contains("\nworded differently · Ann Reed\n≠ A  “The pier is safe,”\n  B  “The pier is quite safe,”\n"), "{text}");
    }

    #[test]
    fn only_what_differs_is_marked() {
        let text = rendered(Layout { columns: 60, color: true });
        assert!(text.contains("≠ A  “\u{1b}[1;31mThe pier is safe,\u{1b}[0m” she said.\n"), "{text}");
    }
}
