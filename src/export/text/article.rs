//! An article as text: to be read, or block by block with what became of each.

use super::{Layout, Mark, origin, text_of};
use crate::article::{Article, Fate, ParagraphKind};

/// Title, origin and body. What bold type or an indent would show is written with the marks of Markdown where there is neither.
#[must_use]
pub fn article(article: &Article, layout: Layout) -> String {
    let mut lines = head(article, layout);
    let (subhead, quote) = if layout.color { ("", "    ") } else { ("## ", "> ") };
    let mut previous = None;
    for paragraph in article.body.paragraphs() {
        let words = article.body.words(paragraph.span);
        let goes_on = paragraph.kind == ParagraphKind::ListItem && previous == Some(paragraph.kind);
        lines.extend((!goes_on).then(String::new));
        lines.extend(match paragraph.kind {
            ParagraphKind::Prose => layout.hanging("", words, Mark::Plain),
            ParagraphKind::Subhead => layout.hanging(subhead, words, Mark::Strong),
            ParagraphKind::ListItem => layout.hanging("• ", words, Mark::Plain),
            ParagraphKind::BlockQuote => layout.hanging(quote, words, Mark::Plain),
        });
        previous = Some(paragraph.kind);
    }
    text_of(&lines)
}

/// The whole page in its order; what is not in the body stands behind the reason, in brackets.
#[must_use]
pub fn page(article: &Article, layout: Layout) -> String {
    let mut lines = head(article, layout);
    for block in &article.page {
        lines.push(String::new());
        lines.extend(match block.fate {
            Fate::Body(_) => layout.hanging("", &block.text, Mark::Plain),
            Fate::Dropped(why) => layout.hanging(&format!("[{}] ", why.describe()), &block.text, Mark::Quiet),
        });
    }
    text_of(&lines)
}

/// Title and origin; the file where there is no title.
pub(super) fn head(article: &Article, layout: Layout) -> Vec<String> {
    let origin = origin(article.source(), article.author().as_deref(), article.published());
    let title = layout.hanging("", article.title().unwrap_or(&article.name()), Mark::Strong);
    [title, layout.hanging("", &origin, Mark::Quiet)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, DropReason, Evidence, Found, Metadata, PageBlock};

    fn sample() -> Article {
        let block = |text: &str, fate| PageBlock { text: text.to_owned(), fate };
        let page = vec![
            block("Share", Fate::Dropped(DropReason::PageFurniture)),
            block("The pier is open again after a long winter.", Fate::Body(ParagraphKind::Prose)),
            block("What changes", Fate::Body(ParagraphKind::Subhead)),
            block("Dogs may come along from June.", Fate::Body(ParagraphKind::ListItem)),
            block("Cats may not.", Fate::Body(ParagraphKind::ListItem)),
        ];
        let source = Some(Found::new("Harbour Post".to_owned(), Evidence::Masthead));
        Article::new(ArticleId::of_page(b""), "pier.txt".into(), Metadata { source, ..Metadata::default() }, page)
    }

    #[test]
    fn an_article_to_read() {
        let want = "pier.txt\nHarbour Post\n\nThe pier is open again\nafter a long winter.\n\n## What changes\n\n• Dogs may come along\n  from June.\n• Cats may not.\n";
        assert_eq!(article(&sample(), Layout { columns: 24, color: false }), want);
    }

    #[test]
    fn a_page_with_the_reasons() {
        let text = page(&sample(), Layout { columns: 60, color: false });
        assert!(text.contains("\n[page furniture] Share\n\nThe pier is open again after a long winter.\n"), "{text}");
    }
}
