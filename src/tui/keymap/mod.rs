//! The key map: one trie of key sequences for each context, and what a key typed so far leads to.

pub mod keyboard;
pub mod list;
pub mod load;
pub mod notation;

use std::collections::{BTreeMap, BTreeSet};

pub use keyboard::{Keyboard, Press};
pub use notation::{Code, Key};

use crate::tui::action::Action;

/// Where keys are pressed. A screen's context comes before [`Context::Global`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere.
    Global,
    /// The library screen.
    Library,
    /// The reader.
    Reader,
    /// The reader while a passage is being selected.
    Visual,
    /// The compare screen.
    Compare,
    /// The event sheet.
    Event,
    /// The bookmarks screen.
    Bookmarks,
    /// A list or a text laid over the screen.
    Overlay,
}

impl Context {
    /// All contexts, with their names in key map files.
    pub const ALL: &[(Self, &str)] = &[
        (Self::Global, "global"),
        (Self::Library, "library"),
        (Self::Reader, "reader"),
        (Self::Visual, "visual"),
        (Self::Compare, "compare"),
        (Self::Event, "event"),
        (Self::Bookmarks, "bookmarks"),
        (Self::Overlay, "overlay"),
    ];

    /// The context of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(context, _)| *context)
    }

    /// The name in key map files.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(context, _)| *context == self).map_or("", |(_, name)| name)
    }

    /// Whether the keys of two different contexts can work at the same time.
    fn works_beside(self, other: Self) -> bool {
        let pair = [self, other];
        self != other && (pair.contains(&Self::Global) || (pair.contains(&Self::Reader) && pair.contains(&Self::Visual)))
    }

    /// Where that is, in words.
    #[must_use]
    pub fn describe(self) -> &'static str {
        match self {
            Self::Global => "everywhere",
            Self::Library => "in the library",
            Self::Reader => "in the reader",
            Self::Visual => "in the reader, while a passage is being selected",
            Self::Compare => "in a comparison",
            Self::Event => "on the event sheet",
            Self::Bookmarks => "in the list of bookmarks",
            Self::Overlay => "in a box laid over the screen",
        }
    }
}

/// What a key leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Leaf(Action),
    Branch(BTreeMap<Key, Node>),
}

impl Default for Node {
    fn default() -> Self {
        Self::Branch(BTreeMap::new())
    }
}

/// What the keys typed so far lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// An action.
    Matched(Action),
    /// More keys are needed.
    Pending,
    /// Nothing.
    Unbound,
}

/// The keys of every context.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    contexts: BTreeMap<Context, Node>,
    /// The same bindings in the order in which they were made: an action's first key is the one that hints name.
    bound: Vec<(Context, Vec<Key>, Action)>,
    /// Where actions work, with keys or without.
    works: BTreeSet<(Context, Action)>,
}

/// A binding that another one makes unreachable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    /// What the keys, their beginning or their continuation mean already.
    pub with: Action,
}

impl Keymap {
    /// Binds a sequence.
    ///
    /// # Errors
    /// Refuses a sequence that is bound already, or begins or continues a bound one, here or in a context whose keys work at the same time.
    /// There the very same sequence may stand: the screen's own key comes first.
    pub fn bind(&mut self, context: Context, keys: &[Key], action: Action) -> Result<(), Conflict> {
        let meets = |bound: &[Key]| bound.starts_with(keys) || keys.starts_with(bound);
        let here = self.bound.iter().find(|(at, bound, _)| *at == context && meets(bound));
        let beside = || self.bound.iter().find(|(at, bound, _)| context.works_beside(*at) && bound != keys && meets(bound));
        if let Some((.., with)) = here.or_else(beside) {
            return Err(Conflict { with: *with });
        }
        let mut node = self.contexts.entry(context).or_default();
        for key in keys {
            match node {
                Node::Leaf(with) => return Err(Conflict { with: *with }),
                Node::Branch(next) => node = next.entry(*key).or_default(),
            }
        }
        *node = Node::Leaf(action);
        self.bound.push((context, keys.to_vec(), action));
        self.works.insert((context, action));
        Ok(())
    }

    /// Takes all keys from an action in a context.
    pub fn unbind(&mut self, context: Context, action: Action) {
        self.bound.retain(|(bound_in, _, bound)| (*bound_in, *bound) != (context, action));
        if let Some(node) = self.contexts.get_mut(&context) {
            node.prune(action);
        }
    }

    /// What the keys lead to: the first context that knows them decides.
    #[must_use]
    pub fn lookup(&self, contexts: &[Context], keys: &[Key]) -> Lookup {
        for node in contexts.iter().filter_map(|context| self.contexts.get(context)) {
            match node.follow(keys) {
                Some(Node::Leaf(action)) => return Lookup::Matched(*action),
                Some(Node::Branch(next)) if !next.is_empty() => return Lookup::Pending,
                _ => {}
            }
        }
        Lookup::Unbound
    }

    /// All bindings of a context, in the order in which they were made.
    pub fn bindings(&self, context: Context) -> impl Iterator<Item = (&[Key], Action)> {
        self.bound.iter().filter(move |(bound_in, ..)| *bound_in == context).map(|(_, keys, action)| (keys.as_slice(), *action))
    }

