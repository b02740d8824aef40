//! English words: which exist, which are known slips, which are variants of one another.
//!
//! All data is in the binary as lines with a hash table beside them and is read in place; nothing is built at start.

pub mod distance;
mod slips;

use crate::text::lines::Lines;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/english.rs"));

/// Fewest letters before -ing: bring and king are no participles.
const SHORTEST_STEM: usize = 3;
/// Fewest letters that words of one stem share.
const SHORTEST_KIN: usize = 3;
/// Most letters that an ending adds.
const LONGEST_ENDING: usize = 3;
/// Regular endings that make another form of a word, no other word.
const ENDINGS: [&str; 5] = ["ed", "er", "ing", "y", "ly"];

/// Endings that make other forms of a word and words of its family.
const FORMS: [&str; 14] = ["", "e", "s", "es", "ed", "ing", "er", "or", "ion", "ation", "y", "ly", "al", "able"];

/// The English word data. Folded words go in: lower case, no apostrophes.
#[derive(Debug)]
pub struct English {
    words: Lines,
    rare_words: Lines,
    common_words: Lines,
    sign_words: Lines,
    variants: Lines,
    misspellings: Lines,
    names: Lines,
    things: Lines,
    verbs: Lines,
    parts: Lines,
}

/// A blob of lines with its slots, as `build.rs` baked them.
macro_rules! baked {
    ($name:literal) => {
        Lines::new(
            include_str!(concat!(env!("OUT_DIR"), "/", $name, ".txt")),
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".slots")),
        )
    };
}

static STANDARD: LazyLock<English> = LazyLock::new(|| English {
    words: baked!("words"),
    rare_words: baked!("rare-words"),
    common_words: baked!("common-words"),
    sign_words: baked!("sign-words"),
    variants: baked!("variants"),
    misspellings: baked!("misspellings"),
    names: baked!("name-words"),
    things: baked!("things"),
    verbs: baked!("verbs"),
    parts: baked!("parts"),
});

impl English {
    /// The data of the dictionaries.
    #[must_use]
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// Whether a word exists in Britain or America, or stands in a rendering of the dictionaries.
    #[must_use]
    pub fn is_word(&self, word: &str) -> bool {
        if word.bytes().all(|b| b.is_ascii_lowercase()) {
            return self.words.contains(word);
        }
        self.words.contains(&crate::text::fold(word))
    }

    /// A word that large dictionaries hold and common ones do not: *servery*, *ombudsman*. On a sign it is written on purpose
    /// far more often than it is a slip for a common word, so it is no evidence of either by itself.
    #[must_use]
    pub fn is_rare_word(&self, word: &str) -> bool {
        self.rare_words.contains(word)
    }

