//! The worker thread: carries out effects on the library one after another and answers with messages.

use std::any::Any;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use jiff::Timestamp;

use crate::article::{Article, ArticleId};
use crate::compare::{self, Comparison, compare_prepared};
use crate::extract::claims;
use crate::library::{self, Bookmark, BookmarkId, Decision, Error, Keeping, Library, Pairing, Query, Remembered};
use crate::text::sanitize::clean_line;
use crate::tui::effect::{ArticleRef, Effect, Gathered, Locate, Reading, RequestId};
use crate::tui::find::Asked;
use crate::tui::message::Message;

use super::kinship;

/// The thread's name, by which the panic hook knows it.
const NAME: &str = "worker";

/// The name that standard input has among files.
const STANDARD_INPUT: &str = "-";

/// Whether this is the worker's thread.
pub(super) fn is_worker_thread() -> bool {
    thread::current().name() == Some(NAME)
}

/// The worker: takes effects until it is told to finish.
pub(super) struct Worker {
    effects: Sender<Effect>,
    thread: JoinHandle<()>,
}

impl Worker {
    pub(super) fn start(mut library: Library, answers: Sender<Message>) -> io::Result<Self> {
        let (effects, receive) = mpsc::channel();
        let state = library.state().ok();
        let thread = thread::Builder::new().name(NAME.to_owned()).spawn(move || work(&mut library, state, &receive, &answers))?;
        Ok(Self { effects, thread })
    }

    pub(super) fn submit(&self, effect: Effect) {
        // The worker ends only when this sender is dropped.
        let _ = self.effects.send(effect);
    }

    /// Waits until everything submitted is done.
    pub(super) fn finish(self) {
        drop(self.effects);
        let _ = self.thread.join();
    }
}

/// How long the worker waits for something to do before it looks whether another program has changed the library.
const PAUSE: Duration = Duration::from_secs(2);

fn work(library: &mut Library, mut state: Option<(i64, i64)>, effects: &Receiver<Effect>, answers: &Sender<Message>) {
    loop {
        let first = match effects.recv_timeout(PAUSE) {
            Ok(first) => first,
            Err(RecvTimeoutError::Timeout) => {
                let now = library.state().ok();
                if now == state {
                    continue;
                }
                let listed = list(library);
                // What the reader did meanwhile is not in that list: it is made again when there is time.
                let Ok(first) = effects.try_recv() else {
                    state = library.state().ok();
                    if let Ok(listed) = listed {
                        let _ = answers.send(listed);
                    }
                    continue;
                };
                first
            }
            Err(RecvTimeoutError::Disconnected) => return,
        };
        let mut queue = vec![first];
        queue.extend(effects.try_iter());
        for effect in without_needless(queue) {
            let request = request_of(&effect);
            let done = panic::catch_unwind(AssertUnwindSafe(|| carry_out(library, effect, Timestamp::now())));
            let answer = done.unwrap_or_else(|panic| {
                Some(Message::Failed { request, what: "A fault in the program".to_owned(), why: said(panic.as_ref()) })
            });
            // When the screen is gone already, what is left to keep is still kept.
            if let Some(answer) = answer {
                let _ = answers.send(answer);
            }
        }
    }
}

/// Leaves out the loads that a later one for the same purpose makes needless.
fn without_needless(mut queue: Vec<Effect>) -> Vec<Effect> {
    let purpose = |effect: &Effect| match effect {
        Effect::Load { purpose, .. } => Some(*purpose),
        _ => None,
    };
    let mut at = 0;
    while at < queue.len() {
        let needless =
            queue.get(at).and_then(purpose).is_some_and(|this| queue.iter().skip(at + 1).filter_map(purpose).any(|later| later == this));
        if needless {
            queue.remove(at);
        } else {
            at += 1;
        }
    }
    queue
}

fn request_of(effect: &Effect) -> Option<RequestId> {
    match effect {
        Effect::Load { request, .. }
        | Effect::Compare { request, .. }
        | Effect::Gather { request, .. }
        | Effect::Search { request, .. }
        | Effect::FindOrphans { request } => Some(*request),
        _ => None,
    }
}

/// What a panic said.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no reason given".to_owned())
}

/// Carries out one effect on the library; those that concern the terminal are not for the worker and do nothing.
pub fn carry_out(library: &mut Library, effect: Effect, now: Timestamp) -> Option<Message> {
    let request = request_of(&effect);
    let what = failure(&effect);
    match attempt(library, effect, now) {
        Ok(answer) => answer,
        Err(error) => Some(Message::Failed { request, what: what.to_owned(), why: error.to_string() }),
    }
}

