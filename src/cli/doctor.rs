//! `parallax doctor`: looks the library over, and mends what can be made anew.

use super::{Doctor, Error, Outcome, Session};
use crate::library::{self, Library, Salvage};

/// Articles taken into the index at once.
const LOT: usize = 200;

pub(super) fn run(arguments: &Doctor, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let library = match session.library_to_read() {
        Err(Error::Library(damage @ library::Error::DamagedArticles { .. })) => {
            session.fail(&damage)?;
            if !arguments.repair {
                session.note("parallax doctor --repair brings over what can be read of it; the damaged file is kept")?;
                return Ok(Outcome::of(session));
            }
            let (library, salvage) = Library::salvage(session.folder()?)?;
            say_salvage(&salvage, session)?;
            library
        }
        done => done?,
    };
    let findings = library.examine()?;
    let is_sound = findings.iter().all(|finding| !finding.is_trouble);
    for finding in findings {
        if finding.is_trouble {
            session.fail(&finding.what)?;
        } else {
            writeln!(session.out, "{}", finding.what)?;
        }
    }
    drop(library);
    match (is_sound, arguments.repair) {
        (true, _) => writeln!(session.out, "nothing to mend")?,
        (false, false) => session.note("parallax doctor --repair makes the index and the events anew")?,
        (false, true) => mend(session)?,
    }
    Ok(Outcome::of(session))
}

fn mend(session: &mut Session<'_>) -> Result<(), Error> {
    let mut library = session.library()?;
    library.begin_anew()?;
    loop {
        let left = library.index_some(LOT)?;
        if left == 0 {
            break;
        }
        session.say_doing(&format!("making the index anew · {left} articles left"))?;
    }
    while library.group_some()? {
        session.say_doing(&format!("finding events · {} articles left", library.ungrouped()?))?;
    }
    session.end_count()?;
    let left = library.examine()?.into_iter().filter(|finding| finding.is_trouble);
    for finding in left.collect::<Vec<_>>() {
        session.fail(&format!("cannot be mended: {}", finding.what))?;
    }
    writeln!(session.out, "index and events were made anew")?;
    Ok(())
}

fn say_salvage(salvage: &Salvage, session: &mut Session<'_>) -> Result<(), Error> {
    let Salvage { moved_to, kept, lost } = salvage;
    writeln!(session.out, "{kept} articles brought over, {lost} could not be read; the damaged file is {}", moved_to.display())?;
    session.note("parallax add PATH brings back the pages that are missing")?;
    Ok(())
}
