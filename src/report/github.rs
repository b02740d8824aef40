//! GitHub Actions workflow commands: an annotation on the line of each finding.

use super::Summary;
use super::fields::{citation, position, sentence};
use crate::engine::Outcome;
use crate::finding::Level;
use std::io::{self, Write};

/// Writes one command a finding.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, outcome: &Outcome, summary: &mut Summary) -> io::Result<()> {
    for reported in outcome.reported() {
        summary.count(&reported);
        let command = match reported.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Info => "notice",
        };
        let place = position(outcome, &reported);
        write!(out, "::{command} file={}", property(reported.sign.location.file))?;
        if let Some(line) = place.line {
            write!(out, ",line={line}")?;
            if let (Some(column), true) = (place.column, place.end_line == place.line) {
                write!(out, ",col={column},endColumn={}", place.end_column.unwrap_or(column))?;
            }
        }
        let cited = citation(&reported, summary.lang);
        let cited = if cited.is_empty() { cited } else { format!(" [{cited}]") };
        let message = data(&format!("{}{cited}", sentence(&reported, summary.lang)));
        writeln!(out, ",title={}::{message}", property(reported.finding.rule))?;
    }
    Ok(())
}

/// The text of a command, on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, in which `:` and `,` would end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(super::data("100%\r\n::error::x"), "100%25%0D%0A::error::x");
        assert_eq!(super::property("a,b:c%"), "a%2Cb%3Ac%25");
    }
}
