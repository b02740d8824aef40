//! `signlint suggest`: what the standard would write.

use super::inputs::{Inputs, Setup};
use super::{Fault, Verdict, output};
use clap::ValueEnum;
use rayon::prelude::*;
use signlint::analyse::Context;
use signlint::finding::Lang;
use signlint::glossary::sources::cited;
use signlint::report::{counted, harmless, printable};
use signlint::sign::{Column, Domain, Kind, Table};
use signlint::suggest::{Suggestion, suggest};
use signlint::text::has_han;
use std::io::{BufWriter, Write};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Chinese texts
    #[arg(value_name = "TEXT", required_unless_present = "input")]
    texts: Vec<String>,
    /// A file of Chinese texts (any format that check reads; English is not needed), or - for standard input
    #[arg(long, value_name = "FILE", conflicts_with = "texts")]
    input: Option<String>,
    /// Form of the output
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Show each part with its role, its rule and the clause
    #[arg(long)]
    explain: bool,
    /// Write the input again, with suggestions for the rows without English in new columns behind its own
    #[arg(long, requires = "input", conflicts_with_all = ["format", "explain"])]
    fill: bool,
    /// Where --fill writes to [default: standard output]
    #[arg(short, long, value_name = "FILE", requires = "fill")]
    output: Option<String>,
    /// Leave entries that hold the whole name out, to measure composition
    #[arg(long)]
    no_names: bool,
    /// What sort of sign the texts are for, whatever the input says: place-name-plate, traffic-guide,
    /// station-sign, wayfinding, information, notice, institution-plate, menu
    #[arg(long, value_parser = parse_kind)]
    kind: Option<Kind>,
    #[command(flatten)]
    inputs: Inputs,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The English with its alternatives, for a person
    Text,
    /// One object a text
    Jsonl,
    /// One row a text, for a spreadsheet
    Csv,
}

fn parse_kind(text: &str) -> Result<Kind, String> {
    Kind::parse(text).ok_or_else(|| {
        let known: Vec<&str> = Kind::ALL.iter().map(|k| k.as_str()).collect();
        format!("expected one of {}", known.join(", "))
    })
}

/// A text to render, by row, with the kind and the field of life of its sign.
type Row = (u32, String, Option<Kind>, Option<Domain>);

/// Runs the subcommand.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let Setup { project, lang, mut context } = args.inputs.checking.setup(args.input.as_slice())?;
    context.without_names = args.no_names;
    if let (true, Some(input)) = (args.fill, &args.input) {
        let (bytes, tables) = args.inputs.reading.tables_to_fill(input, lang, project.as_ref())?;
        return fill(args, &context, lang, &bytes, &tables);
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut tables = Vec::new();
    if let Some(input) = &args.input {
        let (read, faults) = args.inputs.reading.tables(std::slice::from_ref(input), false, lang, project.as_ref())?;
        if !faults.is_empty() {
            return Err(Fault(faults.join("\n")));
        }
        tables = read;
        for table in &tables {
            for record in &table.records {
                let kind = args.kind.or_else(|| Kind::parse(&table.cell(record, Column::Kind)));
                let domain = Domain::parse(&table.cell(record, Column::Domain));
                rows.push((record.row, table.cell(record, Column::Zh).into_owned(), kind, domain));
            }
        }
    } else {
        rows.extend((1..).zip(&args.texts).map(|(row, text)| (row, text.clone(), args.kind, None)));
    }
    let answers: Vec<Suggestion> =
        rows.par_iter().map(|(_, zh, kind, domain)| suggest(&context, zh, *kind, *domain)).collect();
    let stdout = || BufWriter::new(anstream::stdout().lock());
    match args.format {
        Format::Text => {
            let mut out = stdout();
            for ((_, zh, ..), answer) in rows.iter().zip(&answers) {
                write_text(&mut out, zh, answer, args.explain, lang)?;
            }
            out.flush()?;
        }
        Format::Jsonl => write_jsonl(&rows, &answers)?,
        Format::Csv => write_csv(stdout(), &rows, &answers)?,
    }
    Ok(Verdict::on(&tables, Verdict::Pass))
}

/// The columns that --fill adds.
const FILLED: [&str; 4] = ["suggested_en", "suggestion_method", "suggestion_confidence", "suggestion_alternatives"];

