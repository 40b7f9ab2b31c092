//! Elements that are named for what they hold: microdata, `<time>`, links to the author, and classes such as `byline` and `published`.

use dom_query::NodeRef;

use crate::ingest::html::class::{Purpose, Purposes};

mod belonging;
mod visible;
mod words;

use belonging::is_the_articles;
use visible::{MOST_NODES, visible};
use words::{AUTHOR, MACHINE, NOT, PUBLISHED, TIME, UPDATED, parts};

/// What an element holds by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ingest) enum About {
    /// The headline.
    Title,
    /// Who wrote it.
    Author,
    /// When it was published.
    Published,
    /// When it was changed.
    Updated,
    /// A time that may be either.
    Time,
}

/// How an element is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::ingest) enum Naming {
    /// By a class, which each site chooses for itself.
    Class,
    /// By the element's own name.
    Element,
    /// By microdata or the kind of a link, which are made to be read by machines.
    Property,
}

/// An element that is named for what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ingest) struct Mark {
    pub(in crate::ingest) about: About,
    pub(in crate::ingest) naming: Naming,
    /// What readers see, names in elements of their own parted by `|`.
    pub(in crate::ingest) text: String,
    /// What machines are told instead.
    pub(in crate::ingest) machine: Option<String>,
    /// The block of the page in which it stands or begins.
    pub(in crate::ingest) block: usize,
    /// It stands among comments, other stories or menus.
    pub(in crate::ingest) aside: bool,
}

/// The most marks of a page.
const MOST_MARKS: usize = 200;

/// The marks of a page in its order.
#[derive(Debug, Default)]
pub(in crate::ingest::html) struct Marks(Vec<Mark>);

impl Marks {
    /// Notes an element if it is named for what it holds; `near` is what it and the elements next around it are for.
    pub(in crate::ingest::html) fn note(&mut self, node: &NodeRef<'_>, block: usize, near: Purposes, in_menu: bool) {
        if self.0.len() >= MOST_MARKS {
            return;
        }
        let Some(named) = Named::of(node) else { return };
        let Some((about, naming)) = named.about(node) else { return };
        let text = named.text(node);
        let aside = in_menu || ASIDE.iter().any(|purpose| near.has(*purpose)) || named.is_aside();
        let has_words = text.as_deref().is_some_and(|text| !text.is_empty()) || named.machine.is_some();
        if has_words {
            self.0.push(Mark { about, naming, text: text.unwrap_or_default(), machine: named.machine, block, aside });
        }
    }

    /// All marks.
    pub(in crate::ingest::html) fn into_list(self) -> Vec<Mark> {
        self.0
    }
}

/// Parts of a page in which a name or a time is not the article's.
const ASIDE: &[Purpose] = &[Purpose::Comments, Purpose::Related, Purpose::Navigation, Purpose::Advertisement];

/// The attributes of an element that say what it holds.
struct Named {
    property: String,
    relation: String,
    classes: Vec<String>,
    is_time: bool,
    is_scope: bool,
    pubdate: bool,
    machine: Option<String>,
}

impl Named {
    /// Reads the attributes; `None` for the most elements, which have no such names.
    fn of(node: &NodeRef<'_>) -> Option<Self> {
        let element = node.element_ref()?;
        let name: &str = &element.name.local;
        let mut named = Self {
            property: String::new(),
            relation: String::new(),
            classes: Vec::new(),
            is_time: name == "time",
            is_scope: false,
            pubdate: false,
            machine: None,
        };
        for attribute in &element.attrs {
            let value: &str = &attribute.value;
            match &*attribute.name.local {
                "itemprop" => value.clone_into(&mut named.property),
                "rel" if value.split_ascii_whitespace().any(|word| word == "author") => value.clone_into(&mut named.relation),
                "class" if is_telling(value) => named.classes = parts(value),
                "itemscope" => named.is_scope = true,
                "pubdate" => named.pubdate = true,
                "datetime" => named.machine = Some(value.trim().to_owned()),
                "content" if !named.is_time => named.machine = named.machine.or_else(|| Some(value.trim().to_owned())),
                "title" if name == "abbr" => named.machine = Some(value.trim().to_owned()),
                own if MACHINE.contains(&own) => named.machine = named.machine.or_else(|| Some(value.trim().to_owned())),
                _ => {}
            }
        }
        let is_named = named.is_time || !named.property.is_empty() || !named.relation.is_empty() || !named.classes.is_empty();
        named.machine = named.machine.filter(|text| !text.is_empty());
        is_named.then_some(named)
    }

