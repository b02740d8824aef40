//! What a body has of its own under another one: the ministry that keeps a laboratory, a place, a number; and what
//! learned bodies and those of sports are of.

use super::super::Composer;
use super::super::lexicon::{self, Part, Word};
use super::super::slots::{self, INSTITUTIONS, texts};
use super::field::Field;
use super::{ASSOCIATION, LABORATORY, Owner, Superior};
use crate::expect::{Role, Slot};
use crate::glossary::Group;
use crate::sign::Span;
use crate::text::numbers::{number, ordinal_digits, ordinal_word};

pub(super) const INSTITUTE: &str = "institute";
pub(super) const CENTER: &str = "center";

/// 教育部 in 量子信息教育部重点实验室: the ministry that keeps a laboratory stands between its field and its head.
pub(super) fn keeper(c: Composer, head: &Word, rest: &Span) -> Option<(Owner, Span)> {
    const KEPT: [&str; 2] = [LABORATORY, CENTER];
    /// Least characters of a field before the ministry.
    const SHORTEST: usize = 2;
    if !KEPT.contains(&head.class) || c.known_entry(rest).is_some() {
        return None;
    }
    let text = c.text(rest);
    text.char_indices().map(|(at, _)| at).skip(SHORTEST).find_map(|at| {
        let mut entries = c.glossary.holding(&text[at..]);
        let ministry = entries.find(|e| e.group() == Group::Institutions && e.kind() == "government")?;
        let zh = rest.start + at..rest.end;
        let slots = vec![slots::entry(zh.clone(), Role::Region, &ministry)];
        let superior = Superior { slots, article: true, university: false, brand: false };
        Some((Owner::Body(superior), rest.start..zh.start))
    })
}

/// Institutes and laboratories are called after where they are: Shanghai Institute of Organic Chemistry.
pub(super) fn has_place(head: &Word) -> bool {
    [INSTITUTE, LABORATORY, CENTER].contains(&head.class)
}

/// 第一 in 自然资源部第一海洋研究所: which of the institutes of a body, before the head (54th Research Institute).
pub(super) fn count(c: Composer, head: &Word, span: &Span) -> (Option<Slot>, Span) {
    const ORDINAL: char = '第';
    /// Ordinals above it are written with digits.
    const IN_WORDS: u32 = 10;
    let text = c.text(span);
    let counted = text.strip_prefix(ORDINAL).filter(|_| head.class == INSTITUTE).and_then(number);
    let Some((value, bytes)) = counted else { return (None, span.clone()) };
    let end = span.start + ORDINAL.len_utf8() + bytes;
    let mut forms = vec![ordinal_word(value), ordinal_digits(value), format!("No. {value}")];
    if value > IN_WORDS {
        forms.swap(0, 1);
    }
    (Some(texts(span.start..end, Role::Ordinal, forms, INSTITUTIONS)), end..span.end)
}

/// 欧洲 in 中国社会科学院欧洲研究所: a part of the world that is studied, taken from where the body would stand.
pub(super) fn studied(
    c: Composer,
    head: &Word,
    owner: &mut Owner,
    own_regions: &mut Vec<Span>,
    field: &Span,
) -> Option<Field> {
    if !field.is_empty() || !is_of_science(head) {
        return None;
    }
    let regions = match owner {
        Owner::Regions(regions) if regions.len() > 1 => regions,
        Owner::Body(_) => own_regions,
        _ => return None,
    };
    let region = regions.last()?;
    let about = about_region(c, region, "Studies")?;
    regions.pop();
    Some(Field::same(vec![about]))
}

/// European Studies, European Affairs: a country or a part of the world that a body is about. China and its places keep
/// the bodies that are called after them.
pub(super) fn about_region(c: Composer, zh: &Span, what: &str) -> Option<Slot> {
    const CONTINENT: &str = "continent";
    let text = c.text(zh);
    let country = || lexicon::word(text, Part::Region).filter(|w| w.class == "country" && !w.zh.starts_with(CHINA));
    let continent = lexicon::word(text, Part::Attribute).filter(|word| word.class == CONTINENT);
    let (adjective, name) = match continent {
        Some(word) => (Some(word.before), word.en),
        None => country().map(|word| (word.allowed.iter().copied().find(|form| !form.contains(' ')), word.en))?,
    };
    let forms = adjective.into_iter().chain([name]).map(|form| format!("{form} {what}"));
    Some(texts(zh.clone(), Role::Attribute, forms, INSTITUTIONS))
}

const CHINA: &str = "中国";

/// What a department that has a part of the world for its field deals with (Department of European Affairs), and a learned
/// body studies (European Studies).
pub(super) fn of_region(c: Composer, head: &Word, field: &mut Field) {
    let what = match head.class {
        "department" => "Affairs",
        _ if is_of_science(head) => "Studies",
        _ => return,
    };
    if let [one] = field.before.as_slice()
        && let Some(about) = about_region(c, &one.zh, what)
    {
        *field = Field::same(vec![about]);
    }
}

/// 冬季两项运动协会: of what is a sport the association does not say that it is one (Chinese Biathlon Association).
pub(super) fn without_sports(c: Composer, field: &mut Field) {
    const SPORTS: &str = "运动";
    let said = |slots: &mut Vec<Slot>| {
        if let [.., sport, sports] = slots.as_slice()
            && c.text(&sports.zh) == SPORTS
            && is_sport(c, sport)
        {
            let end = sports.zh.end;
            slots.pop();
            slots.iter_mut().next_back().into_iter().for_each(|slot| slot.zh.end = end);
        }
    };
    field.of.iter_mut().chain([&mut field.before]).for_each(said);
}

fn is_sport(c: Composer, slot: &Slot) -> bool {
    lexicon::word(c.text(&slot.zh), Part::Attribute).is_some_and(|w| matches!(w.class, "sport" | "winter-sport"))
}

/// Learned bodies are of a science.
pub(super) fn is_of_science(head: &Word) -> bool {
    const LEARNED: [&str; 2] = ["学会", "研究所"];
    LEARNED.contains(&head.zh)
}

/// Chinese Basketball Association: the field is a sport or a sort of sports.
pub(super) fn is_of_sport(c: Composer, field: &Field) -> bool {
    field.before.iter().any(|slot| is_sport(c, slot))
}

/// 中华医学会: learned societies of the country call themselves Chinese, its foundations China.
pub(super) fn chinese(c: Composer, head: &Word, level: &mut Slot) {
    const OF_CHINA: &str = "中华";
    if head.class == ASSOCIATION && c.text(&level.zh) == OF_CHINA && !head.zh.ends_with(FOUNDATION) {
        slots::prefer(level, "Chinese");
    }
}

/// 中国电子科技集团公司第二十八研究所: an institute that has a number for a name is a Research Institute, an academy an Academy.
pub(super) fn counted(head: &Word, head_slot: &mut Slot) {
    const ACADEMY: &str = "研究院";
    slots::prefer(head_slot, if head.zh.ends_with(ACADEMY) { "Academy" } else { "Research Institute" });
}

/// What a body of the whole country is about is no name that we do not know, but for those of persons (foundations).
pub(super) fn is_of_country(c: Composer, head: &Word, owner: &Owner) -> bool {
    let Owner::Regions(regions) = owner else { return false };
    let [one] = regions.as_slice() else { return false };
    c.text(one) == CHINA && !head.zh.ends_with(FOUNDATION)
}

const FOUNDATION: &str = "基金会";
