//! What a page says of itself to machines, read as title, outlet, authors and dates.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::rfc2822;
use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::Offset;

use crate::article::Published;
use crate::ingest::html::said::Said;
use crate::ingest::html::said::mark::About;
use crate::text::fold::key;
use crate::text::span::{after, before};

use super::date::written_dates;
use super::name::{have_all, names};
use super::site::Site;
use super::source::is_section;
use super::title::window::{SITE_MARKS, site_suffix};
use super::title::{BARE_MARKS, is_blankless};

/// The headlines without the outlet's name, those believed first coming first.
pub(super) fn titles(said: &Said) -> Vec<String> {
    let site = Site::of(said);
    let marked = said.marks.iter().filter(|mark| mark.about == About::Title && !mark.aside).map(|mark| &mark.text);
    let all = said.titles.iter().chain(&said.page_title).chain(marked);
    let titles = all.take(MOST_TITLES).map(|title| without_outlet(said, &site, title).to_owned());
    titles.filter(|title| !title.is_empty() && !site.is(title)).collect()
}

/// Cuts the outlet off a title, behind the headline or before it, as often as it stands there with its sections.
fn without_outlet<'a>(said: &Said, site: &Site<'_>, title: &'a str) -> &'a str {
    const MARKS: &[char] = &['|', '-', '–', '—', '•', '»', ':', ' '];
    let mut title = title.trim().trim_end_matches(MARKS);
    // Two headlines of which one is the other with something behind it.
    let is_known = |headline: &str| said.titles.iter().take(MOST_TITLES).any(|other| key(other) == key(headline));
    for _ in 0..MOST_CUTS {
        let bare = if is_blankless(title) { BARE_MARKS } else { &[] };
        let cut = title_marks().chain(bare).filter_map(|mark| title.rfind(mark).map(|at| (at, *mark))).max_by_key(|(at, _)| *at);
        let Some((at, mark)) = cut else { break };
        let (headline, rest) = (before(title, at).trim(), after(title, at + mark.len()).trim());
        let is_outlet = site.is(rest) || is_known(headline) || (mark == " | " && site_suffix(title).is_some());
        if headline.is_empty() || !is_outlet {
            break;
        }
        title = headline.trim_end_matches(MARKS);
    }
    let front = [" | ", ": ", " - ", " – ", " — ", " » "].iter().find_map(|mark| title.split_once(mark).filter(|(name, _)| site.is(name)));
    front.map_or(title, |(_, headline)| headline.trim())
}

/// The most titles that are looked at; a page states a few.
const MOST_TITLES: usize = 16;

/// How many names of outlets and sections are cut off one title.
const MOST_CUTS: usize = 3;

/// Marks between a headline and what a site adds to it that only titles for machines have.
const MARKS_FOR_MACHINES: &[&str] = &[" « ", "｜"];

/// All marks between a headline and what a site adds to it.
fn title_marks() -> impl Iterator<Item = &'static &'static str> {
    SITE_MARKS.iter().chain(MARKS_FOR_MACHINES)
}

/// The outlet.
pub(super) fn outlet(said: &Said) -> Option<String> {
    let is_name =
        |name: &&String| !name.contains("://") && !name.contains('@') && (2..=60).contains(&name.chars().count()) && !is_section(name);
    // Some sites write what they are about behind their name.
    let bare = |name: &String| name.split(" | ").next().unwrap_or(name).trim().to_owned();
    // `harbourpost` and `harbourpost.example` are no way to write a name, if another is given.
    let is_written = |name: &&String| is_name(name) && name.chars().any(char::is_uppercase);
    said.sources.iter().find(is_written).or_else(|| said.sources.iter().find(is_name)).map(bare)
}

/// The most words of an outlet's name in a title.
const OUTLET_WORDS: usize = 5;

