//! What can be asked for on the command line.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::page;
use crate::article::Published;
use crate::ingest::Format;

/// A terminal reader for saved news that lays two reports of one event side by side.
#[derive(Debug, Parser)]
#[command(
    name = "parallax",
    version,
    after_help = "\
Examples:
  parallax                          open the library
  parallax add ~/news               bring in all saved pages and feeds of a folder
  parallax compare left.txt right.txt
  parallax events ~/news --json     which reports tell of the same event

Data goes to standard output, messages to standard error. Exit code 0: done; 1: some of it failed, or had
to be cleaned of escape codes; 2: wrong usage."
)]
pub struct Arguments {
    /// What to do; without one, the library opens.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Colours: auto (on a terminal, unless `NO_COLOR` is set), always or never.
    #[arg(long, value_enum, global = true, default_value_t, value_name = "WHEN", hide_possible_values = true)]
    pub color: Color,
    /// Text, one thing below the other, instead of a screen: for screen readers, and to look at without leaving the shell.
    #[arg(long, global = true)]
    pub plain: bool,
}

impl Arguments {
    /// Reads the command line; what is wrong with it is said with the usage.
    ///
    /// # Errors
    /// For a wrong command line, and for `--help` and `--version`.
    pub fn read() -> Result<Self, clap::Error> {
        let arguments = Self::try_parse()?;
        let Some((name, kind, reason)) = arguments.command.as_ref().and_then(Command::misuse) else { return Ok(arguments) };
        let mut program = Self::command();
        program.build();
        let command = program.find_subcommand_mut(name);
        Err(command.map_or_else(|| clap::Error::raw(kind, reason), |command| command.error(kind, reason)))
    }

    /// The exit code of a run that could not be carried out: 1 would tell `compare --exit-code` of discrepancies.
    #[must_use]
    pub fn failure_code(&self) -> u8 {
        match &self.command {
            Some(Command::Compare(Compare { exit_code: true, .. })) => 2,
            _ => 1,
        }
    }
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Bring saved pages into the library.
    Add(Add),
    /// List the articles of the library, newest first.
    List(List),
    /// Print articles, cleaned.
    Show(Show),
    /// Lay reports of one event side by side.
    Compare(Compare),
    /// Tell which articles report the same event.
    Events(Events),
    /// Search the full text of the library.
    Search(Search),
    /// List, export, verify and import the kept passages.
    Bookmarks(Bookmarks),
    /// Correct title, source or date of an article.
    Edit(Edit),
    /// Look the library over, and mend its index.
    Doctor(Doctor),
    /// Print every action of the screens with its keys.
    Keys(Keys),
    /// Print or check the reader's own settings.
    Config(ConfigArguments),
    /// Print where library and settings lie.
    Paths,
    /// Print what makes a shell complete commands, options and names.
    Completions(Completions),
    /// Print the manual page, of all or of one command.
    Man(Man),
}

impl Command {
    /// What is wrong that no single argument shows, after the command's name.
    fn misuse(&self) -> Option<(&'static str, ErrorKind, &'static str)> {
        let (name, pages) = match self {
            Self::Add(Add { paths, .. }) => ("add", paths),
            Self::Events(Events { paths, .. }) => ("events", paths),
            Self::Show(Show { pages, .. }) => ("show", pages),
            Self::Compare(Compare { pages, .. }) => ("compare", pages),
            _ => return None,
        };
        if name == "compare" && pages.len() < 2 {
            return Some((name, ErrorKind::TooFewValues, "two reports are needed"));
        }
        let is_read_twice = pages.iter().filter(|path| page::is_standard_input(&page::named(path).0)).count() > 1;
        is_read_twice.then_some((name, ErrorKind::ArgumentConflict, "standard input (-) can be read only once"))
    }
}

/// How pages are read.
#[derive(Debug, Clone, Copy, Args)]
pub struct Reading {
    /// Treat every paragraph as body: drop nothing.
    #[arg(long)]
    pub keep_all: bool,
    /// How the files are written, where their content does not tell: dump (a page as plain text), html, markdown, feed (RSS, Atom, JSON), or
    /// text (clean: a title, a blank line, the report).
    #[arg(long = "as", value_enum, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<FormatName>,
}

