//! Themes: a style for every role. The screens name roles, never colours.

pub mod builtin;
#[cfg(test)]
mod contrast;
pub mod depth;
pub mod load;

use ratatui::style::Style;

use depth::Depth;

/// Declares the roles: the string is the name in theme files, the last word the role that stands in where a theme has none.
macro_rules! roles {
    ($(#[doc = $doc:literal] $variant:ident = $name:literal $(or $fallback:ident)?,)+) => {
        /// What a stretch of the screen means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Role { $(#[doc = $doc] $variant,)+ }

        impl Role {
            /// All roles, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name in theme files.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The role that stands in where a theme has none.
            #[must_use]
            pub fn fallback(self) -> Option<Self> {
                match self { $(Self::$variant => roles!(@or $($fallback)?),)+ }
            }
        }
    };
    (@or) => { None };
    (@or $fallback:ident) => { Some(Self::$fallback) };
}

roles! {
    /// Running text, and the screen's ground.
    Text = "text",
    /// What is said beside the text: counts, places, labels.
    Dim = "dim" or Text,
    /// Words that must not be missed.
    Strong = "strong" or Text,
    /// Lines and boxes.
    Border = "border" or Dim,
    /// The box or pane that has the keys.
    BorderFocused = "border-focused" or Border,
    /// A title in a list or above a text.
    Title = "title" or Strong,
    /// The title of an article that has been read.
    TitleRead = "title-read" or Text,
    /// The outlet.
    Source = "source" or Text,
    /// The outlet of the left report of a comparison.
    SourceLeft = "source-left" or Source,
    /// The outlet of the right report of a comparison.
    SourceRight = "source-right" or Source,
    /// A day or a time.
    Date = "date" or Dim,
    /// A heading over a group of lines.
    Heading = "heading" or Strong,
    /// A tab that is not shown.
    Tab = "tab" or Dim,
    /// The tab that is shown.
    TabActive = "tab-active" or Heading,
    /// The line the keys act on.
    Cursor = "cursor" or Selection,
    /// The mark in the margin of what the keys act on.
    CursorMark = "cursor-mark" or Heading,
    /// Selected lines or words.
    Selection = "selection" or Strong,
    /// The mark of an unread article.
    Unread = "unread" or Strong,
    /// The mark of a starred article.
    Star = "star" or Strong,
    /// The mark of a bookmark.
    BookmarkMark = "bookmark-mark" or Strong,
    /// How many sources report the event.
    Event = "event" or Dim,
    /// Words that a bookmark keeps.
    Bookmark = "bookmark" or Strong,
    /// A quotation.
    Quotation = "quotation" or Text,
    /// A figure.
    Figure = "figure" or Text,
    /// A name.
    Name = "name" or Text,
    /// A heading inside the body.
    Subhead = "subhead" or Strong,
    /// Text of the page that is not in the body.
    Dropped = "dropped" or Dim,
    /// Letters or words that were searched for.
    SearchHit = "search-hit" or Selection,
    /// Letters of a list that a filter found.
    FilterHit = "filter-hit" or SearchHit,
    /// The hit or the difference that the keys are on.
    SearchHitCurrent = "search-hit-current" or SearchHit,
    /// The gutter of a row that both sides have.
    Aligned = "aligned" or Dim,
    /// The gutter of a row that only the left side has.
    LeftOnly = "left-only" or Strong,
    /// The gutter of a row that only the right side has.
    RightOnly = "right-only" or Strong,
    /// The gutter of a row that stands elsewhere on the other side.
    Moved = "moved" or Aligned,
    /// The gutter of a row whose match is not certain.
    Weak = "weak" or Aligned,
    /// Words that differ in wording alone.
    Wording = "wording" or Text,
    /// A quotation worded otherwise on the other side.
    QuoteChanged = "quote-changed" or Strong,
    /// A figure that differs from the other side's.
    FigureChanged = "figure-changed" or Strong,
    /// A name that the other side's passage lacks.
    NameChanged = "name-changed" or Wording,
    /// A negation or hedge that the other side's passage lacks.
    Negation = "negation" or Strong,
    /// A verdict: both say the same.
    VerdictSame = "verdict-same" or Dim,
    /// A verdict: both can be true.
    VerdictCompatible = "verdict-compatible" or Text,
    /// A verdict: the two differ.
    VerdictDiffers = "verdict-differs" or Strong,
    /// The scrollbar's or minimap's track.
    Track = "track" or Border,
    /// The scrollbar's or minimap's part that is shown.
    Thumb = "thumb" or Dim,
    /// The line at the foot of the screen.
    StatusLine = "status-line" or Dim,
    /// A key in the footer or in help.
    KeyHint = "key-hint" or Strong,
    /// A message that all went well.
    Success = "success" or Text,
    /// A message that something went wrong.
    Error = "error" or Strong,
    /// Text being typed.
    Input = "input" or Text,
}

/// A style for every role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    name: String,
    styles: Vec<Option<Style>>,
}