    fn about(&self, node: &NodeRef<'_>) -> Option<(About, Naming)> {
        let property = self.property.split_ascii_whitespace().find_map(|property| match property {
            "headline" => Some(About::Title),
            "author" | "creator" => Some(About::Author),
            "datePublished" => Some(About::Published),
            "dateModified" | "dateUpdate" => Some(About::Updated),
            _ => None,
        });
        if let Some(about) = property {
            return is_the_articles(node).then_some((about, Naming::Property));
        }
        if !self.relation.is_empty() && !self.is_aside() {
            return Some((About::Author, Naming::Property));
        }
        let by_class = self.by_class();
        if self.is_time {
            let about = if self.pubdate || is_labelled(node) {
                About::Published
            } else {
                by_class.filter(|about| *about != About::Author).unwrap_or(About::Time)
            };
            return Some((about, Naming::Element));
        }
        by_class.filter(|_| !self.is_aside()).map(|about| (about, Naming::Class))
    }

    fn by_class(&self) -> Option<About> {
        let has = |names: &[&str]| self.classes.iter().any(|class| names.contains(&class.as_str()));
        if has(PUBLISHED) {
            Some(About::Published)
        } else if has(UPDATED) {
            Some(About::Updated)
        } else if has(TIME) {
            Some(About::Time)
        } else {
            has(AUTHOR).then_some(About::Author)
        }
    }

    fn is_aside(&self) -> bool {
        self.classes.iter().any(|class| NOT.contains(&class.as_str()))
    }

    /// What readers see of it; of a person the name alone, where that has an element of its own.
    fn text(&self, node: &NodeRef<'_>) -> Option<String> {
        if self.is_scope {
            let is_name = |inner: &NodeRef<'_>| inner.attr("itemprop").is_some_and(|property| &*property == "name");
            let of = |inner: NodeRef<'_>| inner.attr("content").map(|name| name.trim().to_owned()).or_else(|| visible(&inner));
            let names: Vec<String> = node.descendants_it().take(MOST_NODES).filter(is_name).filter_map(of).collect();
            if !names.is_empty() {
                return Some(names.join(" | "));
            }
        }
        visible(node)
    }
}

/// Whether a picture before a time says that it is that of publication: `<i title="Published"></i> <time>`.
fn is_labelled(time: &NodeRef<'_>) -> bool {
    let mut before = std::iter::successors(time.prev_sibling(), NodeRef::prev_sibling).take(2);
    let label = before.find(NodeRef::is_element).and_then(|label| label.attr("title").or_else(|| label.attr("aria-label")));
    label.is_some_and(|label| PUBLISHED.contains(&&*label.trim().to_ascii_lowercase()))
}

