//! Actions: everything a key can mean, in one table with a name and one line of help each.

/// Declares the actions: the doc comment is the help text, the string is the name in key map files.
macro_rules! actions {
    ($(#[doc = $doc:literal] $variant:ident = $name:literal,)+) => {
        /// What a key can mean; the help overlay, the footer and the key map files all read this table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $(#[doc = $doc] $variant,)+ }

        impl Action {
            /// All actions, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name in key map files.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// One line of help.
            #[must_use]
            pub fn doc(self) -> &'static str {
                match self { $(Self::$variant => $doc.trim_ascii(),)+ }
            }
        }
    };
}

actions! {
    /// Move down
    MoveDown = "move-down",
    /// Move up
    MoveUp = "move-up",
    /// Go to the top, or to line COUNT
    GoTop = "go-top",
    /// Go to the bottom, or to line COUNT
    GoBottom = "go-bottom",
    /// Half a page down
    HalfPageDown = "half-page-down",
    /// Half a page up
    HalfPageUp = "half-page-up",
    /// A page down
    PageDown = "page-down",
    /// A page up
    PageUp = "page-up",
    /// Next paragraph
    NextParagraph = "next-paragraph",
    /// Previous paragraph
    PreviousParagraph = "previous-paragraph",
    /// Go to the next pane
    FocusNext = "focus-next",
    /// Go to the previous pane
    FocusPrevious = "focus-previous",
    /// Go to the left pane
    FocusLeft = "focus-left",
    /// Go to the right pane
    FocusRight = "focus-right",
    /// Show this line at the top
    PlaceTop = "place-top",
    /// Show this line in the middle
    PlaceMiddle = "place-middle",
    /// Show this line at the bottom
    PlaceBottom = "place-bottom",

    /// Open
    Open = "open",
    /// Go back to the screen before
    Back = "back",
    /// Close this screen; on the first one, quit
    Close = "close",
    /// Clear, close or go back one level
    Cancel = "cancel",
    /// Quit now
    Quit = "quit",
    /// Suspend to the shell
    Suspend = "suspend",
    /// Draw the screen anew
    Redraw = "redraw",
    /// Show all keys that work here
    Help = "help",
    /// Find any action by its words, with a key or without
    Palette = "palette",
    /// Show all messages of this session
    Messages = "messages",
    /// Choose a theme, seen while it is chosen
    Themes = "themes",
    /// Show only the text, or the status line and the marks in the margin again
    Zen = "zen",
    /// Leave the mouse to the terminal, or take it back
    ToggleMouse = "toggle-mouse",
    /// Use the next theme
    CycleTheme = "cycle-theme",
    /// List the library anew, with what was added elsewhere
    Reload = "reload",
    /// Write what the screen shows to a file, in the form that its ending names
    Write = "write",
    /// Give what the screen shows to another program
    Pipe = "pipe",
    /// Undo the last change
    Undo = "undo",
    /// Redo what was undone
    Redo = "redo",

    /// Find in the text; filter in a list
    Find = "find",
    /// Search the full text of the library
    Search = "search",
    /// Next match, or next of what is stepped through
    NextMatch = "next-match",
    /// Previous match, or previous of what is stepped through
    PreviousMatch = "previous-match",
    /// Step through all differences with n and N
    StepDifferences = "step-differences",
    /// Step through figures with n and N
    StepFigures = "step-figures",
    /// Step through quotations with n and N
    StepQuotations = "step-quotations",
    /// Step through names with n and N
    StepNames = "step-names",
    /// Step through bookmarks with n and N
    StepBookmarks = "step-bookmarks",

    /// Select, or take out of the selection
    Select = "select",
    /// Select a range; twice, everything shown
    SelectRange = "select-range",
    /// Compare two selected articles, or this one with another report of its event
    Compare = "compare",
    /// Merge the selected articles into one event
    MergeEvents = "merge-events",
    /// Split the article, or the selected ones, out of the event
    SplitEvent = "split-event",
    /// Lay all reports of the event beside each other
    EventSheet = "event-sheet",
    /// Lay the versions of an article beside each other, the last two or all
    Versions = "versions",
    /// Star, or take the star
    Star = "star",
    /// Mark read or unread
    ToggleRead = "toggle-read",
    /// Show all articles
    ShowAll = "show-all",
    /// Show unread articles
    ShowUnread = "show-unread",
    /// Show starred articles
    ShowStarred = "show-starred",
    /// Open the article's address in the browser
    OpenAddress = "open-address",
    /// Open the article's file in the editor
    EditFile = "edit-file",
    /// Sort the list by date
    SortByDate = "sort-by-date",
    /// Sort the list by source
    SortBySource = "sort-by-source",
    /// Sort the list by title
    SortByTitle = "sort-by-title",
    /// Sort the list with unread articles first
    SortUnreadFirst = "sort-unread-first",
    /// Show events with their reports under them
    GroupByEvent = "group-by-event",
    /// List the bookmarks
    Bookmarks = "bookmarks",
    /// Scroll the other pane down
    OtherDown = "other-down",
    /// Scroll the other pane up
    OtherUp = "other-up",

    /// Next article
    NextArticle = "next-article",
    /// Previous article
    PreviousArticle = "previous-article",
    /// Widen the text column
    Widen = "widen",
    /// Narrow the text column
    Narrow = "narrow",
    /// Give the text column its usual width
    ResetWidth = "reset-width",
    /// Show where title, source, author and date come from
    Details = "details",
    /// Show the page as it was saved, with what was dropped
    PageAsSaved = "page-as-saved",
    /// Set a mark here, named by the letter or digit that follows
    SetMark = "set-mark",
    /// Go to the mark of the letter or digit that follows; ' goes back
    GoToMark = "go-to-mark",
    /// Go back to where the last jump started
    JumpBack = "jump-back",
    /// Open an address in the text, by its letter
    FollowLink = "follow-link",

    /// Select character by character
    SelectCharacters = "select-characters",
    /// Select sentence by sentence
    SelectSentences = "select-sentences",
    /// Next character; of sentences selected, the next one
    NextCharacter = "next-character",
    /// Previous character; of sentences selected, the previous one
    PreviousCharacter = "previous-character",
    /// End of the word
    WordEnd = "word-end",
    /// Next word
    NextWord = "next-word",
    /// Previous word
    PreviousWord = "previous-word",
    /// Start of the sentence
    SentenceStart = "sentence-start",
    /// End of the sentence
    SentenceEnd = "sentence-end",
    /// Go to the other end of the selection
    OtherEnd = "other-end",

    /// Bookmark the passage, or the pair of passages
    Bookmark = "bookmark",
    /// Bookmark with a note; edit a bookmark's note
    Annotate = "annotate",
    /// Write a bookmark's note in the editor, in as many lines as it needs
    NoteInEditor = "note-in-editor",
    /// Edit a bookmark's tags
    Tag = "tag",
    /// Check whether the words still stand in their articles
    Verify = "verify",
    /// Delete
    Delete = "delete",
    /// Copy the passage with its citation
    CopyCitation = "copy-citation",
    /// Copy the passage alone
    CopyText = "copy-text",
    /// Copy the passage with its citation as Markdown
    CopyMarkdown = "copy-markdown",
    /// Copy the address, or the file where there is none
    CopyAddress = "copy-address",
    /// Copy the title
    CopyTitle = "copy-title",

    /// Next difference
    NextDifference = "next-difference",
    /// Previous difference
    PreviousDifference = "previous-difference",
    /// Show the passages
    TabPassages = "tab-passages",
    /// Show the quotations
    TabQuotes = "tab-quotes",
    /// Show the figures
    TabFigures = "tab-figures",
    /// Show the names
    TabNames = "tab-names",
    /// Next tab
    NextTab = "next-tab",
    /// Previous tab
    PreviousTab = "previous-tab",
    /// Open the report in the reader here
    OpenReader = "open-reader",
    /// Show this among the passages; Esc comes back
    ShowInPassages = "show-in-passages",
    /// Exchange left and right
    ExchangeSides = "exchange-sides",
    /// Side by side, stacked, or differences only
    ToggleLayout = "toggle-layout",
    /// Scroll both sides together, or each alone
    ToggleScrollLock = "toggle-scroll-lock",
    /// Line up what is told in another order, or put it back
    ToggleMoved = "toggle-moved",
    /// Fold or unfold this
    ToggleFold = "toggle-fold",
    /// Fold all that can be folded
    FoldAll = "fold-all",
    /// Unfold everything
    UnfoldAll = "unfold-all",
    /// Put two passages together: mark one, then its counterpart
    Pin = "pin",
    /// Declare that the two do not tell the same
    NotTheSame = "not-the-same",
    /// Show why these were put together
    Why = "why",
    /// Next report of the event on this side
    NextReport = "next-report",
    /// Previous report of the event on this side
    PreviousReport = "previous-report",
}

impl Action {
    /// The action of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kebab_case_and_lead_back() {
        for &action in Action::ALL {
            let name = action.name();
            assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{name}");
            assert_eq!(Action::named(name), Some(action));
        }
    }

    #[test]
    fn help_fits_on_one_line() {
        for action in Action::ALL {
            let doc = action.doc();
            assert!(!doc.is_empty() && doc.is_ascii() && doc.len() <= 80 && !doc.ends_with('.'), "{}: {doc}", action.name());
        }
    }
}
