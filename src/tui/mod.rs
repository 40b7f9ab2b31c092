//! The screens: a message changes the app and asks for effects; the view draws the app; nothing else does either.
//!
//! ```text
//! terminal ─▶ runtime ──Message──▶ App::update ──Effect──▶ runtime ─▶ library, clipboard, terminal
//!                                      │                      │
//!                             view(&App, &Theme) ─▶ frame     └──Message (the answer)──▶ …
//! ```
//!
//! A key becomes a [`Key`](keymap::Key), the key map turns it into an [`Action`](action::Action), the screen on top of the stack turns
//! that into [`Intent`](intent::Intent)s, and the app carries these out or asks the runtime for an [`Effect`](effect::Effect). Each screen is
//! a folder with `state`, `update` and `view`; geometry is a pure function that the latter two both call.
//! Only `runtime` names the terminal, threads, the clock and the library's methods.

pub mod action;
pub mod app;
pub mod bookmarks;
pub mod catalogue;
pub mod compare;
pub mod diagnostic;
pub mod effect;
pub mod event;
pub mod find;
pub mod intent;
pub mod keymap;
pub mod library;
pub mod message;
pub mod mouse;
pub mod outline;
pub mod overlay;
pub mod painted;
pub mod reader;
pub mod runtime;
pub mod scene;
pub mod screen;
pub mod status;
pub mod theme;
pub mod view;
pub mod widget;

pub use app::App;
pub use painted::Painted;
pub use view::view;
