//! Gives each block of a page its fate: what kind of paragraph it is, or why it is not in the body.

use crate::article::{DropReason, Fate, Metadata, PageBlock, ParagraphKind};
use crate::text::fold::key;
use crate::text::span::{after, before};

use super::block::Mark;
use super::body::decide::State;
use super::body::outline::Outline;
use super::boilerplate::Class;
use super::headline::is_title;
use super::{ending, notes};

/// The whole page, block by block; kept and dropped blocks together have all its words.
pub(super) fn page(outline: &Outline<'_>, metadata: &Metadata) -> Vec<PageBlock> {
    let title = metadata.title.as_ref().map(|found| key(&found.value)).filter(|title| !title.is_empty());
    let mut page = Vec::with_capacity(outline.page.blocks.len() + 2);
    if let Some(header) = &outline.page.header {
        page.push(block(&header.words, Fate::Dropped(DropReason::HeaderLine)));
    }
    let mut reader = Reader { outline, credited: credited(metadata), below_title: false, in_comments: false };
    for at in 0..outline.page.blocks.len() {
        let traits = outline.traits(at);
        let begins_comments = traits.phrases.has(Class::Comments);
        reader.in_comments = at > outline.last && (begins_comments || (reader.in_comments && !traits.phrases.has(Class::Related)));
        let fate = match title.as_deref() {
            Some(title) if is_title(&outline.block(at).text, outline.key(at), title) => Fate::Dropped(DropReason::Title),
            _ => reader.fate(at),
        };
        reader.below_title |= fate == Fate::Dropped(DropReason::Title);
        push(outline, at, fate, &mut page);
    }
    if outline.page.tree.is_some() {
        without_last_subheads(&mut page);
    }
    without_ending(&mut page);
    without_marks(page, outline.page.has_notes)
}

/// Cuts off the last paragraph what was glued to it; the reason stays.
fn without_ending(page: &mut Vec<PageBlock>) {
    let Some(at) = page.iter().rposition(|block| matches!(block.fate, Fate::Body(_))) else { return };
    let Some((end, why)) = ending::ending(&page[at].text).filter(|(end, _)| *end > 0) else { return };
    let rest = block(after(&page[at].text, end), Fate::Dropped(why));
    let kept = before(&page[at].text, end).trim_end().len();
    page[at].text.truncate(kept);
    page.insert(at + 1, rest);
}

/// Takes the marks of footnotes and editors out of the body; each paragraph's stand below it.
fn without_marks(page: Vec<PageBlock>, has_notes: bool) -> Vec<PageBlock> {
    let mut clean = Vec::with_capacity(page.len());
    for own in page {
        let (text, marks) = if matches!(own.fate, Fate::Body(_)) { notes::without_marks(&own.text, has_notes) } else { Default::default() };
        if marks.is_empty() {
            clean.push(own);
            continue;
        }
        clean.extend((!text.is_empty()).then(|| block(&text, own.fate)));
        clean.push(block(&marks, Fate::Dropped(DropReason::PageFurniture)));
    }
    clean
}

/// Drops headings at the end of the body of an HTML page: what they stood above is none of it.
fn without_last_subheads(page: &mut [PageBlock]) {
    let bodies = page.iter_mut().rev().filter(|block| matches!(block.fate, Fate::Body(_)));
    for block in bodies.take_while(|block| block.fate == Fate::Body(ParagraphKind::Subhead)) {
        block.fate = Fate::Dropped(DropReason::Fragment);
    }
}

fn block(text: &str, fate: Fate) -> PageBlock {
    PageBlock { text: text.to_owned(), fate }
}

/// Adds a block; an agency slug becomes one of its own.
fn push(outline: &Outline<'_>, at: usize, fate: Fate, page: &mut Vec<PageBlock>) {
    let text = &outline.block(at).text;
    match &outline.dateline {
        Some(slug) if at == outline.first && matches!(fate, Fate::Body(_)) => {
            page.push(block(before(text, slug.length).trim(), Fate::Dropped(DropReason::Dateline)));
            page.push(block(after(text, slug.length), fate));
        }
        _ => page.push(block(text, fate)),
    }
}

/// The names that the report is credited to, folded.
fn credited(metadata: &Metadata) -> Vec<String> {
    let authors = metadata.authors.iter().flat_map(|found| &found.value);
    authors.chain(metadata.agency.as_ref().map(|found| &found.value)).map(|name| key(name)).filter(|name| !name.is_empty()).collect()
}

/// Goes down the page and says why blocks are not in the body.
struct Reader<'a, 'b> {
    outline: &'b Outline<'a>,
    credited: Vec<String>,
    below_title: bool,
    in_comments: bool,
}

impl Reader<'_, '_> {
    fn fate(&self, at: usize) -> Fate {
        if self.outline.states[at] == State::Body { body_fate(self.outline, at) } else { Fate::Dropped(self.reason(at)) }
    }

