//! Sets an article in lines of a width: which words stand on which line. Computed once for an article and a width.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::Pen;
use crate::article::{Article, Fate, ParagraphKind, Published};
use crate::text::sanitize::clean_line;
use crate::text::span::Span;
use crate::text::width::{clusters, width};
use crate::text::wrap::wrap;
use crate::tui::theme::{Role, Theme};

/// Words a minute at which reading times are reckoned (Brysbaert 2019: 238 for English prose).
const WORDS_A_MINUTE: usize = 238;

/// What stands on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Nothing.
    Gap,
    /// Part of the title.
    Title(Span),
    /// Part of the line under the title: source, date, author, reading time.
    Byline(Span),
    /// Part of the body.
    Body {
        /// Its place in the body.
        span: Span,
        /// What paragraph it is part of.
        kind: ParagraphKind,
        /// Whether the paragraph starts here.
        first: bool,
    },
    /// Part of a block of the page that is not in the body.
    Dropped {
        /// Which of the dropped blocks, counted from 0.
        block: usize,
        /// Its place in that text.
        span: Span,
    },
}

/// An article set in lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// The lines from top to bottom.
    pub lines: Vec<Line>,
    title: String,
    byline: String,
    /// The dropped blocks with their reasons before them, and the length of the reason.
    dropped: Vec<(String, usize)>,
    /// First byte and number of every line of the body.
    starts: Vec<(usize, usize)>,
}

/// A line named by words of the body, so that it is found again when the article is set anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The first byte of the body on the line or below it; none below the last one.
    pub offset: Option<usize>,
    /// Lines without words of the body from this one to that byte, or to the end.
    pub above: usize,
}

impl Prose {
    /// Sets an article in lines of so many columns; with `as_saved`, what was dropped from the page stands where it stood.
    #[must_use]
    pub fn new(article: &Article, columns: usize, as_saved: bool) -> Self {
        let mut prose = Self { title: title(article), byline: byline(article), ..Self::default() };
        prose.lines.extend(wrap(&prose.title, Span::whole(&prose.title), columns).into_iter().map(Line::Title));
        prose.lines.push(Line::Gap);
        prose.lines.extend(wrap_parts(&prose.byline, columns).into_iter().map(Line::Byline));
        if as_saved {
            prose.set_page(article, columns);
        } else {
            for paragraph in article.body.paragraphs() {
                prose.set_paragraph(article.body.text(), paragraph.span, paragraph.kind, columns);
            }
        }
        prose
    }

    fn set_page(&mut self, article: &Article, columns: usize) {
        let mut paragraphs = article.body.paragraphs().iter();
        for block in &article.page {
            match block.fate {
                Fate::Body(_) => {
                    if let Some(paragraph) = paragraphs.next() {
                        self.set_paragraph(article.body.text(), paragraph.span, paragraph.kind, columns);
                    }
                }
                Fate::Dropped(why) => {
                    let reason = format!("[{}]", why.describe());
                    let text = format!("{reason} {}", clean_line(&block.text));
                    if !matches!(self.lines.last(), Some(Line::Dropped { .. })) {
                        self.lines.push(Line::Gap);
                    }
                    let number = self.dropped.len();
                    let spans = wrap(&text, Span::whole(&text), columns);
                    self.lines.extend(spans.into_iter().map(|span| Line::Dropped { block: number, span }));
                    self.dropped.push((text, reason.len()));
                }
            }
        }
    }

    fn set_paragraph(&mut self, body: &str, paragraph: Span, kind: ParagraphKind, columns: usize) {
        let continues_list =
            kind == ParagraphKind::ListItem && matches!(self.lines.last(), Some(Line::Body { kind: ParagraphKind::ListItem, .. }));
        if !continues_list {
            self.lines.push(Line::Gap);
        }
        let columns = columns.saturating_sub(usize::from(indent(kind))).max(1);
        for (number, span) in wrap(body, paragraph, columns).into_iter().enumerate() {
            self.starts.push((span.start, self.lines.len()));
            self.lines.push(Line::Body { span, kind, first: number == 0 });
        }
    }

