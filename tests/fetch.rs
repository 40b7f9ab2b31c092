//! `parallax add` of addresses, by the real binary, from a server of the test's own on this machine's loopback.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

#[path = "common/home.rs"]
mod home;

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use home::Home;

const PAGE: &str = "<html><head><title>Goats visit the town hall</title></head><body><article><h1>Goats visit the town hall</h1>\
    <p>A herd of goats walked into the town hall of K\u{f6}nigsbr\u{fc}ck on Saturday and stayed until the evening, the council said.</p>\
    <p>Two keepers led the animals back across the river, and volunteers swept the stairs of the building on Sunday morning.</p>\
    </article></body></html>";

const FEED: &str = "<rss version='2.0'><channel><title>Harbour Post</title>\
    <item><title>Pier reopens</title><link>https://post.example/pier</link><description>The pier is open again after a long winter, and the \
    ferry calls there three times a day, the harbour office said on Monday.</description></item>\
    <item><title>Tickets dearer</title><link>https://post.example/tickets</link><description>Tickets for the ferry will cost four euros from \
    the first of April, the owner of the line said on Tuesday, and dogs travel free.</description></item></channel></rss>";

/// Serves a page in Latin letters, a feed, what is gone and what is no page; notes the first line of each request.
fn serve() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let root = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&asked);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let lines: Vec<String> = BufReader::new(&stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
            noted.lock().unwrap().push(lines[0].clone());
            answer(&lines, &mut stream);
        }
    });
    (root, asked)
}

fn answer(lines: &[String], stream: &mut TcpStream) {
    let latin: Vec<u8> = PAGE.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let is_known = lines.iter().any(|line| line.to_lowercase().starts_with("if-none-match: \"v1\""));
    let (head, body) = match lines[0].split(' ').nth(1).unwrap() {
        "/old" => ("301 Moved Permanently\r\nLocation: /goats", Vec::new()),
        "/goats" if is_known => ("304 Not Modified", Vec::new()),
        "/goats" => ("200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\nETag: \"v1\"", latin),
        "/feed.xml" => ("200 OK\r\nContent-Type: application/rss+xml", FEED.into()),
        "/picture" => ("200 OK\r\nETag: \"v1\"", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        _ => ("404 Not Found", b"nothing here".to_vec()),
    };
    let head = format!("HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body)).unwrap();
}

#[test]
fn pages_and_feeds_are_added_and_what_did_not_change_is_not_sent_again() {
    let (home, (root, asked)) = (Home::new(), serve());
    let (old, feed) = (format!("{root}/old#top"), format!("{root}/feed.xml"));
    let ran = home.run(&["add", &old, &feed]);
    assert_eq!((ran.out.as_str(), ran.code), ("added 3, unchanged 0, refused 0\n", Some(0)), "{}", ran.messages);
    let listed = home.run(&["list", "--json"]).json();
    let goats = listed.iter().find(|line| line["title"] == "Goats visit the town hall").unwrap();
    assert_eq!(goats["file"], format!("{root}/goats"), "the address where it was found in the end");
    let shown = home.run(&["show", "--json", goats["id"].as_str().unwrap()]).json();
    assert!(shown[0]["paragraphs"][0].as_str().unwrap().contains("Königsbrück"), "in the character set that the server names");
    assert_eq!(shown[0]["url"], format!("{root}/goats"));
    let again = home.run(&["add", &old, &feed]);
    assert_eq!(again.out, "added 0, unchanged 3, refused 0\n", "{}", again.messages);
    let want = ["GET /old HTTP/1.1", "GET /goats HTTP/1.1", "GET /feed.xml HTTP/1.1"];
    assert_eq!(asked.lock().unwrap().as_slice(), [want, want].concat());
}

#[test]
fn what_cannot_be_fetched_is_said_in_a_line_each_and_the_rest_goes_on() {
    let (home, (root, _)) = (Home::new(), serve());
    let [gone, picture, page] = ["gone", "picture", "goats"].map(|path| format!("{root}/{path}"));
    let ran = home.run(&["add", &gone, &picture, "https://ann:secret@post.example/", "https://", &page]);
    assert_eq!((ran.out.as_str(), ran.code), ("added 1, unchanged 0, refused 4\n", Some(1)), "{}", ran.messages);
    assert!(ran.said(&format!("parallax: {gone}: the server answers 404 Not Found")), "{}", ran.messages);
    assert!(ran.said(&format!("parallax: {picture}: a PNG image, not a saved page")), "{}", ran.messages);
    let no_address = "no address of a page (http or https, without a password in it)";
    assert!(ran.said(&format!("parallax: post.example/: {no_address}")) && ran.said(&format!("parallax: https://: {no_address}")));
    assert!(!ran.messages.contains("secret"));
    let said = home.run(&["show", &page]).messages;
    assert_eq!(said, format!("parallax: {page}: an address in the web; parallax add brings its page into the library\n"));
    // What was refused is asked for in full the next time.
    assert!(home.run(&["add", &picture]).out.starts_with("added 0, unchanged 0, refused 1"));
}
