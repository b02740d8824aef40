//! Gathers the findings of one sign; a rule builds each in one expression.

use super::{FixKind, Meta};
use crate::analyse::Analysed;
use crate::finding::{Citation, Finding, Level, Text};
use crate::fix::{Edit, Fix, Safety};
use crate::glossary::sources;
use crate::sign::{Field, Span};
use crate::text::in_style_of;
use crate::wording::SIGNAL;

/// The findings of one distinct sign text.
#[derive(Debug, Default)]
pub struct Report {
    findings: Vec<Finding>,
}

impl Report {
    /// Begins a finding on the English cell; it is kept when the returned builder is dropped.
    pub fn en(&mut self, meta: &'static Meta, span: Span) -> Say<'_> {
        self.find(meta, Field::En, span)
    }

    /// Begins a finding on the Chinese cell.
    pub fn zh(&mut self, meta: &'static Meta, span: Span) -> Say<'_> {
        self.find(meta, Field::Zh, span)
    }

    /// A finding for each phrase of the sign that the data gives to this rule.
    pub(super) fn banned_phrases(&mut self, meta: &'static Meta, sign: &Analysed) {
        for found in sign.banned_phrases().iter().filter(|f| meta.code.ends_with(f.banned.rule)) {
            let banned = found.banned;
            let phrase = &sign.en[found.span.clone()];
            let mut say = self
                .en(meta, found.span.clone())
                .level(banned.level)
                .message(format!("“{phrase}”: {}", banned.advice.0), format!("“{phrase}”：{}", banned.advice.1))
                .cite(Citation { source: sources::label(banned.source).to_owned(), clause: String::new() });
            let written = found.write.as_deref().map(|write| {
                let write = in_style_of(write, phrase);
                let text = format!("{}{write}{}", &sign.en[..found.span.start], &sign.en[found.span.end..]);
                (write, text)
            });
            let all = found.span == (0..sign.en.len());
            say = match (sign.sure_text(), written) {
                // No word of the sign is worth keeping.
                (Some(whole), Some(_)) if all => {
                    let standard = sign.expectation.as_ref().map_or(whole, |e| in_style_of(&e.preferred(), sign.en));
                    say.rewrite(sign.en, standard)
                }
                // As much of the sign stays as the standard allows.
                (Some(_), Some((write, text))) if sign.accepts(&text) => say.replace(sign.en, write),
                (Some(whole), _) => say.rewrite(sign.en, whole),
                (None, Some((write, _))) if fits(sign, &found.span, &write) => say.replace(sign.en, write),
                _ => say,
            };
            say.done();
        }
    }

    fn find(&mut self, meta: &'static Meta, field: Field, span: Span) -> Say<'_> {
        self.findings.push(Finding {
            rule: meta.code,
            level: meta.level,
            field,
            span,
            message: Text { en: meta.en.summary.to_owned(), zh: meta.zh.summary.to_owned() },
            suggestion: None,
            fix: None,
            citation: meta.citation.citation(),
        });
        let finding = self.findings.last_mut().expect("just pushed");
        Say { finding, meta }
    }

    /// Whether any finding so far is at this level or above.
    #[must_use]
    pub fn has(&self, level: Level) -> bool {
        self.findings.iter().any(|f| f.level >= level)
    }

    /// Whether a warning or error so far corrects the cell to this very text: saying so again would be an echo.
    #[must_use]
    pub fn writes(&self, text: &str) -> bool {
        self.findings.iter().any(|f| f.level > Level::Info && f.suggestion.as_deref() == Some(text))
    }

    /// Whether this rule has told of anything.
    #[must_use]
    pub fn has_rule(&self, meta: &Meta) -> bool {
        self.findings.iter().any(|f| f.rule == meta.code)
    }

    /// Whether a finding so far touches this span of the English.
    #[must_use]
    pub fn touches(&self, span: &Span) -> bool {
        self.findings.iter().any(|f| f.field == Field::En && f.span.start < span.end && span.start < f.span.end)
    }

    /// Whether this rule has already told of this span of the English.
    #[must_use]
    pub fn touches_with(&self, meta: &Meta, span: &Span) -> bool {
        let same = |f: &&Finding| f.rule == meta.code && f.field == Field::En;
        self.findings.iter().filter(same).any(|f| f.span.start < span.end && span.start < f.span.end)
    }

    /// The findings, in the order in which they were made.
    #[must_use]
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

/// Whether the words around a phrase can stay when it is replaced: the whole text is, or no more words come in than go
/// out, and a signal word only at the head.
fn fits(sign: &Analysed, span: &Span, write: &str) -> bool {
    let whole = sign.en[..span.start].trim().is_empty() && sign.en[span.end..].trim().is_empty();
    let count = |text: &str| crate::text::Words::of(text).len();
    let first = write.split(' ').next().unwrap_or("").to_lowercase();
    whole || count(write) <= count(&sign.en[span.clone()]) && (span.start == 0 || !SIGNAL.contains(&first.as_str()))
}

/// A finding being built.
pub struct Say<'r> {
    finding: &'r mut Finding,
    meta: &'static Meta,
}

impl Say<'_> {
    /// What is wrong here, in both languages.
    pub fn message(self, en: impl Into<String>, zh: impl Into<String>) -> Self {
        self.finding.message = Text { en: en.into(), zh: zh.into() };
        self
    }

    /// Another level than the rule's own.
    pub fn level(self, level: Level) -> Self {
        self.finding.level = level;
        self
    }

    /// Another citation than the rule's own: an entry's or a slot's.
    pub fn cite(self, citation: Citation) -> Self {
        if !citation.source.is_empty() {
            self.finding.citation = citation;
        }
        self
    }

    /// What to write in place of the span; `whole` is the English cell the span points into.
    pub fn replace(self, whole: &str, with: impl Into<String>) -> Self {
        let span = self.finding.span.clone();
        self.edit(whole, vec![(span, with.into())])
    }

    /// What to write in place of the whole English cell.
    pub fn rewrite(self, whole: &str, with: impl Into<String>) -> Self {
        self.edit(whole, vec![(0..whole.len(), with.into())])
    }

    /// The standard's text in place of the whole English cell, where there is but one; nothing to write where it is not sure.
    pub fn rewrite_surely(self, sign: &Analysed) -> Self {
        match sign.sure_text() {
            Some(write) => self.rewrite(sign.en, write),
            None => self,
        }
    }

    /// Several edits of the English cell that belong together.
    pub fn edit(self, whole: &str, edits: Vec<(Span, String)>) -> Self {
        let safety = if self.meta.fix == FixKind::Safe { Safety::Safe } else { Safety::Suggested };
        let edits = edits.into_iter().map(|(span, text)| Edit { field: Field::En, span, text }).collect();
        let fix = Fix { edits, safety };
        self.finding.suggestion = Some(fix.apply_to_english(whole));
        self.finding.fix = Some(fix);
        self
    }

    /// A whole corrected English cell to show, without an edit to apply.
    pub fn suggest(self, whole: impl Into<String>) -> Self {
        self.finding.suggestion = Some(whole.into());
        self
    }

    /// The fix, if any, must be looked at by a person, whatever the rule's own kind.
    pub fn unsure(self) -> Self {
        if let Some(fix) = &mut self.finding.fix {
            fix.safety = Safety::Suggested;
        }
        self
    }

    /// Ends a finding that was built in steps; it is kept in any case.
    pub fn done(self) {}
}
