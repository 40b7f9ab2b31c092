//! Unpacks gzip (RFC 1952), never to more than a file may have.

use flate2::{Crc, Decompress, FlushDecompress, Status};

/// What a gzip file begins with; deflate is the only method there is.
const MAGIC: &[u8] = b"\x1f\x8b\x08";

/// Bytes of a member's head without its optional parts, and of its tail.
const HEAD: usize = 10;
/// See [`HEAD`].
const TAIL: usize = 8;

/// The most members that are unpacked: each takes some work, though it may hold a letter alone.
const MOST_MEMBERS: usize = 100_000;

/// Bytes that are unpacked at once.
const STEP: usize = 1 << 16;

/// What was unpacked.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unpacked {
    pub(super) bytes: Vec<u8>,
    /// Whether all of the file could be unpacked, and its check sums hold.
    pub(super) is_whole: bool,
}

/// Why nothing was unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// There is more in it than asked for.
    TooLarge,
    /// It is damaged from the start.
    Damaged,
}

/// Whether the bytes are a gzip file.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Unpacks all members of a gzip file; of a damaged one, what comes before the damage.
pub(super) fn unpack(bytes: &[u8], most: usize) -> Result<Unpacked, Trouble> {
    let mut unpacked = Unpacked { bytes: Vec::new(), is_whole: true };
    let mut rest = bytes;
    let mut members = 0;
    // Zeros may fill up a gzip file, and are no member.
    while rest.iter().any(|byte| *byte != 0) {
        members += 1;
        let length = if members > MOST_MEMBERS { None } else { member(rest, &mut unpacked.bytes, most)? };
        let Some(length) = length else {
            unpacked.is_whole = false;
            break;
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    if unpacked.bytes.is_empty() && !unpacked.is_whole { Err(Trouble::Damaged) } else { Ok(unpacked) }
}

/// Unpacks one member behind what is there; its length, or nothing when it is damaged or cut off.
fn member(bytes: &[u8], out: &mut Vec<u8>, most: usize) -> Result<Option<usize>, Trouble> {
    let Some(start) = head(bytes) else { return Ok(None) };
    let first = out.len();
    let packed = bytes.get(start..).unwrap_or_default();
    let mut deflate = Decompress::new(false);
    loop {
        let (read, length) = (deflate.total_in() as usize, out.len());
        out.reserve(STEP);
        let status = deflate.decompress_vec(packed.get(read..).unwrap_or_default(), out, FlushDecompress::None);
        if out.len() > most {
            return Err(Trouble::TooLarge);
        }
        match status {
            Ok(Status::StreamEnd) => break,
            Ok(_) if out.len() > length || deflate.total_in() as usize > read => {}
            _ => return Ok(None),
        }
    }
    let end = start + deflate.total_in() as usize;
    let Some(Ok(sums)) = bytes.get(end..end + TAIL).map(<[u8; TAIL]>::try_from) else { return Ok(None) };
    let mut crc = Crc::new();
    crc.update(out.get(first..).unwrap_or_default());
    let is_whole = sums.starts_with(&crc.sum().to_le_bytes());
    Ok(is_whole.then_some(end + TAIL))
}

/// Where a member's packed bytes begin.
fn head(bytes: &[u8]) -> Option<usize> {
    let flags = *bytes.get(3).filter(|_| is_packed(bytes))?;
    let has = |bit: u8| flags & (1 << bit) != 0;
    let mut at = HEAD;
    if has(2) {
        at += 2 + usize::from(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
    }
    // The file's name and a comment.
    for _ in 0..usize::from(has(3)) + usize::from(has(4)) {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0)? + 1;
    }
    Some(at + if has(1) { 2 } else { 0 })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, GzBuilder};

    use super::*;

    fn packed(text: &[u8], name: &str) -> Vec<u8> {
        let mut writer = GzBuilder::new().filename(name).comment("note").extra(vec![1, 2, 3]).write(Vec::new(), Compression::default());
        writer.write_all(text).unwrap();
        writer.finish().unwrap()
    }

    fn text(bytes: &[u8]) -> Result<(Vec<u8>, bool), Trouble> {
        unpack(bytes, 1 << 20).map(|unpacked| (unpacked.bytes, unpacked.is_whole))
    }

    #[test]
    fn members_come_one_after_the_other() {
        let one = packed(b"The bridge ", "a.txt");
        assert_eq!(text(&one), Ok((b"The bridge ".to_vec(), true)));
        let two = [one, packed(b"opens.", ""), vec![0; 512]].concat();
        assert_eq!(text(&two), Ok((b"The bridge opens.".to_vec(), true)));
    }

    #[test]
    fn of_a_damaged_file_the_beginning_is_kept() {
        let long: Vec<u8> = (0..40_000_u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
        let whole = packed(&long, "a");
        let (start, is_whole) = text(&whole[..whole.len() / 2]).unwrap();
        assert!(!is_whole && start.len() > 10_000 && long.starts_with(&start));
        let mut wrong = whole.clone();
        let sums = wrong.len() - TAIL;
        wrong[sums] ^= 1;
        assert_eq!(text(&wrong).map(|(bytes, is_whole)| (bytes == long, is_whole)), Ok((true, false)));
        assert_eq!(text(&whole[..12]), Err(Trouble::Damaged));
        assert_eq!(text(b"\x1f\x8b\x08\x04\0\0\0\0\0\0\xff\xff"), Err(Trouble::Damaged));
    }

    #[test]
    fn a_bomb_does_not_go_off() {
        let bomb = packed(&vec![0; 8 << 20], "");
        assert!(bomb.len() < 20_000);
        assert_eq!(text(&bomb), Err(Trouble::TooLarge));
    }
}