    /// Whether an action works in a context, be it without a key.
    #[must_use]
    pub fn works(&self, context: Context, action: Action) -> bool {
        self.works.contains(&(context, action))
    }

    /// The key sequences of an action in one context, the usual one first.
    #[must_use]
    pub fn own_keys(&self, context: Context, action: Action) -> Vec<&[Key]> {
        self.bindings(context).filter(|(_, bound)| *bound == action).map(|(keys, _)| keys).collect()
    }

    /// What may follow the keys typed so far; a key is given to the first context that knows it.
    #[must_use]
    pub fn continuations(&self, contexts: &[Context], keys: &[Key]) -> Vec<(Vec<Key>, Action)> {
        let mut found: Vec<(Vec<Key>, Action)> = Vec::new();
        for (sequence, action) in contexts.iter().flat_map(|&context| self.bindings(context)) {
            let Some(rest) = sequence.strip_prefix(keys).filter(|rest| !rest.is_empty()) else { continue };
            if !found.iter().any(|(known, _)| known == rest) {
                found.push((rest.to_vec(), action));
            }
        }
        found
    }

    /// The key sequences of an action in these contexts that are not hidden by an earlier context, the usual one first.
    #[must_use]
    pub fn keys_of(&self, contexts: &[Context], action: Action) -> Vec<&[Key]> {
        let own = contexts.iter().flat_map(|&context| self.bindings(context)).filter(|(_, bound)| *bound == action);
        own.map(|(keys, _)| keys).filter(|keys| self.lookup(contexts, keys) == Lookup::Matched(action)).collect()
    }
}

impl Node {
    fn follow(&self, keys: &[Key]) -> Option<&Self> {
        keys.iter().try_fold(self, |node, key| match node {
            Self::Leaf(_) => None,
            Self::Branch(next) => next.get(key),
        })
    }

    fn first_action(&self) -> Option<Action> {
        match self {
            Self::Leaf(action) => Some(*action),
            Self::Branch(next) => next.values().find_map(Self::first_action),
        }
    }

    fn prune(&mut self, action: Action) {
        if let Self::Branch(next) = self {
            for node in next.values_mut() {
                node.prune(action);
            }
            next.retain(|_, node| !matches!(node, Self::Leaf(bound) if *bound == action) && node.first_action().is_some());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::notation::parse;
    use super::*;

    fn keymap() -> Keymap {
        let mut keymap = Keymap::default();
        for (context, keys, action) in [
            (Context::Global, "gg", Action::GoTop),
            (Context::Global, "j", Action::MoveDown),
            (Context::Reader, "gr", Action::PageAsSaved),
            (Context::Reader, "j", Action::NextParagraph),
        ] {
            keymap.bind(context, &parse(keys).unwrap(), action).unwrap();
        }
        keymap
    }

    fn look(contexts: &[Context], keys: &str) -> Lookup {
        keymap().lookup(contexts, &parse(keys).unwrap())
    }

    #[test]
    fn the_screen_comes_before_the_rest() {
        let here = [Context::Reader, Context::Global];
        assert_eq!(look(&here, "j"), Lookup::Matched(Action::NextParagraph));
        assert_eq!(look(&[Context::Library, Context::Global], "j"), Lookup::Matched(Action::MoveDown));
        assert_eq!(look(&here, "g"), Lookup::Pending);
        assert_eq!(look(&here, "gg"), Lookup::Matched(Action::GoTop));
        assert_eq!(look(&here, "gr"), Lookup::Matched(Action::PageAsSaved));
        assert_eq!(look(&here, "gx"), Lookup::Unbound);
    }

    #[test]
    fn sequences_that_hide_each_other_are_refused() {
        let mut keymap = keymap();
        for (context, keys) in [(Context::Global, "gg"), (Context::Global, "g"), (Context::Library, "g"), (Context::Library, "ggx")] {
            let refused = keymap.bind(context, &parse(keys).unwrap(), Action::Help);
            assert_eq!(refused, Err(Conflict { with: Action::GoTop }), "{keys}");
        }
        assert_eq!(keymap.bind(Context::Library, &parse("gr").unwrap(), Action::Help), Ok(()), "the reader is elsewhere");
        assert!(keymap.bind(Context::Visual, &parse("g").unwrap(), Action::Help).is_err(), "the reader's keys work there, too");
    }

    #[test]
    fn what_may_follow() {
        let next = keymap().continuations(&[Context::Reader, Context::Global], &parse("g").unwrap());
        assert_eq!(next, [(parse("r").unwrap(), Action::PageAsSaved), (parse("g").unwrap(), Action::GoTop)]);
    }

    #[test]
    fn an_unbound_action_leaves_no_dead_prefix() {
        let mut keymap = keymap();
        keymap.unbind(Context::Reader, Action::PageAsSaved);
        assert_eq!(keymap.lookup(&[Context::Reader], &parse("g").unwrap()), Lookup::Unbound);
    }
}