impl Theme {
    /// A theme that styles nothing.
    #[must_use]
    pub fn plain(name: &str) -> Self {
        Self { name: name.to_owned(), styles: vec![None; Role::ALL.len()] }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The style of a role, or of the nearest one that stands in for it.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        let own = self.styles.get(role as usize).copied().flatten();
        match (own, role.fallback()) {
            (Some(style), _) => style,
            (None, Some(fallback)) => self.style(fallback),
            (None, None) => Style::new(),
        }
    }

    /// Sets the style of a role.
    pub fn set(&mut self, role: Role, style: Style) {
        if let Some(own) = self.styles.get_mut(role as usize) {
            *own = Some(style);
        }
    }
}

/// The themes there are, and which one is in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Themes {
    /// Never empty.
    all: Vec<Theme>,
    current: usize,
    plain: Theme,
}

impl Themes {
    /// The built-in themes; the first one is in use.
    #[must_use]
    pub fn built_in() -> Self {
        Self { all: builtin::themes().0, current: 0, plain: Theme::plain("plain") }
    }

    /// The theme in use.
    #[must_use]
    pub fn current(&self) -> &Theme {
        self.all.get(self.current).unwrap_or(&self.plain)
    }

    /// Uses the next theme.
    pub fn cycle(&mut self) {
        self.current = (self.current + 1) % self.all.len().max(1);
    }

    /// Uses the theme of this name; `false` when there is none.
    pub fn choose(&mut self, name: &str) -> bool {
        let found = self.all.iter().position(|theme| theme.name == name);
        self.current = found.unwrap_or(self.current);
        found.is_some()
    }

    /// Adds a theme; one of the same name that is there already goes.
    pub fn add(&mut self, theme: Theme) {
        match self.all.iter_mut().find(|known| known.name == theme.name) {
            Some(known) => *known = theme,
            None => self.all.push(theme),
        }
    }

    /// The names of all themes, the reader's own behind the built-in ones.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.all.iter().map(Theme::name).collect()
    }

    /// Leaves the themes that a terminal of so many colours can show, in colours that it has.
    #[must_use]
    pub fn within(mut self, depth: Depth) -> Self {
        match depth {
            Depth::True => {}
            Depth::Indexed => self.all = self.all.into_iter().map(Theme::indexed).collect(),
            Depth::Sixteen => {
                self.all.retain(Theme::is_plain);
                self.current = 0;
            }
        }
        self
    }

    /// Leaves this theme alone, for terminals that must not be given colours.
    #[must_use]
    pub fn only(mut self, name: &str) -> Self {
        self.all.retain(|theme| theme.name == name);
        self.current = 0;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_ends_at_the_text_role() {
        for &role in Role::ALL {
            let mut last = role;
            for _ in 0..Role::ALL.len() {
                last = last.fallback().unwrap_or(last);
            }
            assert_eq!(last, Role::Text, "{}", role.name());
        }
    }

    #[test]
    fn a_role_without_a_style_uses_its_fallback() {
        let mut theme = Theme::plain("test");
        theme.set(Role::Strong, Style::new().bold());
        assert_eq!(theme.style(Role::FigureChanged), Style::new().bold());
        assert_eq!(theme.style(Role::Dim), Style::new());
    }
}
