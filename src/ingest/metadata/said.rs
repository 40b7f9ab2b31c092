//! What a page says of itself to machines, read as title, outlet, authors and dates.

use jiff::civil::{Date, DateTime};
use jiff::fmt::rfc2822;
use jiff::fmt::strtime::BrokenDownTime;

use crate::article::Published;
use crate::ingest::html::said::Said;
use crate::text::fold::key;

use super::byline::{byline, lone_names};
use super::date::written_dates;
use super::title::site_suffix;

/// The headlines without the outlet's name, those believed first coming first.
pub(super) fn titles(said: &Said) -> Vec<String> {
    let all = said.titles.iter().chain(&said.page_title);
    all.map(|title| without_outlet(said, title).to_owned()).filter(|title| title.contains(' ')).collect()
}

fn without_outlet<'a>(said: &Said, title: &'a str) -> &'a str {
    let title = title.trim();
    let Some((headline, site, mark)) = site_suffix(title) else { return title };
    let is_outlet = || said.sources.iter().any(|source| super::source::same(source, site));
    // Two headlines of which one is the other with something behind it.
    let is_known = || said.titles.iter().any(|other| key(other) == key(headline));
    if is_outlet() || is_known() || mark == " | " { headline } else { title }
}

/// The outlet.
pub(super) fn outlet(said: &Said) -> Option<String> {
    let is_name = |name: &&String| !name.contains("://") && !name.contains('@') && (2..=60).contains(&name.chars().count());
    said.sources.iter().find(is_name).map(|name| name.trim().to_owned())
}

/// The most words of an author's name.
const LONGEST_NAME: usize = 6;

/// The authors, each name once.
pub(super) fn authors(said: &Said) -> Option<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for written in said.authors.iter().filter(|name| !name.contains("://") && !name.starts_with(['@', '/'])) {
        for name in split(written) {
            if !names.iter().any(|known| key(known) == key(&name)) {
                names.push(name);
            }
        }
    }
    (!names.is_empty()).then_some(names)
}

fn split(written: &str) -> Vec<String> {
    let written = written.trim();
    let cued = byline(written).filter(|found| found.has_cue).map(|found| found.names);
    if let Some(names) = cued.or_else(|| lone_names(written)) {
        return names;
    }
    let parts = written.split([',', ';', '|', '&']).flat_map(|part| part.split(" and "));
    let names =
        parts.map(str::trim).filter(|name| (1..=LONGEST_NAME).contains(&name.split(' ').count()) && !name.contains(char::is_numeric));
    names.filter(|name| name.starts_with(char::is_uppercase)).map(str::to_owned).collect()
}

/// When it was published.
pub(super) fn published(said: &Said) -> Option<Published> {
    said.published.iter().find_map(|text| time(text))
}

/// When it was last changed.
pub(super) fn updated(said: &Said) -> Option<Published> {
    said.updated.iter().find_map(|text| time(text))
}

/// How machines are told a time, besides RFC 3339.
const FORMATS: &[&str] =
    &["%Y-%m-%dT%H:%M:%S%.f%z", "%Y-%m-%dT%H:%M%z", "%Y-%m-%d %H:%M:%S %z", "%Y-%m-%dT%H:%M:%S%.f%:z", "%Y-%m-%d %H:%M:%S%:z"];

/// Reads a time as machines are told it, or as people write it.
pub(super) fn time(text: &str) -> Option<Published> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Date::strptime("%Y%m%d", text).ok().map(Published::Day);
    }
    let zoned = |parsed: BrokenDownTime| Some((parsed.to_datetime().ok()?, parsed.offset()?));
    let formatted = || FORMATS.iter().find_map(|format| BrokenDownTime::parse(format, text).ok().and_then(zoned));
    let in_mail = || rfc2822::parse(text).ok().map(|zoned| (zoned.datetime(), zoned.offset()));
    let plain = Some(text).filter(|text| text.len() <= "2019-11-18".len() || text.contains('T'));
    plain
        .and_then(Published::parse)
        .or_else(|| formatted().or_else(in_mail).map(|(at, offset)| Published::Zoned(at, offset)))
        .or_else(|| text.parse::<DateTime>().ok().map(Published::Local))
        .or_else(|| written_dates(text).first().filter(|date| date.other.is_none()).map(|date| date.published()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_machines_are_told_them() {
        for (text, want) in [
            ("2019-11-18T21:20:13+01:00", Some("2019-11-18T21:20:13+01:00")),
            ("2019-11-18T21:20:13+0100", Some("2019-11-18T21:20:13+01:00")),
            ("2019-11-18T21:20:13Z", Some("2019-11-18T21:20:13Z")),
            ("2019-11-18T21:20:13.123Z", Some("2019-11-18T21:20:13Z")),
            ("2019-11-18 21:20:13", Some("2019-11-18T21:20:13-00:00")),
            ("20191118", Some("2019-11-18")),
            ("2019-11-18", Some("2019-11-18")),
            ("Mon, 18 Nov 2019 21:20:13 GMT", Some("2019-11-18T21:20:13Z")),
            ("November 18, 2019", Some("2019-11-18")),
            ("03/04/2019", None),
            ("today", None),
        ] {
            assert_eq!(time(text).map(Published::rfc3339).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn names_are_cleaned() {
        let said = |authors: &[&str]| Said { authors: authors.iter().map(|name| (*name).to_owned()).collect(), ..Said::default() };
        for (written, want) in [
            (&["Jane Smith"][..], Some("Jane Smith")),
            (&["By Jane Smith and John Public"], Some("Jane Smith, John Public")),
            (&["Jane Smith", "JANE SMITH", "https://facebook.com/jane"], Some("Jane Smith")),
            (&["https://facebook.com/jane"], None),
        ] {
            assert_eq!(authors(&said(written)).map(|names| names.join(", ")).as_deref(), want);
        }
    }
}