    /// The words that begin with these letters: a family of derived words, where the letters are many.
    pub fn beginning(&self, start: &str) -> impl Iterator<Item = &'static str> {
        self.words.beginning(start)
    }

    /// Whether a rendering of the dictionaries holds the word.
    #[must_use]
    pub fn is_sign_word(&self, word: &str) -> bool {
        self.sign_words.contains(word)
    }

    /// Several terms and notices use the word, or its singular: it belongs to the common stock of signs.
    #[must_use]
    pub fn is_common_on_signs(&self, word: &str) -> bool {
        let singular = word.strip_suffix("es").into_iter().chain(word.strip_suffix('s'));
        std::iter::once(word).chain(singular).any(|form| self.common_words.contains(form))
    }

    /// A word of English that no rendering of the dictionaries holds in any form: economize, stride. Words of things and of how
    /// something is done are not judged, since signs may need any of them.
    #[must_use]
    pub fn is_on_no_sign(&self, word: &str) -> bool {
        let american = self.american(word).unwrap_or(word);
        let stem = self.bare_verb(american).or_else(|| self.verb_of_past(american));
        let stem = stem.as_deref().unwrap_or(american.strip_suffix('s').unwrap_or(american));
        let root = stem.strip_suffix('e').unwrap_or(stem);
        word.len() > SHORTEST_KIN
            && self.is_word(word)
            && !word.ends_with("ly")
            && self.thing(stem).is_none()
            && !self.is_sign_word(word)
            && !FORMS.iter().any(|ending| self.is_sign_word(&format!("{root}{ending}")))
    }

    /// A word that only renderings of names hold and no dictionary of English: pinyin for the most part.
    #[must_use]
    pub fn is_pinyin_name(&self, word: &str) -> bool {
        self.names.contains(word)
    }

    /// A word that is written with a capital inside (`WiFi`, `WeChat`).
    #[must_use]
    pub fn is_camel(&self, word: &str) -> bool {
        CAMEL.binary_search(&word).is_ok()
    }

    /// What sort of thing a noun names (animal, food, body), and the words of like meaning; `None` where the word is first
    /// of all no thing that one can touch.
    #[must_use]
    pub fn thing(&self, word: &str) -> Option<(&'static str, std::str::Split<'static, char>)> {
        let mut list = self.things.value(word)?.split(',');
        Some((list.next()?, list))
    }

    /// The word is a verb and hardly ever anything else: collect, borrow.
    #[must_use]
    pub fn is_only_verb(&self, word: &str) -> bool {
        self.verbs.contains(word)
    }

    /// Which parts of speech a common base form can be: `n` noun, `v` verb, `a` adjective, `r` adverb, and `c`
    /// where it is common; empty where nothing is known.
    #[must_use]
    pub fn parts(&self, word: &str) -> &'static str {
        self.parts.value(word).unwrap_or("")
    }

    /// A verb that no sense makes a noun: enter, bring.
    #[must_use]
    pub fn is_pure_verb(&self, word: &str) -> bool {
        self.is_only_verb(word) && self.parts(word).trim_end_matches('c') == "v"
    }

    /// A common noun or adjective that is never a verb: safety, noisy.
    #[must_use]
    pub fn is_no_verb(&self, word: &str) -> bool {
        let parts = self.parts(word);
        !parts.is_empty() && !parts.contains(['v', 'r']) && !self.is_function_word(word)
    }

    /// The form in -ing of a bare verb, where it is a word.
    #[must_use]
    pub fn gerund(&self, verb: &str) -> Option<String> {
        let last = verb.get(verb.len().checked_sub(1)?..)?;
        let of_ie = verb.strip_suffix("ie").map(|stem| format!("{stem}ying"));
        if let Some(form) = of_ie.filter(|form| self.is_word(form)) {
            return Some(form);
        }
        let forms = [format!("{}ing", verb.strip_suffix('e').unwrap_or(verb)), format!("{verb}{last}ing")];
        forms.into_iter().find(|form| self.bare_verb(form).as_deref() == Some(verb))
    }

    /// Articles, prepositions and conjunctions.
    #[must_use]
    pub fn is_function_word(&self, word: &str) -> bool {
        FUNCTION_WORDS.binary_search(&word).is_ok()
    }

    /// Singular and plural of one noun.
    #[must_use]
    pub fn same_noun(&self, a: &str, b: &str) -> bool {
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        if short == long {
            return true;
        }
        if IRREGULAR.iter().any(|(one, many)| (*one, *many) == (a, b) || (*one, *many) == (b, a)) {
            return true;
        }
        let Some(rest) = long.strip_suffix('s') else {
            return false;
        };
        rest == short
            || rest.strip_suffix('e') == Some(short)
            || (rest.strip_suffix("ie").is_some() && rest.strip_suffix("ie") == short.strip_suffix('y'))
    }

    /// One word is the other with a regular ending: rain and rainy, close and closed, gate and gates.
    #[must_use]
    pub fn is_inflected(&self, a: &str, b: &str) -> bool {
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let stem = short.strip_suffix('e').unwrap_or(short);
        let ending = |stem: &str| long.strip_prefix(stem).is_some_and(|end| ENDINGS.contains(&end));
        self.same_noun(a, b) || ending(short) || ending(stem)
    }

    /// Two words of one stem, as far as letters tell: park and parking, danger and dangerous, child and children.
    #[must_use]
    pub fn is_kin(&self, a: &str, b: &str) -> bool {
        if self.same_noun(a, b) || self.same_spelling(a, b) {
            return true;
        }
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
        // Of two words as long as one another that differ, one is no form of the other: seven, sever.
        let ending = long.len() - short.len();
        let verbs = self.bare_verb(long).as_deref() == Some(short);
        verbs
            || ending > 0
                && (common == short.len() && common >= SHORTEST_KIN && ending <= LONGEST_ENDING
                    || common > SHORTEST_KIN && common + 2 >= short.len())
    }

    /// A word and its abbreviation.
    #[must_use]
    pub fn same_abbreviated(&self, a: &str, b: &str) -> bool {
        ABBREVIATIONS.iter().any(|(full, short)| (*full, *short) == (a, b) || (*full, *short) == (b, a))
    }

    /// A folded short form of some word: rd, st, bldg.
    #[must_use]
    pub fn is_abbreviation(&self, word: &str) -> bool {
        ABBREVIATIONS.iter().any(|(_, short)| *short == word)
    }

    /// The article that a folded word takes by its sound: `an` hour, `a` university.
    #[must_use]
    pub fn article(&self, word: &str) -> &'static str {
        let exception =
            ARTICLES.iter().filter(|(start, _)| word.starts_with(start)).max_by_key(|(start, _)| start.len());
        exception.map_or(if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }, |(_, article)| article)
    }

    /// What a short form that signs do without is short for.
    #[must_use]
    pub fn unwanted_abbreviation(&self, word: &str) -> Option<&'static str> {
        AVOID.iter().find(|(short, _)| *short == word).map(|(_, full)| *full)
    }

    /// The participle of a verb that is no noun or adjective: what stands behind *is*.
    #[must_use]
    pub fn participle(&self, verb: &str) -> Option<&'static str> {
        PARTICIPLES.iter().find(|(bare, _)| *bare == verb).map(|(_, participle)| *participle)
    }

    /// The short form of a road generic that was meant by one that nobody uses.
    #[must_use]
    pub fn road_form(&self, short: &str) -> Option<&'static str> {
        ROAD_FORMS.iter().find(|(wrong, _)| *wrong == short).map(|(_, right)| *right)
    }

    /// The bare verb of a form in -ing (`smoking` → `smoke`); `None` where the form is no participle of a known word.
    #[must_use]
    pub fn bare_verb(&self, word: &str) -> Option<String> {
        let stem = word.strip_suffix("ing").filter(|stem| stem.len() >= SHORTEST_STEM)?;
        let bytes = stem.as_bytes();
        let same = bytes.len() > SHORTEST_STEM && bytes[bytes.len() - 1] == bytes[bytes.len() - 2];
        let doubled = same && bytes[bytes.len() - 1].is_ascii();
        let undoubled = doubled.then(|| &stem[..stem.len() - 1]);
        let forms = [Some(format!("{stem}e")), undoubled.map(str::to_owned), Some(stem.to_owned())];
        // A verb that signs use is the likelier: parking is of park, not of parke.
        let known: Vec<String> = forms.into_iter().flatten().filter(|form| self.is_word(form)).collect();
        known.iter().find(|form| self.is_sign_word(form)).or(known.first()).cloned()
    }

    /// The bare verb of a regular past (`closed` → `close`); `None` where the form is a verb by itself (feed, need) or no past.
    #[must_use]
    pub fn verb_of_past(&self, word: &str) -> Option<String> {
        let stem = word.strip_suffix("ed").filter(|stem| stem.len() >= SHORTEST_STEM && stem.is_ascii())?;
        let bytes = stem.as_bytes();
        let doubled = bytes[bytes.len() - 1] == bytes[bytes.len() - 2];
        let undoubled = doubled.then(|| &stem[..stem.len() - 1]);
        let forms = [Some(format!("{stem}e")), undoubled.map(str::to_owned), Some(stem.to_owned())];
        let known: Vec<String> =
            forms.into_iter().flatten().filter(|form| self.is_word(form) && self.is_word(word)).collect();
        // Its -ing form exists: of feed and need, fe and ne are no verbs, of proceed, proce.
        let is_verb = |form: &&String| self.is_word(&format!("{}ing", form.strip_suffix('e').unwrap_or(form)));
        known.iter().find(|form| self.is_sign_word(form) && is_verb(form)).cloned()
    }

    /// British and American spelling of one word.
    #[must_use]
    pub fn same_spelling(&self, a: &str, b: &str) -> bool {
        a == b || self.american(a).unwrap_or(a) == self.american(b).unwrap_or(b)
    }

    /// The American spelling of a word that is spelt in the British way; `None` for all other words.
    #[must_use]
    pub fn american(&self, word: &str) -> Option<&'static str> {
        self.variants.value(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_exist_on_both_sides_of_the_ocean() {
        let english = English::standard();
        for word in ["theatre", "theater", "hydrant", "welcome", "a", "zoo", "biathlon", "hutong"] {
            assert!(english.is_word(word), "{word}");
        }
        for slip in ["hidrant", "emergancy", "servise"] {
            assert!(!english.is_word(slip), "{slip}");
        }
        assert!(english.same_spelling("centre", "center") && english.same_spelling("colour", "color"));
        assert!(!english.same_spelling("toilet", "office"));
    }

    #[test]
    fn plurals_and_abbreviations_are_the_same_word() {
        let english = English::standard();
        assert!(
            english.same_noun("toilet", "toilets")
                && english.same_noun("glass", "glasses")
                && english.same_noun("party", "parties")
        );
        assert!(english.same_noun("women", "woman") && !english.same_noun("men", "women"));
        assert!(english.same_abbreviated("rd", "road") && !english.same_abbreviated("rd", "street"));
    }

    #[test]
    fn articles_and_verbs_follow_their_word() {
        let english = English::standard();
        assert_eq!(
            ["hour", "university", "exit", "gate", "one", "umbrella"].map(|w| english.article(w)),
            ["an", "a", "an", "a", "a", "an"]
        );
        let bare = |word| english.bare_verb(word);
        assert_eq!(bare("smoking").as_deref(), Some("smoke"));
        assert_eq!(bare("parking").as_deref(), Some("park"));
        assert_eq!(bare("running").as_deref(), Some("run"));
        assert_eq!(bare("bring"), None);
    }
}