/// The outlet in the window's title, behind the headline and its sections or before it.
pub(super) fn outlet_in_title(said: &Said, headline: &str) -> Option<String> {
    let page_title = said.page_title.as_deref()?;
    let (folded, headline) = (key(page_title), key(headline));
    let is_name = |name: &str| {
        !name.starts_with("By ")
            && !name.contains([',', '/'])
            && (1..=OUTLET_WORDS).contains(&name.split(' ').count())
            && !is_section(name)
            && name.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            && name.contains(char::is_alphabetic)
    };
    let mut parts = title_marks().chain(&[": "]).filter(|mark| page_title.contains(**mark)).map(|mark| {
        let behind = folded.starts_with(&headline).then(|| page_title.rsplit_once(*mark)).flatten().map(|(_, name)| name);
        let before = || folded.ends_with(&headline).then(|| page_title.split_once(*mark)).flatten().map(|(name, _)| name);
        behind.or_else(before).map(str::trim)
    });
    // A headline may have such a mark in itself.
    parts.find_map(|name| name.filter(|name| is_name(name) && !headline.contains(&key(name)))).map(str::to_owned)
}

/// The authors by the first kind of statement that names people.
pub(super) fn authors(said: &Said) -> Option<Vec<String>> {
    let site = Site::of(said);
    let mut lists = said.authors.iter().take(MOST_LISTS).chain(std::iter::once(&said.owners)).map(|written| names(written, &site));
    let first = lists.by_ref().take(said.authors.len().min(MOST_LISTS)).find(|names| !names.is_empty())?;
    // Another statement may name those who wrote with them.
    Some(lists.find(|names| names.len() > first.len() && have_all(names, &first)).unwrap_or(first))
}

/// The most statements of authors that are looked at.
const MOST_LISTS: usize = 16;

/// Whoever made the page, who may be its author or the owner of the site.
pub(super) fn owners(said: &Said) -> Option<Vec<String>> {
    Some(names(&said.owners, &Site::of(said))).filter(|names| !names.is_empty())
}

/// The first that reads as a time.
pub(super) fn first_time(written: &[String]) -> Option<Published> {
    written.iter().find_map(|text| time(text))
}

/// A time as programs count it, in seconds or thousandths of seconds since 1970; numbers that fall before the web are something else.
fn unix_time(text: &str) -> Option<Published> {
    const WEB: i64 = 631_152_000;
    let count = || text.parse::<i64>().ok();
    let seconds = match text.len() {
        9 | 10 => count()?,
        12 | 13 => count()? / 1000,
        _ => return None,
    };
    let at = Timestamp::from_second(seconds).ok().filter(|_| seconds >= WEB)?;
    Some(Published::Zoned(Offset::UTC.to_datetime(at), Offset::UTC))
}

/// How machines are told a time, besides RFC 3339.
const FORMATS: &[&str] =
    &["%Y-%m-%dT%H:%M:%S%.f%z", "%Y-%m-%dT%H:%M%z", "%Y-%m-%d %H:%M:%S %z", "%Y-%m-%dT%H:%M:%S%.f%:z", "%Y-%m-%d %H:%M:%S%:z"];

/// Reads a time as machines are told it, or as people write it.
pub(super) fn time(text: &str) -> Option<Published> {
    read_time(text).filter(|when| is_plausible(when.day()))
}

/// Whether a day can be one of publication: systems write the year 1, or the first day that their clocks know, for none.
fn is_plausible(day: Date) -> bool {
    (1900..=2100).contains(&day.year()) && day != Date::constant(1970, 1, 1)
}

