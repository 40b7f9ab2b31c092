//! Pages and feeds from the web for `parallax add`.

use std::path::{Path, PathBuf};

use super::session::{Error, Item, Session, items_of};
use crate::fetch::{self, Address, Fetched, Fetcher, Limits};
use crate::ingest;
use crate::library::{Library, Validators};

/// The arguments that are addresses, and the others, each in their order.
pub(super) fn parted(arguments: &[PathBuf]) -> (Vec<&str>, Vec<PathBuf>) {
    let address = |path: &Path| path.to_str().is_some_and(Address::is_meant);
    let addresses = arguments.iter().filter(|path| address(path)).filter_map(|path| path.to_str());
    (addresses.collect(), arguments.iter().filter(|path| !address(path)).cloned().collect())
}

/// What was brought from an address.
pub(super) enum Brought {
    /// Its articles, still to be read, and what to note once they are kept.
    Items(Vec<Item>, Note),
    /// It is as it was the last time.
    Unchanged,
    /// Nothing; that was said.
    Nothing,
}

/// What the server said of a page, to be noted when its articles are kept.
pub(super) struct Note {
    /// What its articles name as their file: the address after all redirects.
    pub(super) page: String,
    address: Address,
    validators: Validators,
}

impl Note {
    pub(super) fn keep(&self, library: &mut Library) -> Result<(), Error> {
        Ok(library.note_fetched(self.address.as_str(), &self.validators)?)
    }
}

/// Fetches what stands at an address; what is wrong with it is said.
pub(super) fn bring(text: &str, options: ingest::Options, library: &Library, session: &mut Session<'_>) -> Result<Brought, Error> {
    let Some(address) = Address::parse(text) else {
        // As given it may hold a password.
        let shown = text.split_once('@').map_or(text, |(_, host)| host);
        session.complain(shown, &fetch::Error::Address)?;
        return Ok(Brought::Nothing);
    };
    let last = library.validators(address.as_str())?;
    match Fetcher::new(Limits::default()).fetch(&address, &last) {
        Ok(Fetched::Unchanged) => Ok(Brought::Unchanged),
        Ok(Fetched::Page(page)) => {
            let name = page.address.to_string();
            let envelope = ingest::Envelope { charset: page.charset.as_deref(), url: Some(page.address.as_str()) };
            let items = items_of(&name, ingest::open_in(&page.bytes, &name, options, envelope));
            Ok(Brought::Items(items, Note { page: name, address, validators: page.validators }))
        }
        Err(error) => {
            session.complain(address.as_str(), &error)?;
            Ok(Brought::Nothing)
        }
    }
}
