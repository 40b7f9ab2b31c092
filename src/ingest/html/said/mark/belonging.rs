//! Whether what an element holds is said of the article, or of another thing on its page.

use dom_query::NodeRef;

/// Things of schema.org whose authors and dates are not the article's.
const OTHER_THINGS: &[&str] = &["Comment", "Person", "Organization", "ImageObject", "VideoObject", "Event", "Product", "Offer", "ListItem"];

/// How far up the element that a property belongs to is looked for.
const HIGHEST: usize = 40;

/// Whether a property belongs to the article and not to a comment, a picture or a work that it cites.
pub(super) fn is_the_articles(node: &NodeRef<'_>) -> bool {
    let Some(scope) = node.ancestors_it(Some(HIGHEST)).find(|above| above.has_attr("itemscope")) else { return true };
    let is_cited = scope.attr("itemprop").is_some_and(|part| ["citation", "comment", "isBasedOn", "review"].contains(&&*part));
    let kind = scope.attr("itemtype").unwrap_or_default();
    !is_cited && !OTHER_THINGS.contains(&kind.rsplit('/').next().unwrap_or_default())
}
