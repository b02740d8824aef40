//! A hash table over sorted texts that is baked at build time and read in place.
//!
//! `build.rs` includes this file by path, so it must not use other modules of the crate.

/// FNV-1a, 32 bits: short keys, no start-up, the same at build and run time.
#[must_use]
pub(crate) fn fnv(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The slots for these keys: the index of the key plus one, 0 for none; a power of two, at most half full.
#[allow(dead_code)]
pub(crate) fn slots<'k>(keys: impl ExactSizeIterator<Item = (&'k str, u32)>) -> Vec<u32> {
    let size = (keys.len() * 2).next_power_of_two().max(2);
    let mut slots = vec![0; size];
    for (key, index) in keys {
        let mut at = fnv(key) as usize & (size - 1);
        while slots[at] != 0 {
            at = (at + 1) & (size - 1);
        }
        slots[at] = index + 1;
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
    let mut at = fnv(text) as usize & (size - 1);
    loop {
        let index = slot(at).checked_sub(1)? as usize;
        if is_key(index) {
            return Some(index);
        }
        at = (at + 1) & (size - 1);
    }
}
