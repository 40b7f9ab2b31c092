//! Addresses -> pages: the only code that talks to the network, and only when it is asked to.

mod address;
mod error;

use std::io::Read;
use std::time::{Duration, Instant};

use ureq::http::header::{ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, LOCATION};
use ureq::http::{HeaderMap, Response, StatusCode};
use ureq::{Agent, Body};

pub use address::Address;
pub use error::Error;

use crate::ingest::LARGEST_FILE;
use crate::library::Validators;

/// What one page may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// From the first look-up of the host to the last byte.
    pub time: Duration,
    /// Until there is a connection.
    pub connecting: Duration,
    /// Bytes of the page, unpacked.
    pub bytes: usize,
    /// How often a server may send on to another address.
    pub redirects: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_mins(1), connecting: Duration::from_secs(15), bytes: LARGEST_FILE, redirects: 8 }
    }
}

/// A page as a server sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it was found in the end, after all redirects.
    pub address: Address,
    /// Its bytes, unpacked.
    pub bytes: Vec<u8>,
    /// The character set that the server names.
    pub charset: Option<String>,
    /// By what the server will know whether it changed.
    pub validators: Validators,
}

/// What a server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// The page.
    Page(Box<Page>),
    /// It is as it was the last time.
    Unchanged,
}

/// Fetches pages, one after the other.
#[derive(Debug)]
pub struct Fetcher {
    agent: Agent,
    limits: Limits,
}

impl Fetcher {
    /// A fetcher that keeps these limits.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        let config = Agent::config_builder()
            .timeout_connect(Some(limits.connecting))
            // They are followed here, where it is seen where they lead.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .user_agent(concat!("Parallax/", env!("CARGO_PKG_VERSION")))
            .accept("text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.5")
            .build();
        Self { agent: config.new_agent(), limits }
    }

    /// Fetches a page; with what the server gave the last time, only if it changed since.
    ///
    /// # Errors
    /// Says in a few words why there is no page.
    pub fn fetch(&self, address: &Address, last: &Validators) -> Result<Fetched, Error> {
        let begun = Instant::now();
        let mut at = address.clone();
        for _ in 0..=self.limits.redirects {
            let left = self.limits.time.checked_sub(begun.elapsed()).ok_or(Error::Slow(self.limits.time.as_secs()))?;
            let response = self.ask(&at, last, left)?;
            match response.status() {
                StatusCode::NOT_MODIFIED => return Ok(Fetched::Unchanged),
                status if status.is_success() => return Ok(Fetched::Page(Box::new(self.page(at, response)?))),
                status if status.is_redirection() => {
                    let location = response.headers().get(LOCATION).and_then(|value| value.to_str().ok());
                    at = location.and_then(|location| at.follow(location)).ok_or(Error::Astray)?;
                }
                status => return Err(Error::Status(status.as_u16(), status.canonical_reason().unwrap_or("no reason known"))),
            }
        }
        Err(Error::Redirects(self.limits.redirects))
    }

    fn ask(&self, address: &Address, last: &Validators, time: Duration) -> Result<Response<Body>, Error> {
        let mut request = self.agent.get(address.as_str());
        if let Some(etag) = &last.etag {
            request = request.header(IF_NONE_MATCH, etag);
        }
        if let Some(modified) = &last.last_modified {
            request = request.header(IF_MODIFIED_SINCE, modified);
        }
        request.config().timeout_global(Some(time)).build().call().map_err(|error| Error::of(error, &self.limits))
    }

    fn page(&self, address: Address, mut response: Response<Body>) -> Result<Page, Error> {
        let validators = Validators { etag: header(response.headers(), &ETAG), last_modified: header(response.headers(), &LAST_MODIFIED) };
        let charset = response.body().charset().map(str::to_owned);
        let mut bytes = Vec::new();
        // One byte more than a page may have shows that it is too large, however well it was packed.
        let most = self.limits.bytes as u64 + 1;
        let body = response.body_mut().with_config().limit(u64::MAX).reader();
        body.take(most).read_to_end(&mut bytes).map_err(|error| Error::of_reading(error, &self.limits))?;
        if bytes.len() > self.limits.bytes {
            return Err(Error::TooLarge(self.limits.bytes >> 20));
        }
        Ok(Page { address, bytes, charset, validators })
    }
}

/// A header that is plain text of a sensible length.
fn header(headers: &HeaderMap, name: &ureq::http::HeaderName) -> Option<String> {
    /// Longer ones are no tags or dates.
    const LONGEST: usize = 1000;
    let value = headers.get(name)?.to_str().ok()?;
    (value.len() <= LONGEST).then(|| value.to_owned())
}

#[cfg(test)]
mod tests;
