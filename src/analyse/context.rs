//! What a check works with, and what it expects of a Chinese text: a whole entry first, then the form of a notice,
//! then the name grammar.

use crate::config::Profile;
use crate::expect::{Expectation, Form, Origin, Rendering, Role, Slot, Standing};
use crate::glossary::{Entry, Glossary, Group, Status, sources};
use crate::sign::{Domain, Kind};
use crate::{names, notices};

/// Source id of entries that we composed ourselves.
const EDITORIAL: &str = "signlint";

/// How the ids of the city's standards begin.
const CITY: &str = "db11";

/// Kinds of entry whose parts the grammar knows for sure.
const ROADS: [&str; 3] = ["road", "bridge", "hutong"];

/// What a check works with: the glossary's layers and the profile. Shared by all threads.
#[derive(Debug, Clone)]
pub struct Context {
    pub glossary: Glossary,
    pub profile: Profile,
    /// Leave whole-name entries out when expecting (`suggest --no-names`).
    pub without_names: bool,
}

impl Context {
    /// The standard's glossary and the default profile.
    #[must_use]
    pub fn standard() -> Self {
        Self { glossary: Glossary::standard(), profile: Profile::default(), without_names: false }
    }

    /// The kind and domain of a sign; the profile's where the inventory tells none.
    #[must_use]
    pub fn sort(&self, kind: Option<Kind>, domain: Option<Domain>) -> (Option<Kind>, Option<Domain>) {
        (kind.or(self.profile.kind()), domain.or(self.profile.domain()))
    }

    /// What the standards allow for one Chinese text, or `None` where nothing is known of it.
    #[must_use]
    pub fn expect(&self, zh: &str, kind: Option<Kind>, domain: Option<Domain>) -> Option<Expectation> {
        let (kind, domain) = self.sort(kind, domain);
        let key = zh_key(zh);
        self.expect_entry(&key, kind, domain)
            .map(|entry| self.with_parts_of_road(entry, &key, kind))
            .or_else(|| notices::expect(&self.glossary, zh, &key))
            .or_else(|| if notices::looks_like_one(&key) { None } else { self.expect_name(&key, kind) })
    }

    /// A name that no entry holds as it is written.
    fn expect_name(&self, key: &str, kind: Option<Kind>) -> Option<Expectation> {
        let otherwise = || names::with_city_otherwise(&self.glossary, key).filter(|_| !self.without_names);
        otherwise().or_else(|| names::expect(&self.glossary, key, kind))
    }

    /// The entries for a whole text, the one that fits the sign best first.
    #[must_use]
    pub fn entries(&self, zh: &str, kind: Option<Kind>, domain: Option<Domain>) -> Vec<Entry<'_>> {
        let mut entries = self.glossary.get(zh);
        if self.without_names {
            entries.retain(|e| !e.is_proper_name());
        }
        entries.sort_by_key(|e| {
            let misfits_domain = domain.is_some() && e.domain() != domain;
            // What an owner or a standard publishes comes before what we composed ourselves.
            let composed = e.source_ids().any(|id| id == EDITORIAL);
            let misfits_kind = match kind {
                Some(Kind::StationSign) => e.kind() != "station",
                Some(Kind::Menu) => e.kind() != "dish",
                Some(_) => e.kind() == "station",
                None => composed,
            };
            let of_the_city = self.profile.is_national() && e.source_ids().all(|id| id.starts_with(CITY));
            (misfits_kind, misfits_domain, of_the_city, e.kind() == "station", e.status() == Status::Unverified)
        });
        entries
    }

    /// The entry of a road with the composed renderings behind its own: what differs is then told part by part.
    ///
    /// The entry tells every form that stands; which of them a sign takes, its kind tells, and composition knows that.
    fn with_parts_of_road(&self, mut entry: Expectation, key: &str, kind: Option<Kind>) -> Expectation {
        let known = self.glossary.get(key);
        if self.without_names || known.is_empty() || !known.iter().all(|e| ROADS.contains(&e.kind())) {
            return entry;
        }
        let Some(composed) = names::expect(&self.glossary, key, kind) else { return entry };
        let forms = &mut entry.renderings[0].slots[0].forms;
        prefer(forms, &composed.preferred());
        // A form on record as wrong must not pass because a composed one has its letters.
        if forms.iter().all(|f| f.standing < Standing::Deprecated) {
            let behind = composed.renderings.into_iter();
            entry.renderings.extend(behind.map(|r| Rendering { standing: Standing::Allowed, ..r }));
        }
        entry
    }

    fn expect_entry(&self, zh: &str, kind: Option<Kind>, domain: Option<Domain>) -> Option<Expectation> {
        let entries = self.entries(zh, kind, domain);
        let mut forms: Vec<Form> = Vec::new();
        let mut unverified = !entries.is_empty();
        for (rank, entry) in entries.iter().enumerate() {
            unverified &= entry.status() == Status::Unverified;
            for (standing, text) in entry.forms() {
                add_form(
                    &mut forms,
                    entry,
                    text.to_owned(),
                    if rank == 0 { standing } else { standing.max(Standing::Allowed) },
                );
            }
            add_bracketed(&mut forms, entry);
        }
        if forms.is_empty() {
            for (entry, blanks) in self.glossary.get_template(zh) {
                unverified = entry.status() == Status::Unverified;
                for (standing, text) in entry.forms() {
                    if let Some(filled) = fill(text, &blanks) {
                        add_form(&mut forms, &entry, filled, standing);
                    }
                }
                // C座 is a building and 12座 a seat.
                if let Some(lettered) = names::lettered(&self.glossary, zh) {
                    prefer(&mut forms, &lettered);
                }
            }
        }
        // A dish is explained in brackets where there is room: its name alone stands too.
        for at in 0..forms.len() {
            if let Some((name, _)) =
                forms[at].text.split_once(" (").filter(|_| entries.first().is_some_and(|e| e.kind() == "dish"))
            {
                let bare = Form {
                    text: name.into(),
                    standing: forms[at].standing.max(Standing::Allowed),
                    source: forms[at].source.clone(),
                };
                forms.push(bare);
            }
        }
        forms.sort_by_key(|f| f.standing);
        let first = forms.first()?;
        let slot = Slot {
            zh: 0..zh.len(),
            role: Role::Entry,
            optional: false,
            romanised: false,
            joint: " ",
            source: sources::source(&first.source).map_or("", |s| s.id),
            clause: "",
            forms,
        };
        Some(Expectation {
            origin: Origin::Glossary,
            renderings: vec![Rendering { slots: vec![slot], standing: Standing::Preferred }],
            confidence: if unverified { 0.6 } else { 0.98 },
        })
    }
}

