//! Reads what several articles claim at once, on as many threads as the machine has cores.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

use crate::article::Article;
use crate::compare::Prepared;

/// Articles read as far as that can be done for each alone, in the order given.
#[must_use]
pub fn read<'a>(articles: &[&'a Article]) -> Vec<Prepared<'a>> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let mut parts = articles.chunks(articles.len().div_ceil(cores).max(1));
    let own = parts.next().unwrap_or_default();
    thread::scope(|scope| {
        let others: Vec<_> = parts.map(|part| scope.spawn(|| prepared(part))).collect();
        let mut read = prepared(own);
        for part in others {
            read.extend(part.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        read
    })
}

fn prepared<'a>(articles: &[&'a Article]) -> Vec<Prepared<'a>> {
    articles.iter().map(|article| Prepared::of(article)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Fate, Metadata, PageBlock, ParagraphKind};

    #[test]
    fn articles_stay_in_their_order() {
        let article = |number: u8| {
            let text = format!("The ferry Marina took {number} passengers to Selim.");
            let page = vec![PageBlock { text, fate: Fate::Body(ParagraphKind::Prose) }];
            Article::new(ArticleId::of_page(&[number]), "page.txt".to_owned(), Metadata::default(), page)
        };
        for count in [0, 1, 2, 23] {
            let articles: Vec<Article> = (0..count).map(article).collect();
            let read = read(&articles.iter().collect::<Vec<_>>());
            let one_by_one: Vec<Prepared<'_>> = articles.iter().map(Prepared::of).collect();
            assert_eq!(format!("{read:?}"), format!("{one_by_one:?}"), "{count}");
        }
    }
}
