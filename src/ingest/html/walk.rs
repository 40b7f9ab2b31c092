//! Walks the tree of elements in the page's order and cuts its text into blocks.

use std::hash::{Hash, Hasher};

use dom_query::{Document, NodeId, NodeRef};
use rustc_hash::FxHasher;

use super::beside::beside;
use super::class::{self, Purposes};
use super::said::Said;
use super::said::mark::Marks;
use super::tree::{Container, Place, Tag, Tree, Within};
use crate::article::DropReason;
use crate::ingest::block::{Block, Mark};
use crate::text::sanitize::{self, Cleaned};

/// Elements whose text no reader sees.
const UNSEEN: &[&str] = &[
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "canvas", "select", "datalist", "textarea", "head",
    "audio",
];

/// Elements that go on in the line.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "rb",
    "rt", "rp", "img", "picture", "source", "amp-img", "button", "input",
];

/// Elements without text that may stand anywhere in a line.
const EMPTY: &[&str] = &["meta", "link", "param", "track", "embed"];

/// The most blocks of a page.
const MOST_BLOCKS: usize = 50_000;

/// What a page's walk gives.
pub(super) struct Walked {
    pub(super) blocks: Vec<Block>,
    pub(super) tree: Tree,
    /// Elements named for what they hold.
    pub(super) marks: Marks,
    pub(super) cleaned: Cleaned,
}

enum Step {
    Enter(NodeId),
    Leave,
}

/// Walks a document; without recursion, as pages nest as deeply as they like.
pub(super) fn walk(document: &Document, said: &Said) -> Walked {
    let mut walker = Walker::new(said);
    let root = document.root();
    let mut steps = vec![Step::Enter(root.id)];
    while let Some(step) = steps.pop() {
        let Step::Enter(id) = step else {
            walker.leave();
            continue;
        };
        let node = NodeRef::new(id, &document.tree);
        if node.is_text() {
            walker.add(&node.text());
        } else if walker.enter(&node) {
            steps.push(Step::Leave);
            steps.extend(node.children_it(true).map(|child| Step::Enter(child.id)));
        }
    }
    walker.finish()
}

/// What is known of the elements that are open.
#[expect(clippy::struct_excessive_bools, reason = "each is a yes or no about the place in the tree")]
#[derive(Clone, Copy)]
struct Context {
    container: usize,
    tag: Tag,
    heading: u8,
    within: Within,
    own: Purposes,
    around: Purposes,
    above: Purposes,
    far: Purposes,
    linked: bool,
    stressed: bool,
    hidden: bool,
    beside: Option<DropReason>,
    is_block: bool,
}

struct Walker<'a> {
    said: &'a Said,
    open: Vec<Context>,
    now: Context,
    text: String,
    letters: usize,
    linked: usize,
    stressed: usize,
    after_break: bool,
    found: Walked,
}

impl<'a> Walker<'a> {
    fn new(said: &'a Said) -> Self {
        let now = Context {
            container: 0,
            tag: Tag::Division,
            heading: 0,
            within: Within::default(),
            own: Purposes::default(),
            around: Purposes::default(),
            above: Purposes::default(),
            far: Purposes::default(),
            linked: false,
            stressed: false,
            hidden: false,
            beside: None,
            is_block: true,
        };
        let tree = Tree { places: Vec::new(), containers: vec![Container::default()], has_said_body: said.has_body() };
        let found = Walked { blocks: Vec::new(), tree, marks: Marks::default(), cleaned: Cleaned::default() };
        Self { said, open: Vec::new(), now, text: String::new(), letters: 0, linked: 0, stressed: 0, after_break: false, found }
    }

    /// Opens an element; `false` when nothing in it is read.
    fn enter(&mut self, node: &NodeRef<'_>) -> bool {
        if !node.is_element() {
            return node.is_document() || node.is_fragment();
        }
        let Some(name) = node.qual_name_ref().map(|name| name.local.to_string()) else { return false };
        if UNSEEN.contains(&name.as_str()) || EMPTY.contains(&name.as_str()) && !node.has_attr("itemprop") {
            return false;
        }
        if name == "br" || name == "hr" {
            let twice = self.after_break && self.letters == 0;
            self.flush();
            self.after_break = name == "br" && !twice;
            return false;
        }
        self.open.push(self.now);
        if INLINE.contains(&name.as_str()) || self.goes_on(&name) {
            self.now.is_block = false;
            self.now.linked |= name == "a";
            self.now.stressed |= matches!(name.as_str(), "b" | "strong" | "i" | "em");
        } else {
            self.flush();
            self.open_block(node, &name);
        }
        let (now, block) = (self.now, self.found.blocks.len());
        self.found.marks.note(node, block, now.own.and(now.around).and(now.above), now.within.is_aside());
        true
    }

    /// Whether an element that is not known, or that holds no text, stands in the middle of a line.
    fn goes_on(&self, name: &str) -> bool {
        let in_line = !self.now.is_block || self.now.tag == Tag::Paragraph || self.letters > 0;
        in_line && (name.contains('-') || EMPTY.contains(&name))
    }

