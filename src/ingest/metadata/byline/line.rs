//! One line cut into words, and the names and cues that stand in it.

use crate::text::fold::{key, push_key};
use crate::text::span::{Span, before};
use crate::text::token::{Token, TokenKind, each_token};

use super::words::{DATE_CUES, DESKS, INSIDE_DESKS, JOINERS, PARTICLES, ROLES, cues_from, ends_desk, ends_name, stands_by_names};
use super::{Byline, agency_among, seam, unshout, without_agencies};
use crate::ingest::agency::is_agency;
use crate::ingest::metadata::date::{Written, written_dates};
use crate::ingest::metadata::source::without_outlet;

/// The most words and marks of a line with a date and a name behind it.
const LONGEST_DATED: usize = 24;

/// The most words of names on a line of their own.
const MOST_LONE_WORDS: usize = 8;

/// The most words of a byline that no word announces.
const LONGEST_UNCUED: usize = 16;

/// The words of one line; words glued together (`SmithJune`) are taken apart.
#[derive(Debug)]
pub(in crate::ingest) struct Line<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// The folded words, one after the other, and where each of them ends.
    folded: String,
    ends: Vec<usize>,
}

impl<'a> Line<'a> {
    /// Cuts a block into its words.
    pub(in crate::ingest) fn of(text: &'a str) -> Self {
        let some = text.len() / 5 + 1;
        let mut line =
            Self { text, tokens: Vec::with_capacity(some), folded: String::with_capacity(text.len()), ends: Vec::with_capacity(some) };
        for Token { span, kind } in each_token(text) {
            let at = if kind == TokenKind::Word { seam(span.of(text)) } else { None };
            let cut = at.map_or(span.end, |at| span.start + at);
            line.push(Token { span: Span::new(span.start, cut), kind });
            if cut < span.end {
                line.push(Token { span: Span::new(cut, span.end), kind });
            }
        }
        line
    }

    fn push(&mut self, token: Token) {
        push_key(token.span.of(self.text), &mut self.folded);
        self.ends.push(self.folded.len());
        self.tokens.push(token);
    }

    /// Reads the line as a byline, given the dates in it; `None` when it is none.
    pub(in crate::ingest) fn byline(&self, dates: &[Written]) -> Option<Byline> {
        if let Some(start) = self.cue() {
            let all = self.names(start);
            let (agency, names) = (agency_among(&all, self.text), without_agencies(all));
            return (!names.is_empty()).then_some(Byline { names, agency, has_cue: true });
        }
        // Without a cue only a name followed by a date, and little else, is a byline.
        let date = dates.first()?.span.start;
        let cut = self.date_cue().map_or(date, |cue| cue.min(date));
        let head = without_outlet(before(self.text, cut));
        let bracket = head.split_once('(').and_then(|(head, rest)| Some((head, rest.split_once(')')?.0)));
        let credit = bracket.filter(|(_, name)| is_agency(name));
        let all = Self::of(credit.map_or(head, |(head, _)| head)).names_and_roles()?;
        let agency = credit.map(|(_, name)| name.to_owned()).or_else(|| agency_among(&all, self.text));
        let is_short = self.text.split_whitespace().nth(LONGEST_UNCUED).is_none();
        (is_short && cut > 0).then(|| Byline { names: without_agencies(all), agency, has_cue: false })
    }

    /// The names of a line that is names and nothing else.
    pub(in crate::ingest) fn lone_names(&self) -> Option<Vec<String>> {
        self.names_alone().map(without_agencies)
    }

    /// Whether a line is names and nothing else.
    pub(in crate::ingest) fn is_lone_names(&self) -> bool {
        self.names_alone().is_some()
    }

    fn names_alone(&self) -> Option<Vec<String>> {
        let mut words = (0..self.tokens.len()).filter(|&at| self.tokens[at].kind == TokenKind::Word);
        // A name is two words at least.
        let is_short = words.clone().nth(1).is_some() && words.clone().nth(MOST_LONE_WORDS).is_none();
        let may_be_named = |at: usize| self.word(at).starts_with(char::is_uppercase) || stands_by_names(self.key(at));
        if is_short && words.all(may_be_named) { self.all_names() } else { None }
    }

    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn key(&self, at: usize) -> &str {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(at).map_or("", |&end| Span::new(start, end).of(&self.folded))
    }

