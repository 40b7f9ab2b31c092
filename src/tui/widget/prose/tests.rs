//! How articles are set in lines.

use super::*;
use crate::article::{ArticleId, DropReason, Metadata, PageBlock};

fn article() -> Article {
    let block = |text: &str, fate| PageBlock { text: text.to_owned(), fate };
    let page = vec![
        block("Home | World", Fate::Dropped(DropReason::Navigation)),
        block("The mayor opened the bridge at noon.", Fate::Body(ParagraphKind::Prose)),
        block("Two lanes", Fate::Body(ParagraphKind::ListItem)),
        block("One path", Fate::Body(ParagraphKind::ListItem)),
    ];
    Article::new(ArticleId::of_page(b"bridge"), "bridge.txt".into(), Metadata::default(), page)
}

fn shown(article: &Article, columns: u16, as_saved: bool) -> Vec<String> {
    let prose = Prose::new(article, usize::from(columns), as_saved);
    let area = Rect::new(0, 0, columns, prose.lines.len() as u16);
    let mut buffer = Buffer::empty(area);
    prose.draw(View { body: article.body.text(), top: 0, marks: &[] }, area, &Theme::plain("test"), &mut buffer);
    let rows = buffer.content().chunks(usize::from(columns));
    rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end().to_owned()).collect()
}

#[test]
fn an_article_is_set_in_lines() {
    let head = ["bridge.txt", "", "Unknown source", "1 min", ""];
    let body = ["The mayor opened the", "bridge at noon.", "", "• Two lanes", "• One path"];
    assert_eq!(shown(&article(), 20, false), [head, body].concat());
}

#[test]
fn the_page_as_saved_has_what_was_dropped() {
    assert_eq!(shown(&article(), 30, true)[3..6], ["", "[navigation] Home | World", ""]);
}

#[test]
fn words_lead_to_lines_and_back_at_any_width() {
    let article = article();
    for columns in [8, 20, 60] {
        let prose = Prose::new(&article, columns, false);
        for offset in 0..article.body.text().len() {
            let line = prose.line_of(offset);
            assert!(prose.offset_from(line) <= offset, "{columns} {offset}");
        }
        for line in 0..=prose.lines.len() {
            assert_eq!(prose.line_at(prose.spot(line)), line, "{columns}");
        }
    }
}

#[test]
fn a_spot_is_found_without_the_lines_that_are_gone() {
    let (all, body) = (Prose::new(&article(), 60, true), Prose::new(&article(), 60, false));
    let navigation = all.lines.iter().position(|line| matches!(line, Line::Dropped { .. })).unwrap();
    assert_eq!(body.line_at(all.spot(navigation)), body.line_of(0) - 2);
    assert_eq!(body.line_at(Spot { offset: Some(0), above: 99 }), 0);
}
