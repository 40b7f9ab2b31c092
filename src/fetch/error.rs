//! Why there is no page, in a few words.

use std::io;

use thiserror::Error;

use super::Limits;
use crate::library::system_words;
use crate::text::sanitize::clean_line;

/// Why there is no page; the address is not in the message.
#[derive(Debug, Error)]
pub enum Error {
    /// It is no address that can be asked.
    #[error("no address of a page (http or https, without a password in it)")]
    Address,
    /// The server has no page for us.
    #[error("the server answers {0} {1}")]
    Status(u16, &'static str),
    /// Nobody knows the host.
    #[error("no such host, or no network")]
    Host,
    /// It took too long.
    #[error("no whole page within {0} seconds")]
    Slow(u64),
    /// The server sends from one address to the next.
    #[error("more than {0} redirects")]
    Redirects(u32),
    /// The server sends on to where nobody out there may send.
    #[error("the server sends on to what is no address of a page, or is inside this network")]
    Astray,
    /// It is no page that anybody reads.
    #[error("larger than {0} MB, too large for a saved page")]
    TooLarge(usize),
    /// Nobody can tell who is at the other end.
    #[error("no safe connection: {0}")]
    Unsafe(String),
    /// The connection was refused, or broke off.
    #[error("no connection: {0}")]
    Connection(String),
    /// What the server said is no HTTP.
    #[error("the server's answer cannot be read: {0}")]
    Answer(String),
}

impl Error {
    pub(super) fn of(error: ureq::Error, limits: &Limits) -> Self {
        match error {
            ureq::Error::HostNotFound => Self::Host,
            ureq::Error::Timeout(_) => Self::Slow(limits.time.as_secs()),
            ureq::Error::TooManyRedirects | ureq::Error::RedirectFailed => Self::Redirects(limits.redirects),
            ureq::Error::BadUri(_) | ureq::Error::Http(_) => Self::Address,
            ureq::Error::ConnectionFailed => Self::Connection("the server does not answer".to_owned()),
            ureq::Error::Tls(why) => Self::Unsafe(why.to_owned()),
            ureq::Error::Rustls(why) => Self::Unsafe(words(&why.to_string())),
            ureq::Error::Io(error) => Self::of_reading(error, limits),
            other => Self::Answer(words(&other.to_string())),
        }
    }

    /// An error while the page was read may be one of ours in the system's clothes.
    pub(super) fn of_reading(error: io::Error, limits: &Limits) -> Self {
        if error.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>()).is_some() {
            return Self::of(ureq::Error::from(error), limits);
        }
        match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Self::Slow(limits.time.as_secs()),
            // So what was wrong with the other side's certificate comes through.
            io::ErrorKind::InvalidData => Self::Unsafe(words(&error.to_string())),
            _ if error.to_string().starts_with("failed to lookup address") => Self::Host,
            io::ErrorKind::UnexpectedEof => Self::Connection("it broke off before the page was whole".to_owned()),
            _ => Self::Connection(words(&system_words(&error))),
        }
    }
}

/// What another library said, on one line and safe to be shown.
fn words(text: &str) -> String {
    clean_line(text).into_owned()
}