    /// The place after the cue that makes this a byline.
    pub(super) fn cue(&self) -> Option<usize> {
        let starts = self.tokens.iter().enumerate().filter(|(at, token)| {
            let begins =
                *at == 0 || !matches!(self.tokens[at - 1].kind, TokenKind::Word) || self.follows_date_cue(*at) || self.word(*at) == "By";
            token.kind == TokenKind::Word && begins
        });
        starts.map(|(at, _)| at).find_map(|at| {
            cues_from(self.key(at)).find_map(|cue| {
                let matches = cue.split(' ').enumerate().all(|(n, word)| self.key(at + n) == word);
                let mut next = at + cue.split(' ').count();
                let has_colon = self.word(next) == ":";
                next += usize::from(has_colon);
                // `author` and the like are a cue only with a colon or a name right behind; `by` in the middle of prose is none.
                let stands_out = || at == 0 || has_colon || self.word(at).starts_with(char::is_uppercase) || self.follows_date(at);
                (matches && self.starts_name(next) && stands_out()).then_some(next)
            })
        })
    }

    /// Whether the word stands behind a date or its cue in a line that is not prose: `Created 5 February 2024 by Jane Smith`.
    fn follows_date(&self, at: usize) -> bool {
        let is_line = self.tokens.len() <= LONGEST_DATED;
        let is_number = || at > 0 && self.tokens[at - 1].kind == TokenKind::Number;
        is_line
            && ((at == 1 && self.follows_date_cue(at))
                || (is_number() && !written_dates(before(self.text, self.tokens[at].span.start)).is_empty()))
    }

    fn follows_date_cue(&self, at: usize) -> bool {
        at > 0 && DATE_CUES.contains(&self.key(at - 1))
    }

    /// The byte where a word such as `Published` stands.
    fn date_cue(&self) -> Option<usize> {
        (0..self.tokens.len()).find(|&at| DATE_CUES.contains(&self.key(at))).map(|at| self.tokens[at].span.start)
    }

    /// Names from a place on, until something that is no name.
    fn names(&self, from: usize) -> Vec<String> {
        self.read_names(from).0
    }

    /// The names of a line that holds nothing else; single names are too often something else.
    fn all_names(&self) -> Option<Vec<String>> {
        let (names, end) = self.read_names(0);
        let rest_is_marks = self.tokens.iter().skip(end).all(|token| token.kind == TokenKind::Mark);
        let plausible = names.iter().all(|name| (2..=4).contains(&name.split(' ').count()));
        (!names.is_empty() && rest_is_marks && plausible).then_some(names)
    }

    /// The names of a line that holds nothing else but what they are: `Jane Smith, Correspondent`.
    fn names_and_roles(&self) -> Option<Vec<String>> {
        let (names, end) = self.read_names(0);
        let is_role = |at: usize| ROLES.contains(&self.key(at));
        let has_rest = (end..self.tokens.len()).any(|at| self.tokens[at].kind != TokenKind::Mark && !is_role(at));
        let plausible = names.iter().all(|name| (2..=4).contains(&name.split(' ').count()));
        (!names.is_empty() && !has_rest && plausible).then_some(names)
    }

