//! The versions of an article, laid beside each other.

use super::App;
use crate::article::ArticleId;
use crate::tui::effect::{ArticleRef, Effect};
use crate::tui::intent::{Intent, Opening};
use crate::tui::status::Status;

impl App {
    /// Asks for the versions of the article that the keys act on.
    pub(super) fn find_versions(&self) -> Vec<Effect> {
        let article = self.screens.last().and_then(|screen| screen.subject(&self.catalogue));
        article.map(|article| Effect::FindVersions(article.id().clone())).into_iter().collect()
    }

    /// Opens two versions in the comparison, more on the event sheet, the first one to come in leftmost.
    pub(super) fn open_versions(&mut self, versions: &[ArticleId]) -> Vec<Effect> {
        match versions {
            [] | [_] => {
                self.messages.say(Status::plain("There is one version of this article").hint("a page saved again makes another"));
                Vec::new()
            }
            [older, newer] => self.carry_out(Intent::compare(older, newer)),
            all => self.open(Opening::event(all.iter().cloned().map(ArticleRef::Kept).collect())),
        }
    }
}
