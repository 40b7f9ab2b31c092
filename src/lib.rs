//! Parallax: a terminal reader for saved news that lays two reports of one event side by side.
//!
//! A page is **ingested**, its claims are **extracted**, two articles are **compared**, articles fall into **events**; all of it is kept in
//! the **library**, and shown by the **tui** or printed by the **cli**.
//!
//! ```text
//! page ──ingest──▶ Article ──extract──▶ Claims ──compare──▶ Comparison ──▶ screen, text, JSON
//!                     └──────────event──────▶ Event
//! ```
//!
//! | module | does | may use |
//! |---|---|---|
//! | [`text`] | spans, cleaning, tokens, sentences, keys, widths | nothing of the crate |
//! | [`article`] | the value everything else is about | `text` |
//! | [`ingest`] | bytes to articles | `article`, `text` |
//! | [`extract`] | article to quotations, figures, names | `article`, `text` |
//! | [`compare`] | two articles to a comparison | `extract`, `event`'s inputs, and what they use |
//! | [`event`] | which articles report the same event | `extract`, `article`, `text` |
//! | [`export`] | values to JSON and text | everything above |
//! | [`library`] | what is kept, in SQLite | everything above `export` |
//! | [`fetch`] | addresses to pages: the only network code | `library`, `ingest`, `text` |
//! | [`config`] | the reader's own choices and folders | `export`, `text` |
//! | [`tui`] | screens, keys, themes; only its `runtime` touches the library and the terminal | everything above but `cli` |
//! | [`cli`] | one file for each command | everything above but `tui` |
//!
//! Everything down to `event` is pure: no files, no clock, no environment, no terminal, no threads. `tests/layering.rs` holds the arrows.
//!
//! # Words
//! **article** one saved report · **page** the raw saved thing it came from · **body** the paragraphs that belong to it · **dropped text** what the page
//! had besides · **source** the outlet · **event** what happened · **quotation**, **speaker**, **cue** · **figure**, what it **measures** · **alignment**,
//! **row**, **moved** · **discrepancy**, **verdict** · **passage** a selected stretch · **bookmark** a kept passage or pair · **library** all of it.

pub mod article;
pub mod cli;
pub mod compare;
pub mod config;
pub mod event;
pub mod export;
pub mod extract;
pub mod fetch;
pub mod ingest;
pub mod library;
pub mod text;
pub mod tui;
