//! A signature as bytes, so that a library need not read every article again to group them.

use jiff::civil::Date;

use super::counts::Count;
use super::signature::{Counted, Kind, Signature};

/// Changes when the words or their counts are taken otherwise than before: bytes of another form are not read.
const FORM: u8 = 2;

impl Signature {
    /// The words and counts as bytes; the day is kept elsewhere.
    ///
    /// Shape: the form, the weekdays, how many words; then for each word three numbers in LEB128: the stem's distance from the one before,
    /// how often in all with the kind in the lowest two bits, how often in the lead; about 6 bytes a word. Then for each count the distance
    /// of its word from the one before with the mark of the lead as lowest bit, and its number.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![FORM, self.weekdays];
        write(self.words.len() as u64, &mut bytes);
        let mut last = 0;
        for word in &self.words {
            let numbers = [u64::from(word.stem - last), u64::from(word.whole) << 2 | word.kind as u64, u64::from(word.lead)];
            for number in numbers {
                write(number, &mut bytes);
            }
            last = word.stem;
        }
        last = 0;
        for count in &self.counts {
            write(u64::from(count.what - last) << 1 | u64::from(count.in_lead), &mut bytes);
            write(u64::from(count.number), &mut bytes);
            last = count.what;
        }
        bytes
    }

    /// Reads what [`Signature::to_bytes`] wrote; `None` for bytes of another form.
    #[must_use]
    pub fn from_bytes(day: Option<Date>, bytes: &[u8]) -> Option<Self> {
        let (&weekdays, mut rest) = bytes.strip_prefix(&[FORM])?.split_first()?;
        let words = read_words(&mut rest)?;
        let mut counts = Vec::with_capacity(rest.len() / 8);
        let mut last = 0_u32;
        while !rest.is_empty() {
            let (distance, number) = (read(&mut rest)?, read(&mut rest)?);
            last = last.checked_add(u32::try_from(distance >> 1).ok()?)?;
            counts.push(Count { what: last, number: u32::try_from(number).ok()?, in_lead: distance & 1 == 1 });
        }
        Some(Self { day, words, counts, weekdays })
    }
}

fn read_words(rest: &mut &[u8]) -> Option<Vec<Counted>> {
    let length = usize::try_from(read(rest)?).ok()?;
    let mut words = Vec::with_capacity(length.min(rest.len() / 3));
    let mut last = 0_u32;
    for _ in 0..length {
        let (distance, whole, lead) = (read(rest)?, read(rest)?, read(rest)?);
        last = last.checked_add(u32::try_from(distance).ok()?)?;
        let kind = match whole & 3 {
            0 => Kind::Word,
            1 => Kind::Name,
            2 => Kind::Number,
            _ => return None,
        };
        words.push(Counted { stem: last, lead: u32::try_from(lead).ok()?, whole: u32::try_from(whole >> 2).ok()?, kind });
    }
    Some(words)
}

fn write(mut number: u64, bytes: &mut Vec<u8>) {
    while number > 0x7f {
        bytes.push(number as u8 & 0x7f | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for shift in (0..42).step_by(7) {
        let (&byte, after) = rest.split_first()?;
        *rest = after;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature() -> Signature {
        let word = |stem, lead, whole, kind| Counted { stem, lead, whole, kind };
        let words = vec![
            word(0, 0, 1, Kind::Word),
            word(127, 1, 1, Kind::Name),
            word(128, 0, 300, Kind::Number),
            word(u32::MAX, 70_000, 70_001, Kind::Name),
        ];
        let count = |what, number, in_lead| Count { what, number, in_lead };
        let counts = vec![count(5, 3, true), count(5, u32::MAX, false), count(u32::MAX, 0, true)];
        Signature { day: "2024-03-02".parse().ok(), words, counts, weekdays: 0b10_0001 }
    }

    #[test]
    fn written_and_read_back() {
        let kept = signature();
        assert_eq!(Signature::from_bytes(kept.day, &kept.to_bytes()), Some(kept));
        assert_eq!(Signature::from_bytes(None, &Signature::default().to_bytes()), Some(Signature::default()));
    }

    #[test]
    fn other_bytes_are_not_read() {
        let bytes = signature().to_bytes();
        assert_eq!(Signature::from_bytes(None, &[]), None);
        assert_eq!(Signature::from_bytes(None, &[FORM + 1]), None);
        assert_eq!(Signature::from_bytes(None, bytes.split_last().unwrap().1), None, "cut short");
        assert_eq!(Signature::from_bytes(None, &[FORM, 0, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), None, "no end");
        assert_eq!(Signature::from_bytes(None, &[FORM, 0, 200, 1, 1, 1]), None, "fewer words than it says");
        assert_eq!(Signature::from_bytes(None, &[FORM, 0, 1, 1, 3, 1]), None, "no such kind");
    }
}
