//! The styles of citations, by name.

use super::template::Template;
use super::{bibtex, csl, markdown, plain};
use crate::article::ArticleId;
use crate::library::{Citation, Passage};

/// A passage to be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// Its words.
    pub words: String,
    /// What is known of its article.
    pub citation: Citation,
    /// The article.
    pub article: ArticleId,
}

impl From<&Passage> for Cited {
    fn from(passage: &Passage) -> Self {
        Self { words: passage.words().into_owned(), citation: passage.citation.clone(), article: passage.article.clone() }
    }
}

/// How a passage is cited.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Style {
    /// The words within marks, and on a line below who wrote them where.
    #[default]
    Plain,
    /// A quotation of Markdown.
    Markdown,
    /// An entry for each article, with the words as its annotation.
    Bibtex,
    /// A list of items of the Citation Style Language, version 1.0.
    CslJson,
    /// As the reader's own template has it.
    Own(Template),
}

impl Style {
    /// The names of the styles that are built in.
    pub const NAMES: [&str; 4] = ["plain", "markdown", "bibtex", "csl-json"];

    /// The built-in style of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let styles = [Self::Plain, Self::Markdown, Self::Bibtex, Self::CslJson];
        Self::NAMES.iter().position(|known| *known == name).and_then(|at| styles.into_iter().nth(at))
    }

    /// The passages as they are pasted; it ends without a line feed.
    #[must_use]
    pub fn cite(&self, passages: &[Cited]) -> String {
        let each = |cite: &dyn Fn(&Cited) -> String| {
            passages.iter().map(|cited| cite(cited).trim_end().to_owned()).collect::<Vec<_>>().join("\n\n")
        };
        match self {
            Self::Plain => each(&|cited| plain(&cited.words, &cited.citation)),
            Self::Markdown => each(&|cited| markdown(&cited.words, &cited.citation)),
            Self::Own(template) => each(&|cited| template.fill(cited)),
            Self::Bibtex => bibtex::entries(passages),
            Self::CslJson => csl::items(passages),
        }
    }
}

/// An article that is cited, and all passages of it, in the order in which they are.
pub(super) struct Work<'a> {
    pub(super) citation: &'a Citation,
    pub(super) article: &'a ArticleId,
    pub(super) words: Vec<&'a str>,
}

/// The different articles of passages.
pub(super) fn works(passages: &[Cited]) -> Vec<Work<'_>> {
    let mut works: Vec<Work<'_>> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for cited in passages {
        let place = *places.entry(&cited.article).or_insert_with(|| {
            works.push(Work { citation: &cited.citation, article: &cited.article, words: Vec::new() });
            works.len() - 1
        });
        if let Some(work) = works.get_mut(place) {
            work.words.push(&cited.words);
        }
    }
    works
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_style() {
        assert!(Style::NAMES.iter().all(|name| Style::named(name).is_some()));
        assert_eq!(Style::named("plain"), Some(Style::default()));
        assert_eq!(Style::named("chicago"), None);
    }
}
