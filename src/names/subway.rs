//! Stops of the subway with what says that they are: 地铁国贸站, 国贸地铁站, 地铁1号线国贸站.

use super::lexicon::{self, Part};
use super::slots::{self, MODIFIERS, texts};
use super::station::{self, STATIONS};
use super::{Composed, Composer};
use crate::expect::{Role, Slot};
use crate::sign::{Kind, Span};
use crate::text::is_han;
use crate::text::numbers::number;

const SUBWAY: &str = "地铁";
const SUBWAY_STATION: &str = "地铁站";
const LINE: &str = "号线";
const LINE_ENDS: &str = "线";
const STATION: &str = "站";
/// Longest name of a stop, in characters.
const LONGEST: usize = 8;

/// 八通线土桥站, S1线石厂站: a line that has a name or a letter, and a stop on it.
fn on_named_line(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    // Numbers have a way of their own.
    let inner = text.strip_suffix(STATION).filter(|_| !text.contains(LINE))?;
    let at = inner.find(LINE_ENDS)? + LINE_ENDS.len();
    let line = span.start..span.start + at;
    let known = c.known_entry(&line).filter(|entry| entry.kind() == "line");
    let line = match known {
        Some(entry) => vec![slots::entry(line, Role::Specific, &entry)],
        None => super::line::compose(c, &line)
            .filter(|line| line.renderings[0].iter().all(|s| !s.romanised))?
            .renderings
            .swap_remove(0),
    };
    let stop = span.start + at..span.end;
    if !c.text(&stop).chars().all(is_han) {
        return None;
    }
    let own = stop.start..stop.end - STATION.len();
    let mut stop = stops(c, &own)?.swap_remove(0);
    stop.push(texts(own.end..span.end, Role::Generic, ["Station", "Subway Station", "Metro Station"], STATIONS));
    let behind = [stop.clone(), super::after_comma(line.clone())].concat();
    Some(Composed { renderings: vec![behind, [line, stop].concat()], confidence: 0.75 })
}

/// 公交望京站: a stop of the buses.
fn bus_stop(c: Composer, span: &Span) -> Option<Composed> {
    const BUS: &str = "公交";
    const STOP: &str = "公交站";
    const HUB: &str = "枢纽";
    const HUB_OF_BUSES: &str = "公交枢纽";
    let own = c.text(span).strip_prefix(BUS)?.strip_suffix(STATION)?;
    let (own, stop) = own.strip_suffix(HUB).map_or((own, STOP), |own| (own, HUB_OF_BUSES));
    let name = span.start + BUS.len()..span.start + BUS.len() + own.len();
    if !(2..=LONGEST).contains(&c.count(&name)) || !own.chars().all(is_han) || lexicon::get(own).next().is_some() {
        return None;
    }
    let head = slots::word(name.end..span.end, Role::Generic, lexicon::word(stop, Part::Generic)?, false);
    let renderings = stops(c, &name)?.into_iter().map(|stop| [stop, vec![head.clone()]].concat()).collect();
    Some(Composed { renderings, confidence: 0.7 })
}

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    if let Some(stop) = bus_stop(c, span) {
        return Some(stop);
    }
    if let Some(named) = on_named_line(c, span) {
        return Some(named);
    }
    // 2号线西直门站: the line says as much.
    let numbered = text.find(LINE).is_some_and(|at| super::is_number(&text[..at]));
    let (start, end) = match (text.strip_prefix(SUBWAY), text.strip_suffix(SUBWAY_STATION)) {
        (Some(rest), _) => (SUBWAY.len(), SUBWAY.len() + rest.strip_suffix(STATION)?.len()),
        (None, Some(rest)) => (0, rest.len()),
        (None, None) => (0, text.strip_suffix(STATION).filter(|_| numbered)?.len()),
    };
    let line = text[start..end].find(LINE).map(|at| start + at);
    let number = match line {
        Some(at) => Some(number(&text[start..at]).filter(|(_, bytes)| *bytes == at - start)?.0),
        None => None,
    };
    let from = line.map_or(start, |at| at + LINE.len());
    // 4号线大兴线新宫站: two lines that are run as one.
    let second = text[from..end].rfind(LINE_ENDS).map(|at| from + at + LINE_ENDS.len()).filter(|_| line.is_some());
    let lines = second.and_then(|to| super::line::compose(c, &(span.start + start..span.start + to)));
    let from = second.filter(|_| lines.is_some()).unwrap_or(from);
    let name = span.start + from..span.start + end;
    if !(2..=LONGEST).contains(&c.count(&name)) || !c.text(&name).chars().all(is_han) {
        return None;
    }
    let generic = lexicon::word(SUBWAY_STATION, Part::Generic)?;
    let head = slots::word(name.end..span.end, Role::Generic, generic, false);
    let stop = stops(c, &name)?;
    let mut renderings = Vec::new();
    for stop in stop {
        let plain = [stop, vec![head.clone()]].concat();
        let Some(number) = number else {
            renderings.push(plain);
            continue;
        };
        let zh = span.start + start..name.start;
        if let Some(lines) = &lines {
            let behind = super::after_comma(lines.renderings[0].clone());
            renderings.push([plain, behind].concat());
            continue;
        }
        let line = texts(zh.clone(), Role::Ordinal, [format!("Line {number}")], STATIONS);
        renderings.push([plain.clone(), vec![slots::joined(line, ", ")]].concat());
        let before = [format!("Subway Line {number}"), format!("Metro Line {number}"), format!("Line {number}")];
        renderings.push([vec![texts(zh, Role::Ordinal, before, MODIFIERS)], plain].concat());
    }
    Some(Composed { renderings, confidence: 0.8 })
}

/// A stop as its own sign has it: a sight in English, any other name in pinyin.
fn stops(c: Composer, name: &Span) -> Option<Vec<Vec<Slot>>> {
    let sign = Composer { zh: c.text(name), kind: Some(Kind::StationSign), ..c };
    let mut stop: Vec<Vec<Slot>> = station::compose(sign, &(0..name.len()))?.renderings;
    for slot in stop.iter_mut().flatten().filter(|slot| !slot.zh.is_empty()) {
        slot.zh = slot.zh.start + name.start..slot.zh.end + name.start;
    }
    let entries = c.glossary.get(c.text(name));
    let known = entries.iter().find(|e| e.kind() == "station");
    // The operator's list comes first, but for apostrophes that pinyin does not have (Shan'gezhuang).
    let apostrophe = |slots: &Vec<Slot>| slots.iter().any(|slot| slot.preferred().contains('\''));
    if let Some(entry) = known {
        let listed = vec![slots::entry(name.clone(), Role::Specific, entry)];
        let slip = apostrophe(&listed) && !stop.iter().any(apostrophe);
        stop.insert(if slip { stop.len() } else { 0 }, listed);
    }
    Some(stop)
}
