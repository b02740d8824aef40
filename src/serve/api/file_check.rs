//! A whole file: its findings as they are made, one JSON object a line.
//!
//! The first chunk is small, so that a person sees the first findings at once. Lines go through a channel that holds
//! few of them: where the client reads slowly the check waits, and memory does not grow with the findings.

use super::file_events::{Event, SignView, TableView, shown};
use super::views::FindingView;
use super::{App, Asked, Problem, upload};
use crate::finding::{Finding, Level};
use crate::serve::problem::Bilingual;
use crate::sign::{Column, Record, Table};
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;
use tokio::sync::mpsc;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::ReceiverStream;

/// Signs of the first chunk, and of all others.
const FIRST: usize = 256;
const CHUNK: usize = 2048;
/// Distinct texts whose findings are remembered: inventories repeat themselves.
const REMEMBERED: usize = 1 << 16;
/// Signs with findings that are told; beyond, they are only counted. A page cannot show more, and the corrected file
/// is made from the file itself.
const MOST_TOLD: usize = 20_000;
/// Lines that wait for the client.
const WAITING: usize = 256;

/// Checks a file
///
/// The body is the file itself. The answer is a stream of JSON objects, one a line: `begin`, then `sign` and `progress`
/// as the check goes on, then `end`, or `stopped` with the reason.
#[utoipa::path(
    post, path = "/api/files/check", tag = "files", params(upload::Named),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, body = Event, content_type = "application/x-ndjson"),
        (status = 413, description = "More bytes or rows than the server takes", body = Problem),
        (status = 422, description = "The file is no table of signs", body = Problem),
        (status = 503, description = "Other files are being checked", body = Problem),
    )
)]
pub(super) async fn check(
    State(app): State<Arc<App>>,
    Asked(named): Asked<upload::Named>,
    request: Request,
) -> Result<Response, Problem> {
    let place = upload::place(&app)?;
    let body = async {
        let bytes = Bytes::from_request(request, &()).await;
        bytes.map_err(|e| upload::not_received(e.status(), &e.body_text()))
    };
    let bytes = upload::in_time(&app, body).await?;
    let tables = upload::read(&app, upload::name_of(&named.name), bytes).await?;
    let (lines, waiting) = mpsc::channel(WAITING);
    tokio::task::spawn_blocking(move || {
        Telling { app: &app, lines, began: Instant::now() }.run(&tables);
        drop(place);
    });
    let stream = ReceiverStream::new(waiting).map(Ok::<Bytes, Infallible>);
    Ok(([(header::CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(stream)).into_response())
}

/// The client has gone, the server stops, or the time is over.
struct Stop;

/// One check that tells as it goes.
struct Telling<'a> {
    app: &'a App,
    lines: mpsc::Sender<Bytes>,
    began: Instant,
}

/// Figures of the check so far.
#[derive(Default)]
struct Counted {
    levels: [usize; 3],
    signs: usize,
    untold: usize,
}

impl Counted {
    fn add(&mut self, level: Level) {
        self.levels[level as usize] += 1;
    }

    fn level(&self, level: Level) -> usize {
        self.levels[level as usize]
    }
}

impl Telling<'_> {
    fn run(&self, tables: &[Table]) {
        let stopped = self.all(tables).is_err();
        if stopped && !self.lines.is_closed() {
            let detail = if self.app.stopping.load(Ordering::Relaxed) {
                Bilingual::new("the server is being stopped; check the file again later", "服务正在停止；请稍后再检查")
            } else {
                Bilingual::new("the check took too long; split the file", "检查超时；请拆分文件")
            };
            let _ = self.tell(&Event::Stopped { detail });
        }
    }

    fn all(&self, tables: &[Table]) -> Result<(), Stop> {
        let signs = tables.iter().map(|t| t.records.len()).sum();
        self.tell(&Event::Begin { signs, tables: tables.iter().map(TableView::of).collect() })?;
        let mut counted = Counted::default();
        let mut done = 0;
        for (at, table) in tables.iter().enumerate() {
            let mut remembered = FxHashMap::default();
            let mut rest = table.records.as_slice();
            while !rest.is_empty() {
                let size = if done == 0 { FIRST } else { CHUNK };
                let (chunk, after) = rest.split_at(size.min(rest.len()));
                self.chunk((at, table), chunk, &mut remembered, &mut counted)?;
                done += chunk.len();
                rest = after;
                self.tell(&Event::Progress { done, signs, seconds: self.began.elapsed().as_secs_f64() })?;
            }
        }
        self.across(tables, &mut counted)?;
        self.tell(&Event::End {
            signs,
            signs_with_findings: counted.signs,
            errors: counted.level(Level::Error),
            warnings: counted.level(Level::Warning),
            infos: counted.level(Level::Info),
            untold: counted.untold,
            seconds: self.began.elapsed().as_secs_f64(),
        })
    }

    /// The findings of each sign by itself; each distinct text of the chunk is checked once.
    fn chunk<'t>(
        &self,
        (at, table): (usize, &'t Table),
        records: &'t [Record],
        remembered: &mut FxHashMap<[&'t str; 4], Arc<Vec<Finding>>>,
        counted: &mut Counted,
    ) -> Result<(), Stop> {
        let checker = &self.app.checker;
        let mut new: FxHashMap<[&str; 4], &Record> = FxHashMap::default();
        for record in records {
            let key = key(table, record);
            if !remembered.contains_key(&key) {
                new.entry(key).or_insert(record);
            }
        }
        if remembered.len() + new.len() > REMEMBERED {
            remembered.clear();
            new = records.iter().map(|record| (key(table, record), record)).collect();
        }
        let found: Vec<_> = new
            .into_par_iter()
            .map(|(key, record)| {
                // Asked before each text: a few that are very long take longer than the rest of the file.
                self.goes_on()?;
                let sign = table.sign(record);
                Ok((key, Arc::new(checker.check_sign(&sign.zh, &sign.en, sign.kind, sign.domain))))
            })
            .collect::<Result<_, Stop>>()?;
        remembered.extend(found);
        for record in records {
            let findings = &remembered[&key(table, record)];
            let shown: Vec<(&Finding, Level)> =
                findings.iter().filter_map(|f| Some((f, shown(checker, table, record, f)?))).collect();
            shown.iter().for_each(|(_, level)| counted.add(*level));
            if shown.is_empty() {
                continue;
            }
            counted.signs += 1;
            if counted.signs > MOST_TOLD {
                counted.untold += 1;
                continue;
            }
            self.goes_on()?;
            self.tell(&Event::Sign(Box::new(SignView::of(checker, (at, table), record, &shown))))?;
        }
        Ok(())
    }

    /// The findings that come from comparing all signs.
    fn across(&self, tables: &[Table], counted: &mut Counted) -> Result<(), Stop> {
        let checker = &self.app.checker;
        let outcome = checker.across(tables);
        let mut told = 0;
        for reported in outcome.reported() {
            counted.add(reported.level);
            told += 1;
            if told > MOST_TOLD {
                counted.untold += 1;
                continue;
            }
            let (zh, en) = (reported.sign.zh.as_ref(), reported.sign.en.as_ref());
            let finding = FindingView::of(reported.finding, reported.level, zh, en);
            let sign = &reported.sign;
            self.tell(&Event::Sign(Box::new(SignView::bare(reported.table, sign, true, vec![finding]))))?;
        }
        Ok(())
    }

    /// The server is not being stopped, the client is there, and there is time left.
    fn goes_on(&self) -> Result<(), Stop> {
        let over = self.began.elapsed() > self.app.limits.check_time;
        if over || self.app.stopping.load(Ordering::Relaxed) || self.lines.is_closed() { Err(Stop) } else { Ok(()) }
    }

    fn tell(&self, event: &Event) -> Result<(), Stop> {
        let mut line = serde_json::to_vec(event).unwrap_or_default();
        line.push(b'\n');
        self.lines.blocking_send(line.into()).map_err(|_| Stop)
    }
}

/// Cells that decide the findings of a sign.
fn key<'t>(table: &'t Table, record: &Record) -> [&'t str; 4] {
    [Column::Zh, Column::En, Column::Kind, Column::Domain]
        .map(|c| record.cells[c as usize].map_or("", |cell| &table.text[cell.start as usize..cell.end as usize]))
}