    fn open_block(&mut self, node: &NodeRef<'_>, name: &str) {
        let attribute = |key: &str| node.attr(key).unwrap_or_default();
        let (class, role) = (attribute("class"), attribute("role"));
        // The names of the whole page tell what its site can do, not what it is.
        let is_page = matches!(name, "body" | "html");
        let names = if is_page {
            String::new()
        } else {
            format!("{class} {} {} {role} {}", attribute("id"), attribute("itemprop"), attribute("data-component"))
        };
        let own = Purposes::of(&names);
        let mut hasher = FxHasher::default();
        (name, &*class).hash(&mut hasher);
        let depth = self.found.tree.containers[self.now.container].depth + 1;
        let is_article_body = class::is_article_body(&names);
        self.found.tree.containers.push(Container {
            parent: self.now.container,
            depth,
            likeness: hasher.finish(),
            names: own,
            is_article_body,
            is_story: name == "article" || attribute("itemtype").ends_with("Article") || attribute("itemtype").ends_with("BlogPosting"),
        });
        let (tag, heading) = tag(name);
        let style = attribute("style");
        let hides = node.has_attr("hidden")
            || style.replace(' ', "").contains("display:none")
            || (attribute("aria-hidden").as_ref() == "true" && class::is_for_screen_readers(&class));
        self.now = Context {
            container: self.found.tree.containers.len() - 1,
            tag: if tag == Tag::Division && name != "td" { self.tag_inside() } else { tag },
            heading,
            within: self.now.within.and(name, &role),
            own,
            around: self.now.own,
            above: self.now.around,
            far: self.now.far.and(own),
            hidden: self.now.hidden || hides,
            beside: self.now.beside.or_else(|| beside(name, &class, &attribute("id"))),
            is_block: true,
            ..self.now
        };
    }

    /// A division inside a list item or a caption is still one.
    fn tag_inside(&self) -> Tag {
        match self.now.tag {
            Tag::Paragraph | Tag::Heading => Tag::Division,
            tag => tag,
        }
    }

    fn leave(&mut self) {
        if self.now.is_block {
            self.flush();
        }
        if let Some(before) = self.open.pop() {
            // What follows a block inside its parent is a block of its own.
            self.now = before;
        }
    }

    fn add(&mut self, text: &str) {
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters += letters;
        self.linked += if self.now.linked { letters } else { 0 };
        self.stressed += if self.now.stressed { letters } else { 0 };
        self.text.push_str(text);
    }

    /// Ends the block that is open.
    fn flush(&mut self) {
        if self.letters > 0 && self.found.blocks.len() < MOST_BLOCKS {
            self.push_block();
        }
        self.text.clear();
        (self.letters, self.linked, self.stressed) = (0, 0, 0);
        if self.now.is_block {
            self.after_break = false;
        }
    }

    fn push_block(&mut self) {
        let (text, cleaned) = sanitize::clean(&self.text);
        self.found.cleaned = self.found.cleaned.and(cleaned);
        let now = &self.now;
        let is_near = self.found.tree.places.last().is_some_and(|place| self.after_break && place.container == now.container);
        if let Some(before) = self.found.blocks.last_mut()
            && (before.is_drop_cap_of(&text) || is_near && before.is_broken_off_before(&text))
        {
            before.go_on(&text);
            return;
        }
        let mark = match now.tag {
            _ if now.within.has(Within::QUOTE) => Mark::Quote,
            Tag::Heading => Mark::Heading(now.heading),
            Tag::Item => Mark::Item,
            Tag::Quote => Mark::Quote,
            _ => Mark::None,
        };
        let block = Block::marked(&text, mark, !self.after_break);
        let share = |letters: usize| letters as f32 / self.letters as f32;
        self.found.tree.places.push(Place {
            container: now.container,
            tag: now.tag,
            within: now.within,
            near: now.own.and(now.around).and(now.above),
            far: now.far,
            linked: share(self.linked),
            stressed: share(self.stressed),
            hidden: now.hidden,
            beside: now.beside,
            said: self.said.has_in_body(&block.text),
        });
        self.found.blocks.push(block);
    }

    fn finish(mut self) -> Walked {
        self.flush();
        self.found
    }
}

/// What kind of text stands in an element, and a heading's level.
fn tag(name: &str) -> (Tag, u8) {
    let tag = match name {
        "p" => Tag::Paragraph,
        "li" | "dt" | "dd" => Tag::Item,
        "blockquote" => Tag::Quote,
        "td" | "th" => Tag::Cell,
        "figcaption" | "caption" => Tag::Caption,
        _ => Tag::Division,
    };
    match name.strip_prefix('h').and_then(|level| level.parse().ok()) {
        Some(level @ 1..=6) => (Tag::Heading, level),
        _ => (tag, 0),
    }
}
