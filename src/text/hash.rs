//! A hash table over sorted texts that is baked at build time and read in place.
//!
//! `build.rs` includes this file by path, so it must not use other modules of the crate.

/// Bits of a slot that hold the index of a key plus one; those above hold a tag of the key's hash.
const INDEX_BITS: u32 = 24;

/// Most keys of a table, or bytes of lines.
#[allow(dead_code)]
pub(crate) const MOST: usize = (1 << INDEX_BITS) - 2;

/// Eight bytes a step: short keys, no start-up, the same at build and run time.
#[must_use]
fn hash(text: &str) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let step = |hash: u64, word: u64| (hash ^ word).wrapping_mul(FACTOR).rotate_left(26);
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let hash = words.iter().fold(text.len() as u64, |hash, word| step(hash, u64::from_le_bytes(*word)));
    let last = match *rest {
        [] => 0,
        [a] => u64::from(a),
        [a, b] => u64::from(u16::from_le_bytes([a, b])),
        [a, b, c] => u64::from(u32::from_le_bytes([a, b, c, 0])),
        [a, b, c, d, ref more @ ..] => {
            let low = u64::from(u32::from_le_bytes([a, b, c, d]));
            more.iter().fold(low, |word, byte| (word << 8) ^ u64::from(*byte))
        }
    };
    let hash = step(hash, last);
    hash ^ (hash >> 32)
}

/// Where a hash is first looked for among `size` slots, and the tag that its slot carries.
fn home(hash: u64, size: usize) -> (usize, u32) {
    #[allow(clippy::cast_possible_truncation)]
    let (at, tag) = (hash as usize & (size - 1), (hash >> 32) as u32 & !((1 << INDEX_BITS) - 1));
    (at, tag)
}

/// The slots for these keys: tag of the key's hash and its index plus one, 0 for none; a power of two, at most half full.
///
/// The tag spares most looks at a key that is another one. Indices are at most [`MOST`].
#[allow(dead_code)]
pub(crate) fn slots<'k>(keys: impl ExactSizeIterator<Item = (&'k str, u32)>) -> Vec<u32> {
    let size = (keys.len() * 2).next_power_of_two().max(2);
    let mut slots = vec![0; size];
    for (key, index) in keys {
        assert!(index as usize <= MOST, "a table of texts holds at most {MOST} of them");
        let (mut at, tag) = home(hash(key), size);
        while slots[at] != 0 {
            at = (at + 1) & (size - 1);
        }
        slots[at] = tag | (index + 1);
    }
    slots
}

/// The slots, as little-endian bytes, that lead from the key of each line (what stands before a tab) to its first byte.
#[allow(dead_code)]
pub(crate) fn line_slots(lines: &str) -> Vec<u8> {
    let mut keys: Vec<(&str, u32)> = Vec::new();
    let mut start = 0;
    for line in lines.split_inclusive('\n') {
        let key = line.trim_end_matches('\n').split('\t').next().unwrap_or("");
        keys.push((key, u32::try_from(start).unwrap_or(u32::MAX)));
        start += line.len();
    }
    slots(keys.into_iter()).iter().flat_map(|slot| slot.to_le_bytes()).collect()
}

/// The index whose key is this text.
#[allow(dead_code)]
pub(crate) fn find(slots: &[u32], text: &str, is_key: impl Fn(usize) -> bool) -> Option<usize> {
    probe(slots.len(), |at| slots[at], text, is_key)
}

/// As [`find`], over slots that stand as little-endian bytes in a blob.
#[allow(dead_code)]
pub(crate) fn find_in_bytes(slots: &[u8], text: &str, is_key: impl Fn(usize) -> bool) -> Option<usize> {
    let slot = |at: usize| slots[at * 4..at * 4 + 4].try_into().map_or(0, u32::from_le_bytes);
    probe(slots.len() / 4, slot, text, is_key)
}

fn probe(size: usize, slot: impl Fn(usize) -> u32, text: &str, is_key: impl Fn(usize) -> bool) -> Option<usize> {
    const INDEX: u32 = (1 << INDEX_BITS) - 1;
    let (mut at, tag) = home(hash(text), size);
    loop {
        let found = slot(at);
        let index = (found & INDEX).checked_sub(1)? as usize;
        if found & !INDEX == tag && is_key(index) {
            return Some(index);
        }
        at = (at + 1) & (size - 1);
    }
}