/// Whether a class may be one of those that are looked for: a quick look that spares cutting up every class of a page.
fn is_telling(class: &str) -> bool {
    const TELLING: &[&str] = &[
        "date",
        "time",
        "ublish",
        "pdated",
        "odified",
        "osted",
        "uthor",
        "yline",
        "riter",
        "eporter",
        "ournalist",
        "ontributor",
        "utor",
        "uteur",
        "erfasser",
        "edaktor",
        "fecha",
        "datum",
    ];
    class.len() < 400 && (TELLING.iter().any(|part| class.contains(part)) || class.contains("Date") || class.contains("Time"))
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    fn marks(html: &str) -> Vec<(About, Naming, String, Option<String>)> {
        let document = Document::from(html);
        let mut marks = Marks::default();
        document.root().descendants_it().for_each(|node| marks.note(&node, 0, Purposes::default(), false));
        marks.into_list().into_iter().map(|mark| (mark.about, mark.naming, mark.text, mark.machine)).collect()
    }

    #[test]
    fn elements_are_named_in_many_ways() {
        for (html, about, naming, text, machine) in [
            (
                "<p itemprop='datePublished' content='2024-02-05'>Monday</p>",
                About::Published,
                Naming::Property,
                "Monday",
                Some("2024-02-05"),
            ),
            ("<time datetime='2024-02-05'>5 Feb</time>", About::Time, Naming::Element, "5 Feb", Some("2024-02-05")),
            ("<time pubdate>5 Feb 2024</time>", About::Published, Naming::Element, "5 Feb 2024", None),
            ("<time class='entry-date published updated'>5 Feb 2024</time>", About::Published, Naming::Element, "5 Feb 2024", None),
            (
                "<i title=Published></i> <time datetime='2024-02-05'>5 Feb</time>",
                About::Published,
                Naming::Element,
                "5 Feb",
                Some("2024-02-05"),
            ),
            ("<b class='timestamp' data-timestamp='1707127200'>Monday</b>", About::Time, Naming::Class, "Monday", Some("1707127200")),
            ("<abbr class='updated' title='2024-02-05'>Monday</abbr>", About::Updated, Naming::Class, "Monday", Some("2024-02-05")),
            ("<a rel='author' href='/jane'>Jane Smith</a>", About::Author, Naming::Property, "Jane Smith", None),
            (
                "<span class='articleByline'>By <a>Jane Smith</a> <a>John Public</a></span>",
                About::Author,
                Naming::Class,
                "By Jane Smith | John Public",
                None,
            ),
            ("<b class='nota-autor'>Ana Ruiz</b>", About::Author, Naming::Class, "Ana Ruiz", None),
            ("<b class='datum'>05.02.2024</b>", About::Time, Naming::Class, "05.02.2024", None),
            ("<b class='author'><i>Jane</i> <i>Smith</i></b>", About::Author, Naming::Class, "Jane Smith", None),
            (
                "<div itemprop='author' itemscope itemtype='https://schema.org/Person'>Editor <b itemprop='name'>Jane Smith</b></div>",
                About::Author,
                Naming::Property,
                "Jane Smith",
                None,
            ),
            (
                "<div itemprop='author' itemscope><b itemprop='name'>Jane Smith</b><b itemprop='name'>John Public</b></div>",
                About::Author,
                Naming::Property,
                "Jane Smith | John Public",
                None,
            ),
        ] {
            assert_eq!(marks(html), [(about, naming, text.to_owned(), machine.map(str::to_owned))], "{html}");
        }
    }

    #[test]
    fn what_belongs_to_something_else_is_no_mark() {
        for html in [
            "<p class='comment-author'>Jane Smith</p>",
            "<p class='read-time'>3 min</p>",
            "<p class='text'>Jane Smith</p>",
            "<li itemprop='citation' itemscope><b itemprop='author'>Jane Smith</b></li>",
            "<div itemscope itemtype='https://schema.org/ImageObject'><b itemprop='author'>Jane Smith</b></div>",
            "<p class='author'></p>",
            // Older than its publication where it is not the same.
            "<meta itemprop='dateCreated' content='2004-01-01'>",
        ] {
            assert_eq!(marks(html), [], "{html}");
        }
        assert_eq!(marks(&format!("<div class='author'>{}</div>", "word ".repeat(100))), []);
    }

    #[test]
    fn many_marks_one_in_the_other_take_linear_time() {
        let html = "<div class='author'>".repeat(2_000);
        assert!(marks(&format!("{html}x")).len() <= MOST_MARKS);
    }
}