/// What did not happen when an effect fails.
fn failure(effect: &Effect) -> &'static str {
    match effect {
        Effect::List => "The library cannot be listed",
        Effect::Load { .. } => "The article cannot be opened",
        Effect::Search { .. } => "The library was not searched",
        Effect::Compare { .. } | Effect::Gather { .. } => "The articles cannot be compared",
        Effect::Relate { .. } => "Why these are one event cannot be told",
        Effect::SetRead { .. } => "Read or unread was not kept",
        Effect::SetStarred { .. } => "The star was not kept",
        Effect::SetPlace { .. } => "Your place was not kept",
        Effect::Remember(..) => "What the screens were left like was not kept",
        Effect::AddBookmark { .. } => "The bookmark was not kept",
        Effect::PutBookmark(_) => "The bookmark was not changed",
        Effect::RemoveBookmark(_) => "The bookmark was not deleted",
        Effect::Decide(..) | Effect::DecideEvents(_) => "The decision was not kept",
        Effect::FindOrphans { .. } => "The bookmarks cannot be checked",
        Effect::FindVersions(_) => "The versions cannot be found",
        Effect::Locate { .. } => "The article cannot be opened elsewhere",
        Effect::Browse(_)
        | Effect::Edit(_)
        | Effect::Copy(_)
        | Effect::Cite(_)
        | Effect::EditNote { .. }
        | Effect::Write { .. }
        | Effect::Pipe { .. }
        | Effect::Mouse(_)
        | Effect::Suspend
        | Effect::Redraw
        | Effect::Quit => "Nothing was done",
    }
}

fn attempt(library: &mut Library, effect: Effect, now: Timestamp) -> Result<Option<Message>, Error> {
    match effect {
        Effect::List => return list(library).map(Some),
        Effect::Load { request, article, .. } => return load(library, request, article).map(Some),
        Effect::Compare { request, left, right } => return compare_two(library, request, left, right).map(Some),
        Effect::Gather { request, articles } => return gather(library, request, articles).map(Some),
        Effect::Relate { article, others } => return kinship::relate(library, &article, &others).map(Some),
        Effect::FindVersions(id) => return library.versions(&id).map(|versions| Some(Message::Versions(versions))),
        Effect::Search { request, asked } => return search(library, request, asked).map(Some),
        // Said once when the library was opened; these come with mere reading.
        Effect::SetRead { .. } | Effect::SetPlace { .. } if library.refusal().is_some() => {}
        Effect::SetRead { articles, read } => library.set_read(&articles, read)?,
        Effect::SetStarred { articles, starred } => library.set_starred(&articles, starred)?,
        Effect::SetPlace { article, place } => library.set_place(&article, &place)?,
        Effect::Remember(what, value) => library.remember(what, value.as_deref())?,
        Effect::AddBookmark { kept, note } => {
            return library.add_bookmark(kept, &note, &[], now).map(|keeping| match keeping {
                Keeping::New(bookmark) => Some(Message::Kept(bookmark)),
                Keeping::Known(bookmark) => Some(Message::Known { bookmark, note }),
            });
        }
        Effect::PutBookmark(bookmark) => library.put_bookmark(&bookmark)?,
        Effect::RemoveBookmark(id) => library.remove_bookmark(id)?,
        Effect::Decide(pairing, decision) => library.decide(pairing, decision)?,
        Effect::DecideEvents(decisions) => {
            library.decide_events(&decisions)?;
            return list(library).map(Some);
        }
        Effect::FindOrphans { request } => return orphans(library).map(|orphans| Some(Message::Orphans { request, orphans })),
        Effect::Locate { what, article } => {
            let article = find(library, article)?;
            let found = match (what, article) {
                (_, None) => None,
                (Locate::Address, Some(article)) => article.metadata.url,
                (Locate::File, Some(article)) if article.file == STANDARD_INPUT => None,
                (Locate::File, Some(article)) => Some(library.path_of(&article)?.to_string_lossy().into_owned()),
            };
            return Ok(Some(Message::Located { what, found }));
        }
        Effect::Browse(_)
        | Effect::Edit(_)
        | Effect::Copy(_)
        | Effect::Cite(_)
        | Effect::EditNote { .. }
        | Effect::Write { .. }
        | Effect::Pipe { .. }
        | Effect::Mouse(_)
        | Effect::Suspend
        | Effect::Redraw
        | Effect::Quit => {}
    }
    Ok(None)
}