/// Writes the file again with what is suggested for its rows without English; no cell that was there is touched.
fn fill(args: &Args, context: &Context, lang: Lang, bytes: &[u8], tables: &[Table]) -> Result<Verdict, Fault> {
    let new_cells = |table: &Table| -> Vec<Option<[String; FILLED.len()]>> {
        let new_of = |record| {
            let sign = table.sign(record);
            if sign.zh.trim().is_empty() || !sign.en.trim().is_empty() {
                return None;
            }
            let answer = suggest(context, &sign.zh, args.kind.or(sign.kind), sign.domain);
            let en = answer.en.unwrap_or_default();
            let confidence = format!("{:.2}", answer.confidence);
            Some([en, answer.method.to_owned(), confidence, answer.alternatives.join(" | ")])
        };
        table.records.par_iter().map(new_of).collect()
    };
    let cells: Vec<_> = tables.iter().map(new_cells).collect();
    let filled: Vec<_> = tables.iter().zip(cells.iter().map(Vec::as_slice)).collect();
    let new = signlint::write::append(bytes, &filled, FILLED).map_err(|e| Fault(e.message(lang)))?;
    output::write(args.output.as_deref(), &new, lang)?;
    let asked = cells.iter().flatten().flatten().count();
    let filled = cells.iter().flatten().flatten().filter(|cells| !cells[0].is_empty()).count();
    let mut stderr = anstream::stderr().lock();
    match lang {
        Lang::En => {
            writeln!(stderr, "{} for {} without English", counted(filled, "suggestion"), counted(asked, "row"))?
        }
        Lang::Zh => writeln!(stderr, "{asked} 行缺少英文，其中 {filled} 行已给出建议")?,
    }
    Ok(Verdict::on(tables, Verdict::Pass))
}

fn write_text(out: &mut impl Write, zh: &str, answer: &Suggestion, explain: bool, lang: Lang) -> std::io::Result<()> {
    // Texts come from files: they must not drive the terminal.
    let zh = printable(zh);
    let Some(en) = &answer.en else {
        return match lang {
            Lang::En if !has_han(&zh) => writeln!(out, "{zh}\t(no Chinese text: `signlint lookup` searches English)"),
            Lang::Zh if !has_han(&zh) => writeln!(out, "{zh}\t（不含中文；查英文请用 `signlint lookup`）"),
            Lang::En => writeln!(out, "{zh}\t(no honest answer: no entry holds it and its parts are not all known)"),
            Lang::Zh => writeln!(out, "{zh}\t（无可靠答案：词库中无此条，且部分成分未知）"),
        };
    };
    writeln!(out, "{zh}\t{en}\t{} {:.2}", answer.method_in(lang), answer.confidence)?;
    for other in &answer.alternatives {
        writeln!(out, "\t{other}")?;
    }
    if explain {
        for part in &answer.parts {
            let (en, zh) = part.rule;
            let rule = if lang == Lang::Zh { zh } else { en };
            let (cited, colon) = (cited(part.source, part.clause, lang), if lang == Lang::Zh { "：" } else { ": " });
            let what = if part.zh.is_empty() { part.en.clone() } else { format!("{} = {}", part.zh, part.en) };
            writeln!(out, "    {what}  [{}] {rule}{colon}{cited}", part.role_in(lang))?;
        }
    }
    Ok(())
}

/// JSON carries no bare escape sequences, so nothing need be looked through for them.
fn write_jsonl(rows: &[Row], answers: &[Suggestion]) -> Result<(), Fault> {
    let mut out = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    for ((row, zh, ..), answer) in rows.iter().zip(answers) {
        serde_json::to_writer(&mut out, &answer.line(*row, zh)).map_err(|e| Fault(e.to_string()))?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}

fn write_csv(out: impl Write, rows: &[Row], answers: &[Suggestion]) -> Result<(), Fault> {
    let mut writer = csv::Writer::from_writer(out);
    let fault = |e: csv::Error| Fault(e.to_string());
    writer.write_record(["row", "zh", "en", "alternatives", "method", "confidence"]).map_err(fault)?;
    for ((row, zh, ..), answer) in rows.iter().zip(answers) {
        writer
            .write_record([
                &row.to_string(),
                &harmless(zh),
                &harmless(answer.en.as_deref().unwrap_or("")),
                &harmless(&answer.alternatives.join(" | ")),
                answer.method,
                &format!("{:.2}", answer.confidence),
            ])
            .map_err(fault)?;
    }
    writer.flush()?;
    Ok(())
}
