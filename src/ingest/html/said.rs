//! What a page says of itself to machines: linked data, Open Graph and other meta elements, microdata.

mod linked_data;
pub(in crate::ingest) mod live_blog;
pub(in crate::ingest) mod mark;
mod meta;
mod saved;
mod script;

use dom_query::{Document, NodeRef};

use live_blog::Update;
use mark::Mark;

/// What a page says of itself to machines, the source that is believed first coming first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::ingest) struct Said {
    /// Headlines.
    pub(in crate::ingest) titles: Vec<String>,
    /// The title of the window.
    pub(in crate::ingest) page_title: Option<String>,
    /// Names of the outlet.
    pub(in crate::ingest) sources: Vec<String>,
    /// Who wrote it, as written, a list for each kind of statement: two kinds often name different people.
    pub(in crate::ingest) authors: Vec<Vec<String>>,
    /// Who made the page, as written: its author, or the owner of the site.
    pub(in crate::ingest) owners: Vec<String>,
    /// Times of publication as written.
    pub(in crate::ingest) published: Vec<String>,
    /// Times of which it is not said what they are, as written.
    pub(in crate::ingest) dated: Vec<String>,
    /// Times at which the page was made, as written; less than a time of publication.
    pub(in crate::ingest) created: Vec<String>,
    /// Times of publication in the page's programs as written, when nothing else tells one; other stories' may be among them.
    pub(in crate::ingest) scripted: Vec<String>,
    /// When the page was saved, as the tool that did it wrote.
    pub(in crate::ingest) saved: Option<String>,
    /// Times of the last change as written.
    pub(in crate::ingest) updated: Vec<String>,
    /// The page's own address.
    pub(in crate::ingest) url: Option<String>,
    /// Its language (BCP 47).
    pub(in crate::ingest) language: Option<String>,
    /// Summaries.
    pub(in crate::ingest) descriptions: Vec<String>,
    /// What elements of the page are named for.
    pub(in crate::ingest) marks: Vec<Mark>,
    /// The updates of a live blog, in the order in which they are told.
    pub(in crate::ingest) updates: Vec<Update>,
    /// The article's text.
    pub(in crate::ingest) body: Option<String>,
    /// The letters of the text, folded.
    pub(in crate::ingest) letters: String,
}

/// The least letters of a text that is the whole article and not its beginning.
const LEAST_BODY: usize = 400;

impl Said {
    /// Whether the page gives its article's text.
    pub(super) fn has_body(&self) -> bool {
        !self.letters.is_empty()
    }

    /// Whether a block stands in the text that the page gives.
    pub(super) fn has_in_body(&self, block: &str) -> bool {
        self.has_body() && self.letters.contains(&letters(block))
    }

    fn note_body(&mut self) {
        let found = self.body.as_deref().map(letters).unwrap_or_default();
        if found.len() >= LEAST_BODY {
            self.letters = found;
        }
    }

    /// Adds authors as a statement of their own, unless there are none.
    fn add_authors(&mut self, names: Vec<String>) {
        if !names.is_empty() {
            self.authors.push(names);
        }
    }
}

/// Reads all that a document says outside its text.
pub(super) fn read(document: &Document) -> Said {
    let Statements { scripts, programs, metas, links, page_title, language, saved } = statements(document);
    let mut said = Said { page_title, saved, ..Said::default() };
    linked_data::read(&scripts, &mut said);
    meta::read(metas, &mut said);
    said.url = links.into_iter().next().or(said.url);
    said.language = language.or(said.language).map(|language| language.replace('_', "-"));
    if said.published.is_empty() {
        for program in programs {
            script::times(&program.text(), &mut said.scripted);
        }
    }
    said.note_body();
    said
}

/// The elements that speak to machines, as they stand on the page.
#[derive(Default)]
struct Statements<'a> {
    scripts: Vec<String>,
    /// Scripts that are no linked data.
    programs: Vec<NodeRef<'a>>,
    /// Names and contents of meta elements.
    metas: Vec<(String, String)>,
    /// Canonical addresses.
    links: Vec<String>,
    page_title: Option<String>,
    language: Option<String>,
    saved: Option<String>,
}

/// Finds them all on one way through the document.
fn statements(document: &Document) -> Statements<'_> {
    let mut found = Statements::default();
    for node in document.root().descendants_it() {
        if node.is_comment() && found.saved.is_none() {
            found.saved = saved::time(&node);
        }
        let Some(name) = node.qual_name_ref().map(|name| name.local.clone()) else { continue };
        match &*name {
            "meta" => found.metas.extend(meta::statement(&node)),
            "script" if node.attr("type").is_some_and(|kind| kind.contains("ld+json")) => found.scripts.push(node.text().to_string()),
            "script" => found.programs.push(node),
            "link" if node.attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                found.links.extend(node.attr("href").map(|href| href.to_string()).filter(|href| href.contains("://")));
            }
            // Drawings have titles too; the page's comes first.
            "title" if found.page_title.is_none() => {
                found.page_title = Some(node.text().split_whitespace().collect::<Vec<_>>().join(" ")).filter(|title| !title.is_empty());
            }
            "html" => found.language = node.attr("lang").map(|lang| lang.trim().to_string()).filter(|lang| !lang.is_empty()),
            _ => {}
        }
    }
    found
}

/// The letters and digits of a text in small letters.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