/// Lists the library; an empty one shows the sample, until another program has added something.
fn list(library: &mut Library) -> Result<Message, Error> {
    library.leave_sample_if_filled()?;
    if !library.is_sample() && library.count()? == 0 {
        library.show_sample()?;
    }
    let (articles, bookmarks, decided) =
        (library.list(&Query { is_brief: true, ..Query::default() })?, library.bookmarks()?, library.event_decisions()?);
    let left_on = library.remembered(Remembered::Article)?.and_then(|id| ArticleId::parse(&id));
    let arrangement = library.remembered(Remembered::Arrangement)?;
    Ok(Message::Listed { articles, bookmarks, decided, sample: library.is_sample(), left_on, arrangement })
}

/// Searches the library; articles of an older file are taken into the index first, where they are few enough to wait for.
fn search(library: &mut Library, request: RequestId, asked: Arc<Asked>) -> Result<Message, Error> {
    /// More answers than anybody looks through.
    const MOST: usize = 1_000;
    /// Articles that are taken into the index in a second or two.
    const FEW: usize = 1_000;
    let mut found = library.search(&asked.search, MOST)?;
    if (1..=FEW).contains(&found.unsearched) && library.refusal().is_none() {
        library.index_some(FEW)?;
        found = library.search(&asked.search, MOST)?;
    }
    Ok(Message::Found { request, asked, found })
}

fn load(library: &Library, request: RequestId, article: ArticleRef) -> Result<Message, Error> {
    let id = article.id().clone();
    let Some(article) = find(library, article)? else { return missing(library, request, &[id]) };
    let place = library.place(&id)?;
    Ok(Message::Loaded { request, reading: Arc::new(Reading { claims: claims(&article), article, place }) })
}

fn compare_two(library: &Library, request: RequestId, left: ArticleRef, right: ArticleRef) -> Result<Message, Error> {
    let ids = [left.id().clone(), right.id().clone()];
    let (left, right) = match (find(library, left)?, find(library, right)?) {
        (Some(left), Some(right)) => (left, right),
        found => {
            let is_missing = [found.0.is_none(), found.1.is_none()];
            let missing_ids: Vec<ArticleId> =
                ids.into_iter().zip(is_missing).filter_map(|(id, is_missing)| is_missing.then_some(id)).collect();
            return missing(library, request, &missing_ids);
        }
    };
    let decisions = library.decisions(&left.id, &right.id)?;
    let read = library::read(&[&left, &right]);
    let comparison = Box::new(compare_prepared((&read[0], &read[1]), &options(&left, &right, &decisions)));
    drop(read);
    Ok(Message::Compared { request, left: Box::new(left), right: Box::new(right), comparison, decisions })
}

/// What was decided of two articles' passages, as far as their words are still there.
fn options(left: &Article, right: &Article, decisions: &[(Pairing, Decision)]) -> compare::Options {
    let mut options = compare::Options::default();
    for (pairing, decision) in decisions {
        let [one, other] = &pairing.anchors;
        let Some(spans) = one.find(&left.body).span().zip(other.find(&right.body).span()) else { continue };
        match decision {
            Decision::Together => options.pinned.push(spans),
            Decision::Apart => options.rejected.push(spans),
        }
    }
    options
}

fn gather(library: &Library, request: RequestId, articles: Vec<ArticleRef>) -> Result<Message, Error> {
    let ids: Vec<ArticleId> = articles.iter().map(|article| article.id().clone()).collect();
    let mut found = Vec::new();
    for article in articles {
        found.extend(find(library, article)?);
    }
    if found.len() < ids.len() {
        let is_missing = |id: &ArticleId| found.iter().all(|article| article.id != *id);
        let missing_ids: Vec<ArticleId> = ids.into_iter().filter(is_missing).collect();
        return missing(library, request, &missing_ids);
    }
    let mut comparisons: Vec<Comparison> = Vec::new();
    let read = library::read(&found.iter().collect::<Vec<_>>());
    for (one, other) in compare::pairs(found.len()) {
        let (left, right) = (&found[one], &found[other]);
        let options = options(left, right, &library.decisions(&left.id, &right.id)?);
        comparisons.push(compare_prepared((&read[one], &read[other]), &options));
    }
    let matrix = compare::matrix(&found, &comparisons);
    Ok(Message::Gathered { request, gathered: Arc::new(Gathered { articles: found, comparisons, matrix }) })
}

