//! What reports of one event have in common: how alike their words are, the names and figures that both have.

use rustc_hash::FxHashSet;

use crate::article::{Article, ArticleId};
use crate::event::{self, Signature};
use crate::extract::{Claims, Figure, claims};
use crate::library::{Error, Library};
use crate::text::fold::key;
use crate::text::sanitize::clean_line;
use crate::tui::effect::Kinship;
use crate::tui::message::Message;

/// So many other reports are looked at: each is read anew.
const MOST_REPORTS: usize = 20;
/// So many names and figures tell enough.
const MOST_NAMES: usize = 8;
const MOST_FIGURES: usize = 5;

/// A report with what is held against others.
struct Read {
    article: Article,
    signature: Signature,
    claims: Claims,
}

/// Finds out what a report has in common with others; those that the library does not have are left out.
pub(super) fn relate(library: &Library, id: &ArticleId, others: &[ArticleId]) -> Result<Message, Error> {
    let read = |id: &ArticleId| Ok::<_, Error>(library.article(id)?.map(read));
    let mut kinships = Vec::new();
    if let Some(own) = read(id)? {
        for other in others.iter().take(MOST_REPORTS) {
            kinships.extend(read(other)?.map(|other| between(&own, &other)));
        }
    }
    Ok(Message::Related { article: id.clone(), kinships })
}

fn read(article: Article) -> Read {
    Read { signature: Signature::of(&article), claims: claims(&article), article }
}

fn between(own: &Read, other: &Read) -> Kinship {
    let score = event::likeness(&own.signature, &other.signature).score();
    Kinship { with: other.article.id.clone(), score, names: names(&own.claims, &other.claims), figures: figures(own, other) }
}

fn names(own: &Claims, other: &Claims) -> Vec<String> {
    let theirs: FxHashSet<String> = other.names.iter().map(|name| key(&name.text)).collect();
    let mut shared: Vec<_> = own.names.iter().filter(|name| theirs.contains(&key(&name.text))).collect();
    shared.sort_by_key(|name| std::cmp::Reverse(name.mentions.len()));
    shared.into_iter().take(MOST_NAMES).map(|name| clean_line(&name.text).into_owned()).collect()
}

fn figures(own: &Read, other: &Read) -> Vec<String> {
    let is_same = |one: &Figure, other: &Figure| {
        one.range == other.range
            && one.dimension == other.dimension
            && one.measures.head.is_some()
            && one.measures.head == other.measures.head
    };
    let shared = own.claims.figures.iter().filter(|figure| other.claims.figures.iter().any(|other| is_same(figure, other)));
    let mut told: Vec<String> = Vec::new();
    for figure in shared {
        let written = format!("{} ({})", own.article.body.words(figure.span), figure.measures.text);
        let written = clean_line(&written).into_owned();
        if told.len() < MOST_FIGURES && !told.contains(&written) {
            told.push(written);
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Fate, Metadata, PageBlock, ParagraphKind};

    fn article(text: &str) -> Read {
        let page = vec![PageBlock { text: text.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }];
        read(Article::new(ArticleId::of_page(text.as_bytes()), "page.txt".to_owned(), Metadata::default(), page))
    }

    #[test]
    fn names_and_figures_that_both_have_are_told() {
        let own = article("The bridge at Alder Falls was shut on Monday. Mayor Nora Quist said 14 people were hurt. Nora Quist left.");
        let like = article("Fourteen people were hurt at Alder Falls, said the mayor, Nora Quist. The bridge was shut.");
        let other = article("Three otters were seen in the harbour of Port Selim.");
        let kinship = between(&own, &like);
        assert_eq!(kinship.names.first().map(String::as_str), Some("Nora Quist"), "{kinship:?}");
        assert!(kinship.names.iter().any(|name| name == "Alder Falls") && kinship.figures.len() == 1, "{kinship:?}");
        let strange = between(&own, &other);
        assert!(strange.score < kinship.score && strange.names.is_empty() && strange.figures.is_empty(), "{strange:?}");
    }
}