/// The names of formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatName {
    /// The plain text of a crawled page.
    Dump,
    /// HTML or XHTML.
    Html,
    /// Markdown, with front matter or without.
    Markdown,
    /// RSS, Atom, JSON Feed, JSON or JSON lines.
    Feed,
    /// Clean text: a title, a blank line, the report.
    Text,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Dump => Self::Dump,
            FormatName::Html => Self::Html,
            FormatName::Markdown => Self::Markdown,
            FormatName::Feed => Self::Feed,
            FormatName::Text => Self::Text,
        }
    }
}

/// `parallax add`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax add page.html            one page
  parallax add ~/news               a folder and all folders in it
  parallax add feed.xml crawl.jsonl every article of a feed and of a crawler's file
  parallax add https://post.example/pier https://post.example/feed.xml
                                    a page and a feed from the web; what did not change is not sent again
  curl -s URL | parallax add -      a page or a feed from standard input
  parallax add --as text note.txt   a title, a blank line, the report: all of it is kept

What a file is, its content tells, not its name: plain text of crawled pages, HTML (also of SingleFile),
MHTML, Markdown, RSS, Atom, JSON Feed, JSON, JSON lines, and any of these packed with gzip.

A page may have more whole stories than its main one: a live blog, a page of news. They are added as well, as
page.html#2 and so on; teasers and readers' comments are not stories.")]
pub struct Add {
    /// Saved pages, feeds, files of crawlers, folders, addresses in the web, or `-` for standard input.
    #[arg(required = true, value_name = "PATH|URL")]
    pub paths: Vec<PathBuf>,
    /// How the files are written, where their content does not tell: dump (a page as plain text), html, markdown, feed (RSS, Atom, JSON), or
    /// text (clean: a title, a blank line, the report).
    #[arg(long = "as", value_enum, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<FormatName>,
    /// Of a page with several whole stories (a live blog, a page of news), only the main one.
    #[arg(long)]
    pub main_only: bool,
}

/// `parallax list`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax list --since 2024-03-01 --source reuters
  parallax list --json | jq -r .title")]