    /// The place after a role and the joiner behind it, from the joiner before it on: `, Political Editor, and`.
    fn behind_role(&self, joiner: usize) -> Option<usize> {
        let is_word = |at: &usize| self.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Word);
        let end = (joiner..joiner + MOST_ROLE_WORDS).take_while(is_word).find(|&at| ROLES.contains(&self.key(at)))? + 1;
        let next = self.joiner(end).0;
        (next > end).then_some(next)
    }

    /// The names from a place on, and the place after them.
    pub(super) fn read_names(&self, from: usize) -> (Vec<String>, usize) {
        let mut names: Vec<String> = Vec::new();
        let (mut at, mut joined_by_and) = (from, false);
        while let Some((name, next)) = self.name_at(at) {
            let folded = key(&name);
            let is_desk = DESKS.iter().any(|desk| folded.ends_with(desk));
            let is_known = names.iter().any(|known| key(known) == folded);
            match names.last_mut() {
                // A desk is no person: it stays with the name it is joined to, in the byline's own words.
                Some(last) if is_desk && joined_by_and => *last = format!("{last} and {name}"),
                _ if is_known => {}
                _ => names.push(name),
            }
            at = next;
            let joiner = self.joiner(at);
            joined_by_and = joiner.1;
            let behind_role = || self.behind_role(joiner.0).filter(|next| self.name_at(*next).is_some());
            if joiner.0 == at {
                if !self.starts_name(at) {
                    break;
                }
            } else if self.name_at(joiner.0).is_some() {
                at = joiner.0;
            } else if let Some(next) = behind_role() {
                (at, joined_by_and) = (next, false);
            } else {
                break;
            }
        }
        (names, at)
    }

    /// The place after a comma, `and` and the like, and whether a word joined.
    fn joiner(&self, at: usize) -> (usize, bool) {
        let mut next = at;
        let mut by_word = false;
        while next < self.tokens.len() && next < at + 2 {
            let is_word = JOINERS.contains(&self.key(next));
            if !is_word && !matches!(self.word(next), "," | ";" | "&" | "/" | "|" | "•" | "·") {
                break;
            }
            by_word |= is_word || self.word(next) == "&";
            next += 1;
        }
        (next, by_word)
    }

    fn starts_name(&self, at: usize) -> bool {
        self.is_name_word(at) || (self.key(at) == "the" && self.desk_end(at).is_some())
    }

    /// A capitalised word that is no month, weekday, role or menu word.
    fn is_name_word(&self, at: usize) -> bool {
        let word = self.word(at);
        word.starts_with(char::is_uppercase) && !self.is_address(at) && self.tokens[at].kind == TokenKind::Word && !ends_name(self.key(at))
    }

    /// One name from a place on: capitalised words, initials, particles, hyphens; or a desk.
    fn name_at(&self, from: usize) -> Option<(String, usize)> {
        if let Some(end) = self.desk_end(from) {
            return Some((self.between(from, end), end));
        }
        let mut end = from;
        let mut words = 0;
        while end < self.tokens.len() && words < MOST_NAME_WORDS {
            if end > from && self.is_glued(end) {
                break;
            }
            if self.is_name_word(end) {
                words += 1;
                end += 1;
                end += usize::from(self.is_initial_stop(end));
                end += usize::from(self.word(end) == "-" && self.touches(end) && self.is_name_word_or_none(end + 1));
            } else if self.particles(end) > 0 && self.is_name_word_or_none(end + self.particles(end)) {
                end += 1;
            } else {
                break;
            }
        }
        // `Ship24` is one word.
        let is_cut = self.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Number) && end > from && self.touches(end);
        (words > 0 && !is_cut).then(|| (unshout(&self.between(from, end)), end))
    }

    fn is_name_word_or_none(&self, at: usize) -> bool {
        at < self.tokens.len() && self.is_name_word(at)
    }

    /// How many particles stand at a place: `de la`.
    fn particles(&self, at: usize) -> usize {
        (at..self.tokens.len()).take_while(|&at| PARTICLES.contains(&self.word(at))).count()
    }

    /// Whether the word at a place was glued to the one before it.
    fn is_glued(&self, at: usize) -> bool {
        self.touches(at) && self.tokens[at - 1].kind == TokenKind::Word && self.tokens[at].kind == TokenKind::Word
    }

    /// Whether no blank stands before the token at a place.
    fn touches(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| self.tokens[at - 1].span.end == token.span.start)
    }

    /// Whether the word at a place is the beginning of an address (`Example.com`).
    fn is_address(&self, at: usize) -> bool {
        self.word(at + 1) == "." && self.touches(at + 1) && self.touches(at + 2) && self.word(at + 2).starts_with(char::is_lowercase)
    }

    /// Whether the mark at a place is the stop of an initial (`J. Smith`) or of `Jr.`.
    fn is_initial_stop(&self, at: usize) -> bool {
        let word = self.word(at.saturating_sub(1));
        self.word(at) == "." && (word.chars().count() == 1 || matches!(word, "Jr" | "Sr" | "St" | "Dr"))
    }

    /// The end of a desk's name that starts at a place: `The Harbour Post news desk`, `Reuters staff`.
    fn desk_end(&self, from: usize) -> Option<usize> {
        let limit = self.tokens.len().min(from + 8);
        let is_inside = |at: usize| self.is_name_word(at) || INSIDE_DESKS.contains(&self.key(at));
        let end = (from..limit).find(|&at| ends_desk(self.key(at)))? + 1;
        let named = key(&self.between(from, end));
        let is_desk =
            DESKS.iter().any(|desk| named.ends_with(desk)) && (from..end - 1).all(|at| is_inside(at) || DESKS.contains(&self.key(at)));
        (is_desk && end > from + 1).then_some(end)
    }

    fn between(&self, from: usize, end: usize) -> String {
        match (self.tokens.get(from), self.tokens.get(end.saturating_sub(1))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end).of(self.text).to_owned(),
            _ => String::new(),
        }
    }
}

/// The most words of one name.
const MOST_NAME_WORDS: usize = 5;

/// The most words of a role.
const MOST_ROLE_WORDS: usize = 4;
