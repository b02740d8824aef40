//! Tables of Markdown (GFM, by `pulldown-cmark`) and HTML (WHATWG, by `html5gum`).

use super::builder::{Leaf, Stand};
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
    let mut open: Vec<Open> = Vec::new();
    let mut skipping: Option<Vec<u8>> = None;
    let mut left = MOST_FILLED;
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => {
                let name: &[u8] = &tag.name;
                match name {
                    b"script" | b"style" | b"template" => skipping = Some(name.to_vec()),
                    b"table" => open.push(Open::default()),
                    b"tr" => {
                        if let Some(table) = open.last_mut() {
                            table.close_cell(text, tag.span.start, &mut left);
                            table.open_row(&mut left);
                        }
                    }
                    b"td" | b"th" => {
                        if let Some(table) = open.last_mut() {
                            table.close_cell(text, tag.span.start, &mut left);
                            let span = |name: &[u8], most| {
                                let told = tag.attributes.iter().find(|(own, _)| own.as_slice() == name);
                                let told = told.and_then(|(_, v)| std::str::from_utf8(v).ok()?.trim().parse().ok());
                                told.unwrap_or(1_usize).clamp(1, most)
                            };
                            let (rows, columns) = (span(b"rowspan", MOST_ROWS), span(b"colspan", MOST_COLUMNS));
                            table.cell = Some(Cell { text: String::new(), start: tag.span.end, rows, columns });
                        }
                    }
                    b"br" => {
                        if let Some(Open { cell: Some(cell), .. }) = open.last_mut() {
                            cell.text.push('\u{b}');
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
                        if let Some(table) = open.last_mut() {
                            table.close_cell(text, tag.span.start, &mut left);
                        }
                    }
                    b"table" => {
                        if let Some(mut table) = open.pop() {
                            table.close_cell(text, tag.span.start, &mut left);
                            grids.push(table.grid);
                        }
                    }
                    _ => {}
                }
            }
            Token::String(part) if skipping.is_none() => {
                if let Some(Open { cell: Some(cell), .. }) = open.last_mut() {
                    cell.text.push_str(&String::from_utf8_lossy(&part));
                }
            }
            _ => {}
        }
    }
    grids
}

/// Rows and columns that a cell may span: as browsers have it (WHATWG HTML, 4.9.11), but for rows, which real tables of
/// signs have fewer of.
const MOST_ROWS: usize = 10_000;
const MOST_COLUMNS: usize = 1000;
/// Bytes that cells may take which a page does not write out but spans: beyond them spans are no longer followed.
const MOST_FILLED: usize = 64 << 20;

/// Takes the room of a cell from what is left of it.
fn take(left: &mut usize, bytes: usize) -> bool {
    let rest = left.checked_sub(size_of::<Leaf>() + bytes);
    *left = rest.unwrap_or(*left);
    rest.is_some()
}

/// A table that has not ended.
#[derive(Default)]
struct Open<'s> {
    grid: Grid<'s>,
    cell: Option<Cell>,
    /// By column, cells of rows above that reach further down: for how many rows yet.
    reaching: Vec<Option<(usize, Leaf<'s>)>>,
}

/// A cell that has not ended.
struct Cell {
    text: String,
    start: usize,
    rows: usize,
    columns: usize,
}

impl Open<'_> {
    fn open_row(&mut self, left: &mut usize) {
        self.grid.push(Vec::new());
        self.reach(left);
    }

    /// Puts what reaches down from above where the row now stands.
    fn reach(&mut self, left: &mut usize) {
        let Some(row) = self.grid.last_mut() else { return };
        while let Some(above) = self.reaching.get_mut(row.len()) {
            let Some((rows, leaf)) = above.as_mut().filter(|(_, leaf)| take(left, leaf.text.len())) else { break };
            row.push(Leaf { text: leaf.text.clone(), stand: Stand::Covered(Box::new(leaf.stand.clone())) });
            *rows -= 1;
            if *rows == 0 {
                *above = None;
            }
        }
    }

    /// Ends the open cell: blanks run together as a browser shows them, `<br>` is a line break.
    fn close_cell(&mut self, text: &str, end: usize, left: &mut usize) {
        let Some(Cell { text: content, start, rows, columns }) = self.cell.take() else { return };
        let lines = content.split('\u{b}').map(|line| {
            line.split([' ', '\n', '\r', '\t', '\u{c}']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
        });
        let shown = lines.collect::<Vec<_>>().join("\n");
        if self.grid.is_empty() {
            self.open_row(left);
        }
        let leaf = cell(text, shown.trim().to_owned(), start..end.max(start));
        let Some(row) = self.grid.last_mut() else { return };
        let at = row.len();
        let columns = if (1..columns).all(|_| take(left, 0)) { columns } else { 1 };
        if rows > 1 && take(left, leaf.text.len()) {
            if self.reaching.len() < at + columns {
                self.reaching.resize(at + columns, None);
            }
            self.reaching[at] = Some((rows - 1, leaf.clone()));
            self.reaching[at + 1..at + columns].fill(Some((rows - 1, Leaf::loose(""))));
        }
        row.push(leaf);
        row.extend(std::iter::repeat_n(Leaf::loose(""), columns - 1));
        self.reach(left);
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
    fn html_cells_reach_over_rows_and_columns() {
        let text = "<table><tr><th colspan=2>馆<th>中文<tr><td rowspan=3>A<td>1<td>出口<tr><td>2<td rowspan=2>入口<tr><td>3<tr><td>B<td>4<td>厕所</table>";
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = [["馆", "", "中文"], ["A", "1", "出口"], ["A", "2", "入口"], ["A", "3", "入口"], ["B", "4", "厕所"]];
        assert_eq!(texts(&html(text)), [rows.map(row)]);
        assert!(html(text)[0][3][2].is_covered() && !html(text)[0][2][2].is_covered());
    }

    #[test]
    fn html_tables_with_tags_left_open() {
        let text = "<table><tr><th>中文<th>英文<tr><td>出口 <td><b>Exit</b> &amp;\n A<script>x</script></table>";
        assert_eq!(texts(&html(text)), [[["中文", "英文"], ["出口", "Exit & A"]]]);
    }
}
