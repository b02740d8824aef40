//! Tables of Markdown (GFM, by `pulldown-cmark`) and HTML (WHATWG, by `html5gum`).

use super::builder::Leaf;
use super::grid::cell;
use html5gum::{DefaultEmitter, Token, Tokenizer};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// A table: rows of cells.
pub(super) type Grid<'s> = Vec<Vec<Leaf<'s>>>;

/// Every table of a Markdown text.
pub(super) fn markdown(text: &str) -> Vec<Grid<'_>> {
    let mut grids = Vec::new();
    let mut grid: Grid = Vec::new();
    let mut content: Option<(String, Range<usize>)> = None;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => grid.push(Vec::new()),
            Event::Start(Tag::TableCell) => content = Some((String::new(), range)),
            Event::End(TagEnd::TableCell) => {
                if let (Some((content, range)), Some(row)) = (content.take(), grid.last_mut()) {
                    row.push(cell(text, content.trim().to_owned(), range));
                }
            }
            Event::End(TagEnd::Table) => grids.push(std::mem::take(&mut grid)),
            Event::Text(part) | Event::Code(part) => {
                if let Some((content, _)) = &mut content {
                    content.push_str(&part);
                }
            }
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => {
                if let Some((content, _)) = &mut content {
                    content.push('\n');
                }
            }
            _ => {}
        }
    }
    grids
}

/// Every table of an HTML text. A table inside a cell is a table of its own.
pub(super) fn html(text: &str) -> Vec<Grid<'_>> {
    let mut grids = Vec::new();
    let mut open: Vec<(Grid, Option<(String, usize)>)> = Vec::new();
    let mut skipping: Option<Vec<u8>> = None;
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => {
                let name: &[u8] = &tag.name;
                match name {
                    b"script" | b"style" | b"template" => skipping = Some(name.to_vec()),
                    b"table" => open.push((Vec::new(), None)),
                    b"tr" => {
                        if let Some((grid, content)) = open.last_mut() {
                            close(text, grid, content, tag.span.start);
                            grid.push(Vec::new());
                        }
                    }
                    b"td" | b"th" => {
                        if let Some((grid, content)) = open.last_mut() {
                            close(text, grid, content, tag.span.start);
                            *content = Some((String::new(), tag.span.end));
                        }
                    }
                    b"br" => {
                        if let Some((_, Some((content, _)))) = open.last_mut() {
                            content.push('\u{b}');
                        }
                    }
                    _ => {}
                }
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                if skipping.as_deref() == Some(name) {
                    skipping = None;
                }
                match name {
                    b"td" | b"th" | b"tr" => {
                        if let Some((grid, content)) = open.last_mut() {
                            close(text, grid, content, tag.span.start);
                        }
                    }
                    b"table" => {
                        if let Some((mut grid, mut content)) = open.pop() {
                            close(text, &mut grid, &mut content, tag.span.start);
                            grids.push(grid);
                        }
                    }
                    _ => {}
                }
            }
            Token::String(part) if skipping.is_none() => {
                if let Some((_, Some((content, _)))) = open.last_mut() {
                    content.push_str(&String::from_utf8_lossy(&part));
                }
            }
            _ => {}
        }
    }
    grids
}

/// Ends the open cell of a table: blanks run together as a browser shows them, `<br>` is a line break.
fn close(text: &str, grid: &mut Grid, content: &mut Option<(String, usize)>, end: usize) {
    if let Some((content, start)) = content.take() {
        let lines = content.split('\u{b}').map(|line| {
            line.split([' ', '\n', '\r', '\t', '\u{c}']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
        });
        let shown = lines.collect::<Vec<_>>().join("\n");
        if grid.is_empty() {
            grid.push(Vec::new());
        }
        if let Some(row) = grid.last_mut() {
            row.push(cell(text, shown.trim().to_owned(), start..end.max(start)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(grids: &[Grid]) -> Vec<Vec<Vec<String>>> {
        let row = |row: &Vec<Leaf>| row.iter().map(|leaf| leaf.text.to_string()).collect();
        grids.iter().map(|grid| grid.iter().map(row).collect()).collect()
    }

    #[test]
    fn markdown_tables() {
        let text = "# x\n\n| 中文 | 英文 |\n|---|---|\n| 出口 | `Exit` \\| A |\n";
        assert_eq!(texts(&markdown(text)), [[["中文", "英文"], ["出口", "Exit | A"]]]);
    }

    #[test]
    fn html_tables_with_tags_left_open() {
        let text = "<table><tr><th>中文<th>英文<tr><td>出口 <td><b>Exit</b> &amp;\n A<script>x</script></table>";
        assert_eq!(texts(&html(text)), [[["中文", "英文"], ["出口", "Exit & A"]]]);
    }
}