fn read_time(text: &str) -> Option<Published> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Date::strptime("%Y%m%d", text).ok().map(Published::Day);
    }
    let zoned = |parsed: BrokenDownTime| Some((parsed.to_datetime().ok()?, parsed.offset()?));
    if let Some(when) = unix_time(text) {
        return Some(when);
    }
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
            ("1574112013", Some("2019-11-18T21:20:13Z")),
            ("1574112013123", Some("2019-11-18T21:20:13Z")),
            ("Mon Nov 18 2019 21:20:13 GMT+0100 (Central European Standard Time)", Some("2019-11-18T21:20:00+01:00")),
            ("157411201", None),
            ("2019-11-18", Some("2019-11-18")),
            ("Mon, 18 Nov 2019 21:20:13 GMT", Some("2019-11-18T21:20:13Z")),
            ("November 18, 2019", Some("2019-11-18")),
            ("03/04/2019", None),
            ("today", None),
            ("0001-01-01T00:00:00Z", None),
            ("1970-01-01T00:00:00Z", None),
        ] {
            assert_eq!(time(text).map(Published::rfc3339).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn the_site_is_cut_off_titles() {
        let said = |title: &str, sources: &[&str], url: &str| Said {
            titles: vec![title.to_owned()],
            sources: sources.iter().map(|name| (*name).to_owned()).collect(),
            url: Some(url.to_owned()),
            ..Said::default()
        };
        for (title, want) in [
            ("Bridge to open in spring - Harbour Post", "Bridge to open in spring"),
            ("Bridge to open in spring | News | Harbour Post", "Bridge to open in spring"),
            ("Bridge to open in spring : Harbour Post", "Bridge to open in spring"),
            ("Harbour Post: Bridge to open in spring", "Bridge to open in spring"),
            ("Bridge - Harbour Post", "Bridge"),
            ("Bridge to open in spring - harbourpost.example", "Bridge to open in spring"),
            ("Bridge to open in spring - for some", "Bridge to open in spring - for some"),
            ("泥船-渡海湾的故事_海港邮报", "泥船-渡海湾的故事"),
            ("泥船-渡海湾的故事", "泥船-渡海湾的故事"),
            ("Harbour Post -", ""),
        ] {
            let titles = titles(&said(title, &["Harbour Post", "海港邮报"], "https://www.harbourpost.example/a"));
            assert_eq!(titles.first().map_or("", String::as_str), want, "{title}");
        }
    }

    #[test]
    fn the_outlet_beside_the_headline() {
        for (title, want) in [
            ("Bridge: open again | Harbour Post", Some("Harbour Post")),
            ("Bridge: open again | Ships | Harbour Post", Some("Harbour Post")),
            ("Harbour Post: Bridge: open again", Some("Harbour Post")),
            ("Bridge: open again", None),
            ("Bridge: open again - for all who have waited for so long", None),
            ("Harbour Post", None),
        ] {
            let said = Said { page_title: Some(title.to_owned()), ..Said::default() };
            assert_eq!(outlet_in_title(&said, "Bridge: open again").as_deref(), want, "{title}");
        }
    }

    #[test]
    fn the_outlet_by_its_written_name() {
        for (sources, want) in [
            (&["Harbour Post", "Post Holding"][..], Some("Harbour Post")),
            (&["harbourpost.example", "Harbour Post"], Some("Harbour Post")),
            (&["harbourpost"], Some("harbourpost")),
            (&["Harbour Post | Ships | Weather"], Some("Harbour Post")),
            (&["https://harbourpost.example"], None),
            (&["News", "Harbour Post"], Some("Harbour Post")),
            (&["Startseite"], None),
        ] {
            let said = Said { sources: sources.iter().map(|name| (*name).to_owned()).collect(), ..Said::default() };
            assert_eq!(outlet(&said).as_deref(), want);
        }
    }

    #[test]
    fn one_kind_of_statement_names_the_authors() {
        let said = |lists: &[&[&str]]| Said {
            authors: lists.iter().map(|names| names.iter().map(|name| (*name).to_owned()).collect()).collect(),
            sources: vec!["Harbour Post".to_owned()],
            ..Said::default()
        };
        for (lists, want) in [
            (&[&["Jane Smith", "John Public"][..], &["Ana Ruiz"]][..], Some("Jane Smith, John Public")),
            (&[&["Harbour Post"], &["Ana Ruiz"]], Some("Ana Ruiz")),
            (&[&["Ana Ruiz"], &["Jane Smith, Ana Ruiz"]], Some("Jane Smith, Ana Ruiz")),
            (&[&["https://post.example/jane"], &["By Ana Ruiz"]], Some("Ana Ruiz")),
            (&[&["admin"]], None),
        ] {
            assert_eq!(authors(&said(lists)).map(|names| names.join(", ")).as_deref(), want);
        }
    }
}