fn find(library: &Library, article: ArticleRef) -> Result<Option<Article>, Error> {
    match article {
        ArticleRef::Kept(id) => library.article(&id),
        ArticleRef::Given(article) => Ok(Some(Arc::unwrap_or_clone(article))),
    }
}

/// Says which articles are not in the library.
fn missing(library: &Library, request: RequestId, ids: &[ArticleId]) -> Result<Message, Error> {
    let bookmarks = library.bookmarks()?;
    let names: Vec<String> = ids.iter().map(|id| name(&bookmarks, id)).collect();
    Ok(Message::Failed { request: Some(request), what: "Not in the library".to_owned(), why: names.join(" and ") })
}

/// What a bookmark calls an article: its title and source; its id where no bookmark knows it.
fn name(bookmarks: &[Bookmark], id: &ArticleId) -> String {
    let passages = bookmarks.iter().flat_map(|bookmark| bookmark.kept.passages());
    let Some(citation) = passages.into_iter().find(|passage| passage.article == *id).map(|passage| &passage.citation) else {
        return format!("article {id}");
    };
    let title = citation.title.as_ref().map_or_else(|| citation.file.clone(), |title| format!("“{title}”"));
    let source = citation.source.as_ref().map(|source| format!(" ({source})")).unwrap_or_default();
    clean_line(&(title + &source)).into_owned()
}

/// The bookmarks one of whose passages cannot be placed in its article.
fn orphans(library: &Library) -> Result<Vec<BookmarkId>, Error> {
    let mut found = Vec::new();
    for bookmark in library.bookmarks()? {
        if is_orphan(library, &bookmark)? {
            found.push(bookmark.id);
        }
    }
    Ok(found)
}

fn is_orphan(library: &Library, bookmark: &Bookmark) -> Result<bool, Error> {
    for passage in bookmark.kept.passages() {
        let article = library.article(&passage.article)?;
        if article.is_none_or(|article| passage.spans(&article.body).count() < passage.anchors().count()) {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::effect::Purpose;

    fn load(request: u64, purpose: Purpose) -> Effect {
        let article = ArticleRef::Kept(ArticleId::of_page(&request.to_le_bytes()));
        Effect::Load { request: RequestId(request), article, purpose }
    }

    #[test]
    fn only_the_last_load_for_a_purpose_is_done() {
        let queue = vec![load(1, Purpose::Preview), Effect::List, load(2, Purpose::Reading), load(3, Purpose::Preview)];
        let requests: Vec<_> = without_needless(queue).iter().map(request_of).collect();
        assert_eq!(requests, [None, Some(RequestId(2)), Some(RequestId(3))]);
    }

    #[test]
    fn what_another_program_adds_is_listed_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        let mut other = Library::open(folder.path()).unwrap();
        let (send, receive) = mpsc::channel();
        let worker = Worker::start(library, send).unwrap();
        let article = Article::new(ArticleId::of_page(b"a"), "a.txt".to_owned(), crate::article::Metadata::default(), Vec::new());
        other.add(std::slice::from_ref(&article)).unwrap();
        let Message::Listed { articles, .. } = receive.recv_timeout(PAUSE * 10).unwrap() else { panic!() };
        assert_eq!(articles[0].id, article.id);
        worker.finish();
    }

    #[test]
    fn an_empty_library_shows_the_sample() {
        let mut library = Library::in_memory().unwrap();
        let Some(Message::Listed { articles, sample, .. }) = carry_out(&mut library, Effect::List, Timestamp::UNIX_EPOCH) else { panic!() };
        assert!(sample && !articles.is_empty());
    }

    #[test]
    #[cfg(unix)]
    fn reading_a_library_that_cannot_be_written_is_no_failure() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("/nowhere/articles.db", folder.path().join("articles.db")).unwrap();
        let mut library = Library::open(folder.path()).unwrap();
        let articles = vec![ArticleId::of_page(b"")];
        let mut done = |effect| carry_out(&mut library, effect, Timestamp::UNIX_EPOCH);
        assert_eq!(done(Effect::SetRead { articles: articles.clone(), read: true }), None, "it was said at the start");
        assert!(matches!(done(Effect::SetStarred { articles, starred: true }), Some(Message::Failed { .. })));
    }

    #[test]
    fn what_cannot_be_done_is_said() {
        let mut library = Library::in_memory().unwrap();
        let Some(Message::Failed { request, what, .. }) = carry_out(&mut library, load(7, Purpose::Reading), Timestamp::UNIX_EPOCH) else {
            panic!()
        };
        assert_eq!((request, what.as_str()), (Some(RequestId(7)), "Not in the library"));
    }
}