pub struct List {
    /// Only those published on or after this day (YYYY-MM-DD).
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub since: Option<Date>,
    /// Only those published on or before this day (YYYY-MM-DD).
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub until: Option<Date>,
    /// Only from sources whose name contains this, case and accents aside.
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    /// Only reports of this event, by its number in `parallax events`.
    #[arg(long, value_name = "NUMBER", value_parser = event)]
    pub event: Option<i64>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `parallax show`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax show report.txt          the report, without what the page has besides
  parallax show --raw report.txt    the whole page, with the reason before each dropped block
  parallax show feed.xml            every article of a feed; feed.xml#3 is the third alone
  parallax show page.html#2         another whole story of a page; page.html is its main one
  parallax show 3f2a91c0            an article of the library, by the first digits of its id")]
pub struct Show {
    /// Files, one of the articles of a file (`FILE#3`), ids of articles in the library (four digits at least), or `-` for standard input.
    #[arg(required = true, value_name = "FILE|ID")]
    pub pages: Vec<PathBuf>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    /// The page block by block, with the reason before what was dropped.
    #[arg(long, conflicts_with = "json")]
    pub raw: bool,
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would print it")]
    pub reading: Reading,
}

/// `parallax compare`
#[derive(Debug, Args)]
#[command(override_usage = "parallax compare [OPTIONS] <FILE|ID> <FILE|ID>...")]
#[command(after_help = "\
Examples:
  parallax compare left.txt right.txt            on the screen; as text where there is no terminal
  parallax compare --exit-code left.txt right.txt && echo they agree
  parallax compare page.html feed.xml#3          with the third article of a feed
  parallax compare --json a.txt b.txt c.txt      one line for every pair
  parallax compare --markdown a.txt b.txt >> notes.md
  parallax compare --html evidence.html a.txt b.txt
                                                 one page, to read, print or send; it needs no network")]
pub struct Compare {
    /// Two or more files, articles of a file (`FILE#3`), ids of articles in the library, or `-` for standard input.
    #[arg(value_name = "FILE|ID")]
    pub pages: Vec<PathBuf>,
    /// One JSON object a line, one line for every pair.
    #[arg(long, group = "form")]
    pub json: bool,
    /// Markdown with tables; of three reports and more with the event sheet.
    #[arg(long, group = "form")]
    pub markdown: bool,
    /// A page of HTML into a file (`-` for standard output) that is whole in itself: to read, print or send.
    #[arg(long, value_name = "FILE", group = "form")]
    pub html: Option<PathBuf>,
    /// Exit with 0 for no discrepancy, 1 for some, 2 for trouble.
    #[arg(long)]
    pub exit_code: bool,
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would print it")]
    pub reading: Reading,
}

/// `parallax events`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax events                   the library's events
  parallax events ~/news --json     those of a folder, which stays out of the library
  parallax events feed.xml          those of a feed, its articles named feed.xml#1, feed.xml#2 …")]
pub struct Events {
    /// Files and folders; without any, the library.
    pub paths: Vec<PathBuf>,
    /// One JSON array.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would print it")]
    pub reading: Reading,
}

/// `parallax search`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax search old quay                       both words, anywhere
  parallax search '\"old quay\" -ferry'          a phrase, and a word that must not be there
  parallax search 'quay OR pier harb*'           either word, and a word that begins so
  parallax search 'quay source:post after:2024-02 is:unread' --json

source: author: title: take a word or a phrase; before: after: since: until: on: a year, a month or a day
(2024, 2024-02, 2024-02-01); event: a number; is: read, unread or starred; has: bookmark. Case and accents
make no difference. The best answers come first.")]
pub struct Search {
    /// What to look for, in quotation marks of the shell where a word has a minus before it.
    #[arg(required = true)]
    pub query: Vec<String>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    /// The most articles to print.
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    pub limit: usize,
}

/// `parallax bookmarks`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
#[command(after_help = "\
Examples:
  parallax bookmarks                                all of them, newest first
  parallax bookmarks --tag ferry
  parallax bookmarks export > evidence.md           Markdown; a pair is a table of evidence
  parallax bookmarks export --json-ld -o kept.jsonld
  parallax bookmarks import kept.jsonld             on another machine; a second time changes nothing
  parallax bookmarks verify || echo some evidence is gone")]
pub struct Bookmarks {
    /// What to do with them; without it they are listed.
    #[command(subcommand)]
    pub command: Option<BookmarksCommand>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would print it")]
    pub list: BookmarksList,
}

/// What to do with the bookmarks.
#[derive(Debug, Subcommand)]
pub enum BookmarksCommand {
    /// Print them, newest first.
    List(BookmarksList),
    /// Write them for other programs.
    Export(BookmarksExport),
    /// Look every passage up in its page: intact, moved, altered or missing.
    Verify(BookmarksVerify),
    /// Bring in bookmarks that were exported with --json-ld.
    Import(BookmarksImport),
}

/// `parallax bookmarks list`
#[derive(Debug, Args)]
pub struct BookmarksList {
    /// Only those with this tag, case and accents aside.
    #[arg(long)]
    pub tag: Option<String>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `parallax bookmarks export`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax bookmarks export > evidence.md
  parallax bookmarks export --csv -o highlights.csv     to be imported by Readwise, or opened in a spreadsheet
  parallax bookmarks export --json-ld -o kept.jsonld    W3C Web Annotations; parallax bookmarks import reads them
  parallax bookmarks export --cite bibtex >> sources.bib
  parallax bookmarks export --cite footnote             a template of your own, from config.toml

In the CSV a cell that begins like a formula has an apostrophe before it, which spreadsheets do not show.")]
pub struct BookmarksExport {
    /// Markdown: a quotation for each passage, a table of evidence for each pair (what is written without another form).
    #[arg(long, group = "form")]
    pub markdown: bool,
    /// CSV with the columns that Readwise imports, a line for each passage.
    #[arg(long, group = "form")]
    pub csv: bool,
    /// W3C Web Annotations, as JSON-LD.
    #[arg(long, group = "form")]
    pub json_ld: bool,
    /// Citations in a style: plain, markdown, bibtex, csl-json, or a template of your own; without a name the one that `yy` copies.
    #[arg(long, value_name = "STYLE", num_args = 0..=1, group = "form")]
    pub cite: Option<Option<String>>,
    /// Only those with this tag, case and accents aside.
    #[arg(long)]
    pub tag: Option<String>,
    /// Into this file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// `parallax bookmarks verify`
#[derive(Debug, Args)]
#[command(after_help = "\
Every passage is looked up in the file it was kept from, or in the library's copy where there is no file:
  intact   the text is the same
  moved    the text changed, and has the same words in the same context
  altered  the text no longer has them; what stands in their place is shown
  missing  neither the file nor a copy is there
Exit code 0 when all are intact or moved, 1 when any is altered or missing.")]
pub struct BookmarksVerify {
    /// Only those with this tag, case and accents aside.
    #[arg(long)]
    pub tag: Option<String>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `parallax bookmarks import`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax bookmarks import kept.jsonld
  ssh desk parallax bookmarks export --json-ld | parallax bookmarks import -

What is there already is known again and stays; tags are added to it, and a note where it has none.")]
pub struct BookmarksImport {
    /// The file, or `-` for standard input.
    pub file: PathBuf,
}

/// `parallax edit`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax edit 3f2a91c0 --date 2024-03-02                a page that gives no date
  parallax edit 3f2a91c0 --source 'Harbour Post' --title 'Pier reopens'
  parallax edit 3f2a91c0 --undo                           what the page says holds again

What you say is kept beside what the page says, and holds also when the page is added anew.")]
pub struct Edit {
    /// The article, by the first digits of its id (four at least).
    #[arg(value_name = "ID")]
    pub article: String,
    /// The title.
    #[arg(long)]
    pub title: Option<String>,
    /// The source.
    #[arg(long)]
    pub source: Option<String>,
    /// When it was published: a day, or a time as RFC 3339 writes it.
    #[arg(long, value_name = "DAY", value_parser = moment)]
    pub date: Option<Published>,
    /// Take back what was corrected before.
    #[arg(long)]
    pub undo: bool,
}

/// `parallax doctor`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax doctor                   what is in the library, and whether it is sound; exit code 1 if not
  parallax doctor --repair          make index and events anew; of a damaged articles.db, bring over what can be read

What you made (bookmarks, notes, stars, places, decisions) is in user.db, and is never changed by this.")]
pub struct Doctor {
    /// Make anew what can be made anew.
    #[arg(long)]
    pub repair: bool,
}

/// `parallax keys`
#[derive(Debug, Args)]
#[command(after_help = "\
Keys are changed in keys.toml in $XDG_CONFIG_HOME/parallax (~/.config/parallax), by context and action:
  preset = \"less\"            # or \"newsboat\"; may be left out
  [library]
  star = [\"*\", \"<C-s>\"]
  undo = []                  # no key: still found in the list of actions")]
pub struct Keys {
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// `parallax config`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax config --print-default > ~/.config/parallax/config.toml
  parallax config --check           config.toml, keys.toml and themes/*.toml; exit code 1 when something is wrong")]
pub struct ConfigArguments {
    /// Print config.toml as it is without you, with a line on each setting.
    #[arg(long, group = "what")]
    pub print_default: bool,
    /// Tell what is wrong with config.toml, keys.toml and themes/*.toml, with file and line.
    #[arg(long, group = "what")]
    pub check: bool,
}

/// `parallax completions`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax completions bash > ~/.local/share/bash-completion/completions/parallax
  parallax completions zsh > ~/.zfunc/_parallax                 with ~/.zfunc in fpath
  parallax completions fish > ~/.config/fish/completions/parallax.fish
  parallax completions powershell | Out-String | Invoke-Expression")]
pub struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// `parallax man`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax man | man -l -
  parallax man compare | man -l -
  parallax man --all ~/.local/share/man/man1    a page for every command")]
pub struct Man {
    /// The command, such as `compare` or `bookmarks export`; without one the whole program.
    #[arg(value_name = "COMMAND")]
    pub command: Vec<String>,
    /// Write the pages of all commands into this folder.
    #[arg(long, value_name = "FOLDER", conflicts_with = "command")]
    pub all: Option<PathBuf>,
}

fn day(text: &str) -> Result<Date, &'static str> {
    text.parse().map_err(|_| "a day of the calendar is wanted, written as 2024-03-31")
}

fn moment(text: &str) -> Result<Published, &'static str> {
    Published::parse(text).ok_or("a day is wanted, written as 2024-03-31, or a time as 2024-03-31T18:30:00+01:00")
}

fn event(text: &str) -> Result<i64, &'static str> {
    text.parse().map_err(|_| "an event is named by its number in `parallax events`")
}