/// Puts a form that stands in front.
fn prefer(forms: &mut [Form], text: &str) {
    if let Some(at) = forms.iter().position(|f| f.text == text && f.standing < Standing::Banned) {
        forms[0].standing = Standing::Allowed;
        forms[at].standing = Standing::Preferred;
        forms[..=at].rotate_right(1);
    }
}

fn add_form(forms: &mut Vec<Form>, entry: &Entry, text: String, standing: Standing) {
    match forms.iter_mut().find(|f| f.text == text) {
        Some(known) => known.standing = known.standing.min(standing),
        None => {
            let source = entry.source_ids().next().unwrap_or("").into();
            forms.push(Form { text: text.into(), standing, source });
        }
    }
}

/// Plates of bodies write the acronym behind the full name: National Health Commission (NHC).
fn add_bracketed(forms: &mut Vec<Form>, entry: &Entry) {
    if !matches!(entry.group(), Group::Names | Group::Institutions) {
        return;
    }
    let of = |wanted: fn(Standing) -> bool| entry.forms().filter(move |(standing, _)| wanted(*standing));
    for (_, acronym) in of(|s| s == Standing::Abbreviated).filter(|(_, text)| !text.contains(' ')) {
        for (_, full) in
            of(|s| s < Standing::Abbreviated).filter(|(_, text)| text.contains(' ') && !text.ends_with(')'))
        {
            add_form(forms, entry, format!("{full} ({acronym})"), Standing::Abbreviated);
        }
    }
}

/// Puts the numbers of a text into the blanks of a form; `None` where the counts differ.
fn fill(form: &str, blanks: &[String]) -> Option<String> {
    let mut parts = form.split("___");
    let mut out = parts.next()?.to_owned();
    let mut blanks = blanks.iter();
    for part in parts {
        out.push_str(blanks.next()?);
        out.push_str(part);
    }
    blanks.next().is_none().then_some(out)
}

fn normalised(zh: &str) -> String {
    zh.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}'))
        .map(|c| match u32::from(c) {
            code @ (0xFF10..=0xFF19 | 0xFF21..=0xFF3A | 0xFF41..=0xFF5A) => char::from_u32(code - 0xFEE0).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// The Chinese as the glossary is keyed: no white space, no quotes around, no closing stop, ASCII digits and letters.
#[must_use]
pub fn zh_key(zh: &str) -> String {
    // Lead bytes of the common characters, continuations and ASCII above the blank: nothing to leave out or to change.
    let plain = |byte: u8| byte > b' ' && !matches!(byte, 0xC0..=0xE3 | 0xEA..);
    let mut key = if zh.bytes().all(plain) { zh.to_owned() } else { normalised(zh) };
    while key.ends_with(['。', '！', '!', '.', '，', '；']) {
        key.pop();
    }
    key
}
