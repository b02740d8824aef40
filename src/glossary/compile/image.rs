//! The image: header, entries, forms, string pool, automaton, slots of the keys. It is read in place.

use super::{Compiler, ENTRY_WORDS, FORM_WORDS, FORMAT};
use std::collections::{BTreeMap, HashMap};

impl Compiler {
    /// Writes the image: header, entries, forms, string pool, automaton, slots of the keys.
    ///
    /// # Errors
    /// When the automaton cannot be built (more keys than daachorse holds).
    pub fn image(mut self) -> Result<Vec<u8>, String> {
        self.rows
            .sort_by(|a, b| a.zh.cmp(&b.zh).then_with(|| a.group.cmp(&b.group)).then_with(|| a.domain.cmp(&b.domain)));
        let mut pool = Pool::default();
        let mut entries: Vec<u32> = Vec::with_capacity(self.rows.len() * ENTRY_WORDS);
        let mut forms: Vec<u32> = Vec::new();
        let mut keys: BTreeMap<&str, u32> = BTreeMap::new();
        for (index, row) in self.rows.iter().enumerate() {
            keys.entry(&row.zh).or_insert(u32::try_from(index).map_err(|_| "too many entries")?);
            let (zh_at, zh_len) = pool.put(&row.zh);
            let first_form = u32::try_from(forms.len() / FORM_WORDS).map_err(|_| "too many forms")?;
            for (standing, text) in &row.forms {
                let (at, len) = pool.put(text);
                forms.extend([at, len, *standing, 0]);
            }
            let count = u32::try_from(row.forms.len()).map_err(|_| "too many forms")?;
            let (domain, _) = pool.put_sized(&row.domain);
            let (kind, _) = pool.put_sized(&row.kind);
            let (sources, _) = pool.put_sized(&row.sources);
            let (clause, _) = pool.put_sized(&row.clause);
            let (note, _) = pool.put_sized(&row.note);
            let (group, _) = pool.put_sized(&row.group);
            entries
                .extend([zh_at, zh_len, first_form, count, domain, kind, sources, clause, row.status, note, group, 0]);
        }
        let patterns: Vec<(&str, u32)> =
            keys.iter().filter(|(zh, _)| !zh.contains("___")).map(|(zh, first)| (*zh, *first)).collect();
        let automaton = if patterns.is_empty() {
            Vec::new()
        } else {
            daachorse::charwise::CharwiseDoubleArrayAhoCorasickBuilder::new()
                .build_with_values(patterns.iter().map(|(zh, first)| (*zh, *first)))
                .map_err(|e| format!("automaton: {e}"))?
                .serialize()
        };
        let slots = crate::hash::slots(keys.iter().map(|(zh, first)| (*zh, *first)));
        Ok(assemble(&[&words(&entries), &words(&forms), pool.text.as_bytes(), &automaton, &words(&slots)]))
    }
}

/// Header (format, then the length of each part), then the parts, each padded to four bytes.
fn assemble(parts: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend(FORMAT.to_le_bytes());
    for part in parts {
        out.extend(u32::try_from(part.len()).unwrap_or(u32::MAX).to_le_bytes());
    }
    for part in parts {
        out.extend_from_slice(part);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

fn words(values: &[u32]) -> Vec<u8> {
    values.iter().flat_map(|v| v.to_le_bytes()).collect()
}

/// Every distinct string once. Strings read by position alone carry their length in front (`put_sized`).
#[derive(Default)]
struct Pool {
    text: String,
    known: HashMap<String, (u32, u32)>,
    sized: HashMap<String, u32>,
}

impl Pool {
    fn put(&mut self, s: &str) -> (u32, u32) {
        if let Some(&place) = self.known.get(s) {
            return place;
        }
        let place = (u32::try_from(self.text.len()).unwrap_or(0), u32::try_from(s.len()).unwrap_or(0));
        self.text.push_str(s);
        self.known.insert(s.to_owned(), place);
        place
    }

    /// As [`Self::put`], with the length as four hexadecimal digits before the text.
    fn put_sized(&mut self, s: &str) -> (u32, u32) {
        if let Some(&at) = self.sized.get(s) {
            return (at, 0);
        }
        let at = u32::try_from(self.text.len()).unwrap_or(0);
        self.text.push_str(&format!("{:04x}{s}", s.len().min(0xffff)));
        self.sized.insert(s.to_owned(), at);
        (at, 0)
    }
}
