//! The rules: one file each, folders by family, and the one list that registers them.
//!
//! A rule of the first kind judges one distinct sign text ([`Rule`]); a rule of the second kind gathers facts over
//! the whole inventory and judges at the end ([`InventoryRule`]). No rule knows the command line, a file format,
//! a column name or another rule.

mod examples;
mod meta;
mod report;

#[cfg(test)]
use examples::flagged;
pub use examples::{Example, bad, bad_as, fires, good, good_as};
pub use meta::{Cite, FixKind, Meta, Words, cite};
pub use report::{Report, Say};

use crate::analyse::{Analysed, Context, zh_key};
use crate::finding::{Finding, Text};
use crate::sign::{Field, Kind};
use crate::text::{fold, into_simplified};

/// A rule that judges one sign by itself.
#[derive(Debug)]
pub struct Rule {
    pub meta: &'static Meta,
    pub check: fn(&Analysed, &mut Report),
}

/// Declares the modules of all families and the registry in one place: adding a rule is one line here.
macro_rules! registry {
    (
        rules { $($family:ident { $($rule:ident),* $(,)? })* }
        inventory { $($ifamily:ident { $($irule:ident),* $(,)? })* }
    ) => {
        $(pub mod $family { $(pub mod $rule;)* })*
        $(pub mod $ifamily { $(pub mod $irule;)* })*

        /// Every rule that judges one sign by itself, by family.
        pub static RULES: &[Rule] = &[
            $($(Rule { meta: &$family::$rule::META, check: $family::$rule::check }),*),*
        ];

        /// Every rule that judges the inventory as a whole.
        pub static INVENTORY_RULES: &[InventoryRule] = &[
            $($(InventoryRule { meta: &$ifamily::$irule::META, judge: $ifamily::$irule::judge }),*),*
        ];
    };
}

registry! {
    rules {
        data { overlong_cell, swapped_columns, mojibake, lost_characters, markup_left, control_characters, exotic_space, normal_form, look_alike_letters }
        completeness { missing_english, placeholder, truncated, chinese_left, pinyin_for_english, half_pinyin, word_left_out }
        regulation { english_required, foreign_text_alone }
        layout { broken_word, dangling_line }
        typography { full_width, apostrophe_mark, spaces, slash, unpaired_bracket, unpaired_quote, repeated_mark, ellipsis, repeated_word, trailing_stop, stray_mark }
        number {
            mismatch, numeral_mismatch, time_mismatch, phone_mismatch, unit_mismatch, floor_mismatch, emergency_number,
            letter_mismatch,
            price_mismatch, price_basis, discount_mismatch, limit_turned, limit_lost, free_mismatch, currency_form,
            weekday_mismatch, date_mismatch, impossible_date, wrong_weekday, missing_time, period_mismatch, open_or_closed,
            wrong_ordinal, ordinal_suffix, impossible_time, floor_form, numero_form, spelled_out, name_in_figures
        }
        wording {
            opposite_meaning, another_kind, unrelated, character_by_character, unmeant_thing, bare_verb, disrespectful, banned_phrase, agreement,
            plural_after_number, plural_only, form_after_modal, participle, verb_after_preposition, missing_connector, head_first,
            wrong_article, stray_article, clause_without_subject, two_verbs, adjective_for_adverb, verb_for_noun, adjective_for_noun
        }
        notice {
            polarity, lost_clause, danger_not_named, danger_as_order, careful_before_noun, ban_without_verb, missing_object, gerund_after_do_not, form_after_please, no_verb_after_please, no_verb_after_do_not, noun_before_article, and_for_or, not_without_do, bare_verb_after_no, contraction, please_with_no, signal_word, forbidden
        }
        pinyin { wrong_romanisation, missing_apostrophe, stray_apostrophe, v_for_u, tone_marks, wrong_division, other_name, hyphenated, joined_generic, old_spelling, other_syllable }
        name { other_region, missing_region, missing_field, region_kind, other_field, doubled_generic, generic_in_pinyin, missing_generic, mixed_generic, english_on_plate, wrong_generic, missing_direction, misplaced_direction, translated_road, word_in_pinyin, wrong_preposition, plural_head, adjective_alone, word_order }
        spelling { misspelled_word, confused_word, split_word, british_variant, stray_accent }
        case { camel_case, lower_case_name, lower_case_text, lower_case_generic, headline, short_verb, long_capitals }
        abbreviation { full_stop, not_on_signs, road_form }
        glossary { banned_form, deprecated_form, non_standard_term }
    }
    inventory {
        consistency {
            one_chinese_several_english, case_variants, one_english_several_chinese, component_variants, mixed_spelling,
            number_gap, number_doubled, near_duplicate, row_variants, name_spelling
        }
    }
}