    /// Why a block is not in the body: what it says of itself first, then where it stands.
    fn reason(&self, at: usize) -> DropReason {
        let (traits, state) = (self.outline.traits(at), self.outline.states[at]);
        if let Some(why) = self.outline.page.asides[at] {
            return why;
        }
        let near_body = at + 20 >= self.outline.first && at <= self.outline.last + 4;
        // The credit comes first: a caption often names a day, too.
        if near_body && traits.picture_credit {
            return DropReason::Caption;
        }
        if near_body && !traits.is_prose() && (traits.byline || traits.dated || self.is_credit(at)) {
            return DropReason::Byline;
        }
        if let Some(reason) = traits.phrases.iter().map(|class| reason_of(class, state)).last() {
            return reason;
        }
        if self.in_comments {
            return DropReason::Comments;
        }
        if let Some(why) = ending::whole(&self.outline.block(at).text) {
            return why;
        }
        match state {
            State::Insert if traits.words >= 4 || traits.glued_credit => DropReason::CrossLink,
            State::Before if self.is_standfirst(at) => DropReason::Standfirst,
            State::After | State::Before if traits.words >= 8 => DropReason::OtherStory,
            State::After | State::Before if traits.words <= 4 => DropReason::Navigation,
            _ => DropReason::Fragment,
        }
    }

    /// Whether a line names one of those whom the report is credited to.
    fn is_credit(&self, at: usize) -> bool {
        let traits = self.outline.traits(at);
        let text = self.outline.key(at);
        traits.words <= LONGEST_CREDIT && !traits.ends_sentence && self.credited.iter().any(|name| text.contains(name))
    }

    /// Whether a sentence stands between the title and the body that is near below.
    fn is_standfirst(&self, at: usize) -> bool {
        let traits = self.outline.traits(at);
        self.below_title && at + STANDFIRST_REACH >= self.outline.first && traits.words >= 8
    }
}

/// The most words of a line that credits somebody.
const LONGEST_CREDIT: usize = 12;

/// Blocks above the body in which its standfirst stands.
const STANDFIRST_REACH: usize = 8;

/// The kind of a block of the body; lines at its edges that say who and when are none.
fn body_fate(outline: &Outline<'_>, at: usize) -> Fate {
    let (traits, mark) = (outline.traits(at), outline.block(at).mark);
    let at_edge = at == outline.first || at == outline.last;
    let is_line = traits.words <= 14 && !traits.ends_sentence && !traits.quoted;
    if at_edge && !traits.ends_sentence && (traits.byline || traits.dated || (traits.timed && is_line)) {
        return Fate::Dropped(DropReason::Byline);
    }
    if is_line && at == outline.last && mark != Mark::Item {
        return Fate::Dropped(DropReason::Fragment);
    }
    Fate::Body(match mark {
        Mark::Heading(_) => ParagraphKind::Subhead,
        Mark::Item => ParagraphKind::ListItem,
        Mark::Quote => ParagraphKind::BlockQuote,
        Mark::None if is_line && may_be_subhead(outline, at) => ParagraphKind::Subhead,
        Mark::None => ParagraphKind::Prose,
    })
}

/// Whether a short line that is not marked as a heading may be one: in plain text, or bold; a cell of a table is none.
fn may_be_subhead(outline: &Outline<'_>, at: usize) -> bool {
    let is_bold = outline.page.tree.as_ref().is_none_or(|tree| tree.places[at].is_bold());
    is_bold && !outline.block(at).text.ends_with([':', ',', ';'])
}

/// What a phrase of a class says of its block.
fn reason_of(class: Class, state: State) -> DropReason {
    match class {
        Class::Sharing | Class::Furniture | Class::Notice => DropReason::PageFurniture,
        Class::Promotion => DropReason::Promotion,
        Class::Related if state == State::Insert => DropReason::CrossLink,
        Class::Related | Class::Navigation => DropReason::Navigation,
        Class::Comments => DropReason::Comments,
        Class::Legal => DropReason::LegalNote,
        Class::Credit => DropReason::Byline,
        Class::Caption => DropReason::Caption,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{Options, ingest};

    const PAGE: &str = " date 2024-02-05 Skip to content
Harbour of Orne to close

By Jane Smith, 5 February 2024
The harbour of Orne in winter. (Photo credit: Jane Smith)
3 min read

ORNE, Feb 5 (Reuters) - The old harbour of Orne will be closed from April until the autumn, the town said on Monday evening.

\"We have to dig it out before the next winter,\" the harbour master, Paula Lund, told the council of the town.

Harbour fees to rise again from next year
The council of Orne decided in January to raise the fees for all ships by four percent.
The Harbour PostJohn Public

The work costs about four million euros, and most of it is paid by the region.

Ships of more than thirty metres will have to use the new port on the other side of the bay, Lund said.

Harbour of Orne to close

Sign up for our newsletter
3 Comments
© 2024 The Harbour Post. All rights reserved.
";

    #[test]
    fn every_dropped_block_says_why() {
        let article = ingest(PAGE.as_bytes(), "page.txt", Options::default()).unwrap().article;
        let dropped: Vec<(String, DropReason)> = article.dropped().map(|(text, why)| (text.chars().take(12).collect(), why)).collect();
        let want = [
            ("date 2024-02", DropReason::HeaderLine),
            ("Skip to cont", DropReason::Navigation),
            ("Harbour of O", DropReason::Title),
            ("By Jane Smit", DropReason::Byline),
            ("The harbour ", DropReason::Caption),
            ("3 min read", DropReason::PageFurniture),
            ("ORNE, Feb 5 ", DropReason::Dateline),
            ("Harbour fees", DropReason::CrossLink),
            ("The council ", DropReason::CrossLink),
            ("The Harbour ", DropReason::CrossLink),
            ("Harbour of O", DropReason::Title),
            ("Sign up for ", DropReason::Promotion),
            ("3 Comments", DropReason::Comments),
            ("© 2024 The H", DropReason::LegalNote),
        ];
        assert_eq!(dropped, want.map(|(text, why)| (text.to_owned(), why)));
        assert_eq!(article.body.paragraphs().len(), 4);
    }
}
