//! One comparison as a section of a page: passages that face each other, quotes, figures, names, sources.

use super::escape::{escape, language};
use super::sources::{cards, class, table};
use super::{Write, add, glyph, heading};
use crate::article::Article;
use crate::compare::{Comparison, MatrixKind, Pair, Relation, Row, SegmentKind, Side};
use crate::export::passage::{self, Piece};
use crate::export::provenance::{short_name, title};
use crate::export::text::claim_text;
use crate::export::words;

/// A comparison on its way to HTML.
pub(super) struct Section<'a> {
    pub(super) left: &'a Article,
    pub(super) right: &'a Article,
    pub(super) comparison: &'a Comparison,
    /// The level of its heading.
    pub(super) level: usize,
    /// What its ids begin with, where a page has several.
    pub(super) prefix: String,
}

/// One quotation or figure on its way to a row.
struct Claim<'a> {
    kind: MatrixKind,
    pair: Pair<usize>,
    about: &'a str,
    verdict: String,
    differs: bool,
}

impl Section<'_> {
    pub(super) fn title(&self) -> String {
        title(self.left, self.right)
    }

    pub(super) fn written(&self) -> String {
        let sides = [self.left, self.right];
        let (below, id) = (self.level + 1, |name: &str| format!("{}{name}", self.prefix));
        let relations = self.comparison.relations(&self.comparison.differences(self.left, self.right));
        let mut out = String::from(if self.level > 1 { "<section class=\"pair\">\n" } else { "" });
        if self.level == 1 {
            add!(out, "<a class=\"skip\" href=\"#{}\">To the passages</a>\n<header>\n<p class=\"brand\">Parallax</p>", id("passages"));
        }
        out.push_str(&heading(self.level, &id("top"), &self.title()));
        out.push_str(&cards(&sides));
        out.push_str(&self.summary(&relations));
        out.push_str(if self.level == 1 { "</header>\n<main>\n" } else { "" });
        out.push_str(&heading(below, &id("passages"), "Passages"));
        out.push_str(&self.passages(&relations));
        out.push_str(&heading(below, &id("quotes"), "Quotes"));
        out.push_str(&self.quotations());
        out.push_str(&heading(below, &id("figures"), "Figures"));
        out.push_str(&self.figures());
        out.push_str(&heading(below, &id("names"), "Names"));
        out.push_str(&self.names());
        out.push_str(&table(&sides, below, &self.prefix));
        out.push_str(if self.level == 1 { "</main>\n" } else { "</section>\n" });
        out
    }

    fn article(&self, side: Side) -> &Article {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    /// What was found in one sentence, in numbers, and as a strip of all rows; then where on the page it stands.
    fn summary(&self, relations: &[Relation]) -> String {
        let (counts, comparison) = (self.comparison.counts(), self.comparison);
        let said = format!("{}. {}", words::same_event(comparison), words::differences(comparison));
        let mut out = String::new();
        add!(out, "<p class=\"summary\">These are {}</p>", escape(&said));
        if let Some(reason) = &comparison.degraded {
            add!(out, "<p>Compared by a simpler method: {}.</p>", escape(reason));
        }
        out.push_str("<dl class=\"counts\">\n");
        let [left, right] = counts.one_sided;
        let found = [
            (["passage aligned", "passages aligned"], counts.aligned, false),
            (["only A"; 2], left, false),
            (["only B"; 2], right, false),
            (["quote differs", "quotes differ"], counts.quotations, true),
            (["figure conflicts", "figures conflict"], counts.figures, true),
            (["negation", "negations"], counts.negations, true),
        ];
        for ([one, several], count, is_difference) in found {
            let class = if is_difference && count > 0 { " class=\"some\"" } else { "" };
            add!(out, "<div{class}><dt>{}</dt><dd>{count}</dd></div>", if count == 1 { one } else { several });
        }
        out.push_str("</dl>\n<div class=\"strip\" aria-hidden=\"true\">");
        for relation in relations {
            let _ = write!(out, "<i class=\"{}\"></i>", relation_class(*relation));
        }
        out.push_str("</div>\n<nav aria-label=\"Parts of the comparison\"><ul>");
        for name in ["Passages", "Quotes", "Figures", "Names", "Sources"] {
            let _ = write!(out, "<li><a href=\"#{}{}\">{name}</a></li>", self.prefix, name.to_lowercase());
        }
        out.push_str("</ul></nav>\n");
        out
    }

    fn passages(&self, relations: &[Relation]) -> String {
        if self.comparison.rows.is_empty() {
            return none();
        }
        let legend = words::RELATIONS.map(|relation| format!("<b>{}</b> {}", relation.glyph(Side::Left), words::relation(relation)));
        let mut out = String::new();
        add!(out, "<p class=\"legend\">{}</p>", legend.join(" · "));
        add!(out, "<label class=\"switch\"><input type=\"checkbox\"> Only what differs or stands in one report</label>");
        out.push_str("<table class=\"passages\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">");
        let columns = Side::BOTH.map(|side| self.column(side));
        let gutter =
            "<th scope=\"col\" role=\"columnheader\" class=\"gutter\"><span class=\"unseen\">how the two stand to each other</span></th>";
        let [left, right] = columns;
        add!(out, "{left}{gutter}{right}</tr></thead>\n<tbody role=\"rowgroup\">");
        for (number, (row, relation)) in self.comparison.rows.iter().zip(relations).enumerate() {
            let is_calm = matches!(relation, Relation::Same | Relation::Reworded | Relation::Moved | Relation::Weak);
            let calm = if is_calm { " calm" } else { "" };
            let [left, right] = Side::BOTH.map(|side| self.passage(side, row));
            add!(out, "<tr role=\"row\" class=\"{}{calm}\" id=\"{}p{}\">", relation_class(*relation), self.prefix, number + 1);
            let sign = glyph(relation.glyph(Side::Left), words::relation(*relation));
            add!(out, "{left}\n<th scope=\"row\" role=\"rowheader\" class=\"gutter\">{sign}</th>\n{right}\n</tr>");
        }
        out.push_str("</tbody>\n</table>\n");
        out
    }

    /// The heading of a side's column.
    fn column(&self, side: Side) -> String {
        let (letter, class) = (words::letter(side), class(side as usize));
        let name = escape(&short_name(self.article(side)));
        format!("<th scope=\"col\" role=\"columnheader\"><span class=\"letter {class}\">{letter}</span>{name}</th>")
    }

    /// One side of a row, a paragraph for each stretch, with what differs marked.
    fn passage(&self, side: Side, row: &Row) -> String {
        let article = self.article(side);
        let stretches = passage::stretches(&article.body, row.side(side));
        if stretches.is_empty() {
            let (class, letter) = (class(side as usize), words::letter(side));
            return format!("<td role=\"cell\" class=\"{class} none\"><span class=\"unseen\">no close match in {letter}</span></td>");
        }
        let paragraphs = stretches.into_iter().map(|stretch| {
            let pieces = passage::pieces(article.body.text(), stretch.span, row.segments(side));
            let gap = if stretch.follows_gap { "<span class=\"gap\" title=\"told in another row\">…</span> " } else { "" };
            format!("<p>{gap}{}</p>", pieces.iter().map(|piece| self.marked(side, *piece)).collect::<String>())
        });
        self.cell(side, &paragraphs.collect::<String>())
    }

    /// A piece within its mark. Of two versions of one page words were put in or taken out; of two reports neither came first.
    fn marked(&self, side: Side, piece: Piece<'_>) -> String {
        let words = escape(piece.words);
        let class = match piece.kind {
            None | Some(SegmentKind::Same) => return words,
            Some(SegmentKind::Wording) if !self.are_versions() => return format!("<span class=\"wording\">{words}</span>"),
            Some(SegmentKind::Wording) if side == Side::Left => return format!("<del>{words}</del>"),
            Some(SegmentKind::Wording) => return format!("<ins>{words}</ins>"),
            Some(SegmentKind::Quotation) => "quotation",
            Some(SegmentKind::Figure) => "figure",
            Some(SegmentKind::Name) => "name",
            Some(SegmentKind::Negation) => "negation",
        };
        format!("<mark class=\"{class}\">{words}</mark>")
    }

    /// Whether both are the same page, saved twice.
    fn are_versions(&self) -> bool {
        self.left.metadata.url.is_some() && self.left.metadata.url == self.right.metadata.url
    }

    fn cell(&self, side: Side, content: &str) -> String {
        let (letter, class) = (words::letter(side), class(side as usize));
        let language = language(self.article(side).metadata.language());
        format!("<td role=\"cell\" class=\"{class}\" data-side=\"{letter}\"{language} dir=\"auto\">{content}</td>")
    }

    fn quotations(&self) -> String {
        let claims = self.comparison.quotations.iter().map(|found| Claim {
            kind: MatrixKind::Quotation,
            pair: found.pair,
            about: found.speaker.as_deref().unwrap_or("speaker unknown"),
            verdict: words::quotation_verdict(found).to_owned(),
            differs: found.verdict.is_discrepancy(),
        });
        self.claims("Speaker", claims.collect())
    }

    fn figures(&self) -> String {
        let claims = self.comparison.figures.iter().map(|found| Claim {
            kind: MatrixKind::Figure,
            pair: found.pair,
            about: &found.measures,
            verdict: words::figure_verdict(found),
            differs: found.verdict.is_discrepancy(),
        });
        self.claims("Measures", claims.collect())
    }

    fn claims(&self, about: &str, claims: Vec<Claim<'_>>) -> String {
        if claims.is_empty() {
            return none();
        }
        let mut out = String::from("<table class=\"claims\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">");
        let [left, right] = Side::BOTH.map(|side| self.column(side));
        let head = |name: &str| format!("<th scope=\"col\" role=\"columnheader\">{name}</th>");
        add!(out, "{}{}{left}{right}</tr></thead>\n<tbody role=\"rowgroup\">", head(about), head("Verdict"));
        for claim in claims {
            let sign = if claim.differs { "<span aria-hidden=\"true\">≠ </span>" } else { "" };
            let [left, right] = Side::BOTH.map(|side| self.claim(side, &claim));
            add!(out, "<tr role=\"row\"{}>", if claim.differs { " class=\"differs\"" } else { "" });
            add!(
                out,
                "<th scope=\"row\" role=\"rowheader\" dir=\"auto\">{}</th>",
                escape(if claim.about.is_empty() { "—" } else { claim.about })
            );
            add!(out, "<td role=\"cell\" class=\"verdict\">{sign}{}</td>\n{left}\n{right}\n</tr>", escape(&claim.verdict));
        }
        out.push_str("</tbody>\n</table>\n");
        out
    }

    fn claim(&self, side: Side, claim: &Claim<'_>) -> String {
        let text =
            claim.pair.side(side).and_then(|number| claim_text(claim.kind, number, self.article(side), self.comparison.claims(side)));
        let none = || format!("<td role=\"cell\" class=\"{} none empty\">—</td>", class(side as usize));
        text.map_or_else(none, |text| self.cell(side, &escape(&text)))
    }

    fn names(&self) -> String {
        let groups = words::names(self.comparison);
        if groups.iter().all(|(_, names)| names.is_empty()) {
            return none();
        }
        let mut out = String::from("<dl class=\"names\">\n");
        for (label, names) in groups.iter().filter(|(_, names)| !names.is_empty()) {
            add!(out, "<dt>{label}</dt><dd dir=\"auto\">{}</dd>", escape(names));
        }
        out.push_str("</dl>\n");
        out
    }
}

fn none() -> String {
    "<p class=\"empty\">None.</p>\n".to_owned()
}

/// The class of a relation.
fn relation_class(relation: Relation) -> &'static str {
    match relation {
        Relation::Same => "same",
        Relation::Reworded => "reworded",
        Relation::Moved => "moved",
        Relation::Weak => "weak",
        Relation::Only(Side::Left) => "left",
        Relation::Only(Side::Right) => "right",
        Relation::Differs => "differs",
    }
}