/// One distinct sign text with the records that carry it, as an inventory rule sees it.
pub struct Occurrence<'t> {
    pub zh: &'t str,
    pub en: &'t str,
    pub kind: Option<Kind>,
    /// Indices of the signs that carry this text, in input order.
    pub signs: &'t [u32],
    /// The Chinese as it tells texts apart: simplified, half-width, without spaces and closing marks.
    pub key: String,
    /// The folded letters of the English.
    pub letters: String,
}

impl<'t> Occurrence<'t> {
    /// A distinct text with what most rules ask of it.
    #[must_use]
    pub fn new(zh: &'t str, en: &'t str, kind: Option<Kind>, signs: &'t [u32]) -> Self {
        Self { zh, en, kind, signs, key: into_simplified(zh_key(zh)), letters: fold(en) }
    }

    /// The one number of the Chinese where it stands before 号, between what is around it: the mark of a row of signs.
    #[must_use]
    pub fn numbered(&self) -> Option<(u32, [&str; 2])> {
        let bytes = self.key.as_bytes();
        let start = bytes.iter().position(u8::is_ascii_digit)?;
        let end = start + bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        let (around, number) = ([&self.key[..start], &self.key[end..]], &self.key[start..end]);
        let alone = around[1].starts_with('号') && !around[1].bytes().any(|b| b.is_ascii_digit());
        Some((number.parse().ok().filter(|_| alone)?, around))
    }
}

/// A finding of an inventory rule: on which distinct text, and which other texts it concerns.
#[derive(Debug, Clone)]
pub struct InventoryFinding {
    /// Index into the occurrences given.
    pub text: usize,
    pub finding: Finding,
    /// Indices of the related occurrences.
    pub related: Vec<usize>,
}

/// Other texts that one finding names: a reader needs a few, and a large inventory may hold thousands.
pub const MOST_RELATED: usize = 8;

impl InventoryFinding {
    /// A finding on the whole English of one distinct text, with nothing to write instead.
    #[must_use]
    pub fn new(meta: &'static Meta, texts: &[Occurrence], text: usize, message: Text, related: Vec<usize>) -> Self {
        let finding = Finding {
            rule: meta.code,
            level: meta.level,
            field: Field::En,
            span: 0..texts[text].en.len(),
            message,
            suggestion: None,
            fix: None,
            citation: meta.citation.citation(),
        };
        Self { text, finding, related }
    }
}

/// A rule that judges the distinct texts of the whole inventory.
pub struct InventoryRule {
    pub meta: &'static Meta,
    pub judge: fn(&Context, &[Occurrence]) -> Vec<InventoryFinding>,
}

/// The metadata of every rule, in the order of the registry.
pub fn all_meta() -> impl Iterator<Item = &'static Meta> {
    RULES.iter().map(|r| r.meta).chain(INVENTORY_RULES.iter().map(|r| r.meta))
}

/// Source ids that rules and the name grammar cite.
pub fn cited_sources() -> impl Iterator<Item = &'static str> {
    all_meta().map(|meta| meta.citation.source).chain(crate::names::CITED_SOURCES)
}

/// Looks a rule's metadata up by its code.
#[must_use]
pub fn meta(code: &str) -> Option<&'static Meta> {
    all_meta().find(|m| m.code == code)
}