    /// The line that shows the byte of the body at `offset`.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> usize {
        let number = self.starts.partition_point(|&(start, _)| start <= offset).saturating_sub(1);
        self.starts.get(number).map_or(0, |&(_, line)| line)
    }

    /// The byte of the body whose character stands in this cell of a line, or is the nearest to it on that line.
    #[must_use]
    pub fn offset_at(&self, body: &str, line: usize, cell: usize) -> Option<usize> {
        let Line::Body { span, kind, .. } = *self.lines.get(line)? else { return None };
        let mut end = usize::from(indent(kind));
        let under = clusters(span.of(body)).find(|cluster| {
            end += cluster.width;
            cell < end
        });
        Some(under.map_or(span.end, |cluster| span.start + cluster.start))
    }

    /// The first byte of the body on a line or below it; the last line's where there is none.
    #[must_use]
    pub fn offset_from(&self, line: usize) -> usize {
        let number = self.starts.partition_point(|&(_, body_line)| body_line < line);
        self.starts.get(number).or(self.starts.last()).map_or(0, |&(start, _)| start)
    }

    /// A line's name in words.
    #[must_use]
    pub fn spot(&self, line: usize) -> Spot {
        let number = self.starts.partition_point(|&(_, body_line)| body_line < line);
        let next = self.starts.get(number);
        let below = next.map_or(self.lines.len(), |&(_, body_line)| body_line);
        Spot { offset: next.map(|&(start, _)| start), above: below.saturating_sub(line) }
    }

    /// The line of that name, as far as the lines without words above the words reach.
    #[must_use]
    pub fn line_at(&self, spot: Spot) -> usize {
        let below = spot.offset.map_or(self.lines.len(), |offset| self.line_of(offset));
        let free = self.lines.iter().take(below).rev().take_while(|line| !matches!(line, Line::Body { .. })).count();
        below - spot.above.min(free)
    }

    /// The words of the body on a line.
    #[must_use]
    pub fn body_at(&self, line: usize) -> Option<Span> {
        match self.lines.get(line)? {
            Line::Body { span, .. } => Some(*span),
            _ => None,
        }
    }

    /// Draws the lines from `top` on. `marks` are roles on spans of the body.
    pub fn draw(&self, view: View<'_>, area: Rect, theme: &Theme, buffer: &mut Buffer) {
        let shown = self.lines.iter().skip(view.top).take(usize::from(area.height));
        let body = shown.clone().filter_map(|line| if let Line::Body { span, .. } = line { Some(*span) } else { None });
        // A long article has thousands of marks, a screen some dozen.
        let seen = body.reduce(Span::hull);
        let marks: Vec<(Span, Role)> =
            view.marks.iter().filter(|(span, _)| seen.is_some_and(|seen| span.intersection(seen).is_some())).copied().collect();
        for (row, line) in (0..area.height).zip(shown) {
            let mut pen = Pen::new(buffer, theme, area, row);
            match *line {
                Line::Gap => {}
                Line::Title(span) => _ = pen.marked(&self.title, span, &[], Role::Title),
                Line::Byline(span) => _ = pen.marked(&self.byline, span, &[(self.source(), Role::Source)], Role::Dim),
                Line::Body { span, kind, first } => {
                    open_paragraph(&mut pen, kind, first);
                    pen.marked(view.body, span, &marks, role_of(kind));
                }
                Line::Dropped { block, span } => {
                    if let Some((text, reason)) = self.dropped.get(block) {
                        pen.marked(text, span, &[(Span::new(0, *reason), Role::Strong)], Role::Dropped);
                    }
                }
            }
        }
    }

    /// The source's place in the byline, which opens with it.
    fn source(&self) -> Span {
        Span::new(0, self.byline.find(SEPARATOR).unwrap_or(self.byline.len()))
    }
}

/// Lines that break between parts; a part wider than a line is wrapped.
fn wrap_parts(text: &str, columns: usize) -> Vec<Span> {
    let mut lines: Vec<Span> = Vec::new();
    let mut start = 0;
    for part in text.split(SEPARATOR) {
        let span = Span::new(start, start + part.len());
        start = span.end + SEPARATOR.len();
        match lines.last_mut().filter(|line| width(line.hull(span).of(text)) <= columns) {
            Some(line) => *line = line.hull(span),
            None => lines.extend(wrap(text, span, columns)),
        }
    }
    lines
}

/// What of an article is drawn, and how.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The body's text.
    pub body: &'a str,
    /// The first line to draw.
    pub top: usize,
    /// Roles on spans of the body; the last lies on top.
    pub marks: &'a [(Span, Role)],
}

/// What stands for a source that the page does not name.
pub const UNKNOWN_SOURCE: &str = "Unknown source";

const SEPARATOR: &str = " · ";

/// Draws what stands before a paragraph's words: a bullet, a bar.
fn open_paragraph(pen: &mut Pen<'_>, kind: ParagraphKind, first: bool) {
    match kind {
        ParagraphKind::Prose | ParagraphKind::Subhead => {}
        ParagraphKind::ListItem => _ = pen.cell(if first { "•" } else { "" }, 2, Role::Dim),
        ParagraphKind::BlockQuote => _ = pen.cell("│", 2, Role::Border),
    }
}

/// Cells that a paragraph's words stand in from the left.
fn indent(kind: ParagraphKind) -> u16 {
    match kind {
        ParagraphKind::Prose | ParagraphKind::Subhead => 0,
        ParagraphKind::ListItem | ParagraphKind::BlockQuote => 2,
    }
}

fn role_of(kind: ParagraphKind) -> Role {
    match kind {
        ParagraphKind::Subhead => Role::Subhead,
        ParagraphKind::Prose | ParagraphKind::ListItem | ParagraphKind::BlockQuote => Role::Text,
    }
}

/// The title, or the file's name where the page has none.
fn title(article: &Article) -> String {
    clean_line(article.title().unwrap_or(&article.name())).into_owned()
}

/// `Source · Wed 13 Sep 2023, 14:23 · By Author · 4 min`.
fn byline(article: &Article) -> String {
    let words = article.body.text().split_whitespace().count();
    let minutes = words.div_ceil(WORDS_A_MINUTE).max(1);
    let source = clean_line(article.source().unwrap_or(UNKNOWN_SOURCE)).into_owned();
    let author = article.author().map(|author| format!("By {}", clean_line(&author)));
    let parts = [Some(source), article.published().map(date_and_time), author, Some(format!("{minutes} min"))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(SEPARATOR)
}

/// `Wed 13 Sep 2023`.
#[must_use]
pub fn date(day: jiff::civil::Date) -> String {
    day.strftime("%a %-d %b %Y").to_string()
}

/// `Wed 13 Sep 2023, 14:23`, the time only where it is known.
#[must_use]
pub fn date_and_time(published: Published) -> String {
    let time = published.time().map(|time| time.strftime(", %H:%M").to_string()).unwrap_or_default();
    date(published.day()) + &time
}

#[cfg(test)]
mod tests;
