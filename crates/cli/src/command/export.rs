//! `export`.

use std::path::Path;

use std::io;

use arna_app::export::{
    Form, Heads, Naming, PageWords, Paper, PaperWords, Playlist, Playlists as Wanted, What, Written, plan_document,
    playlists, to_file, write,
};
use arna_app::{Desk, Failure, source};
use arna_domain::{Language, ProgrammeId, Zones, values};

use super::{check, now};
use crate::arguments::{Export, Page, Playlists, Schedule};
use crate::output::Output;
use crate::words::Words;

pub(super) fn export(what: &Export, output: &Output) -> Result<(), Failure> {
    match what {
        Export::Station { station, out } => written(station, None, &What::Station, out, output),
        Export::Plan { station, out } => proposal(station, out, output),
        Export::Revision {
            station,
            channel,
            number,
            out,
        } => revision(station, channel, *number, out, output),
        Export::Workbook { station, out } => super::workbook::export(station, out, output),
        Export::Xmltv(asked) => schedule(asked, Form::Xmltv, output),
        Export::Csv(asked) => schedule(asked, Form::Csv(Box::new(heads(&output.words))), output),
        Export::Xlsx(asked) => schedule(asked, Form::Xlsx(Box::new(heads(&output.words))), output),
        Export::PdfWeek(asked) => schedule(asked, Form::PdfWeek(paper(asked, output)?), output),
        Export::PdfRundown(asked) => schedule(asked, Form::PdfRundown(paper(asked, output)?), output),
        Export::Ics(asked) => {
            let form = Form::Ics {
                programme: asked.programme.as_deref().map(ProgrammeId::from),
                sequence: asked.revision,
                published: asked.published,
            };
            schedule(&asked.schedule, form, output)
        }
        Export::Bxf(asked) => {
            let form = Form::Bxf {
                rate: asked.frame_rate,
                date_of: asked.date_of,
                published: asked.published,
            };
            schedule(&asked.schedule, form, output)
        }
        Export::Tva(asked) => {
            let form = Form::Tva {
                edition: asked.edition,
                authority: asked.authority.clone(),
            };
            schedule(&asked.schedule, form, output)
        }
        Export::DvbI(asked) => {
            let form = Form::Dvbi {
                edition: asked.edition,
                authority: asked.authority.clone(),
            };
            schedule(&asked.schedule, form, output)
        }
        Export::Ffplayout(asked) => lists(asked, Playlist::Ffplayout, output),
        Export::M3u(asked) => lists(asked, Playlist::M3u, output),
        Export::Page(asked) => page(asked, output),
    }
}

/// What a revision holds.
fn revision(station: &Path, channel: &str, number: Option<i64>, out: &Path, output: &Output) -> Result<(), Failure> {
    let mut desk = Desk::open_to_read(station, Zones::bundled())?;
    let (_, document) = desk.published_text(channel, number)?;
    if out == Path::new("-") {
        output.text(&document)
    } else {
        super::plan::write(out, &document)
    }
}

/// The language of titles: as asked for, else that of messages.
pub(super) fn titles_of(asked: Option<&Language>, output: &Output) -> Result<Language, Failure> {
    let language = asked.cloned().or_else(|| Language::parse(output.words.tag()));
    language.ok_or_else(|| Failure::new("unknown_language", values! {}))
}

fn lists(asked: &Playlists, form: Playlist, output: &Output) -> Result<(), Failure> {
    let zones = Zones::bundled();
    let read = source::read(&asked.station, &zones)?;
    let schedule = match &asked.plan {
        Some(path) => source::plan(path, &read.index)?.airings,
        None => read.station.schedule.clone(),
    };
    let wanted = Wanted {
        form,
        channel: asked.channel.clone(),
        range: asked.dates.range()?,
        language: titles_of(asked.titles.as_ref(), output)?,
        naming: Naming(asked.files.clone()),
    };
    let written = playlists(&read.station, &read.index, &schedule, &wanted, &asked.out)?;
    if !written.findings.is_empty() {
        let rows = written
            .findings
            .iter()
            .map(|one| check::finding_row(one, &output.words));
        output.remark_table(&["severity", "where", "date", "what"], rows.collect());
    }
    let values = values! { "files" => written.files.len(), "entries" => written.entries };
    output.remark("cli-playlists", &values);
    if written.dropped > 0 {
        output.remark("cli-dropped", &values! { "count" => written.dropped });
    }
    Ok(())
}

fn page(asked: &Page, output: &Output) -> Result<(), Failure> {
    let language = titles_of(asked.titles.as_ref(), output)?;
    let what = What::Page {
        programme: ProgrammeId::from(asked.programme.as_str()),
        channels: asked.channel.clone(),
        range: asked.dates.range()?,
        words: Box::new(page_words(&language, &output.words)?),
        language,
    };
    written(&asked.station, asked.plan.as_deref(), &what, &asked.out, output)
}

/// What a page says around its facts: in the language of its titles where there are messages in it.
pub(super) fn page_words(language: &Language, usual: &Words) -> Result<PageWords, Failure> {
    let own = Words::of(language);
    let words = own.as_ref().unwrap_or(usual);
    let say = |name: &str| words.say(&format!("page-{name}"));
    let tags = ["en", "kk", "ru", "zh"];
    let name = |tag: &&str| {
        let name = words.tell("language-name", &values! { "language" => *tag });
        Some((Language::parse(tag)?, name))
    };
    Ok(PageWords {
        language: titles_of_words(words)?,
        until: say("until"),
        airings: say("airings"),
        channel: say("channel"),
        spoken: say("spoken"),
        date: say("date"),
        time: say("time"),
        duration: say("duration"),
        episode: say("episode"),
        showing: say("showing"),
        premiere: say("premiere"),
        first_run: say("first-run"),
        repeat: say("repeat"),
        none: say("none"),
        weekdays: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| words.say(&format!("cli-weekday-{day}"))),
        languages: tags.iter().filter_map(name).collect(),
    })
}

fn paper(asked: &Schedule, output: &Output) -> Result<Box<Paper>, Failure> {
    let language = titles_of(asked.titles.as_ref(), output)?;
    Ok(Box::new(Paper {
        words: paper_words(&language, &output.words)?,
        revision: None,
    }))
}

/// What paper says around its facts: likewise.
pub(super) fn paper_words(language: &Language, usual: &Words) -> Result<PaperWords, Failure> {
    let own = Words::of(language);
    let words = own.as_ref().unwrap_or(usual);
    let say = |name: &str| words.say(&format!("paper-{name}"));
    let date = |month: i64| {
        let values = values! { "weekday" => "{weekday}", "day" => "{day}", "month" => month };
        words.tell("paper-date", &values)
    };
    Ok(PaperWords {
        page: page_words(language, usual)?,
        dates: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(date),
        title: say("title"),
        house_number: say("house-number"),
        premiere_short: say("premiere-short"),
        first_run_short: say("first-run-short"),
        revision: words.tell("paper-revision", &values! { "number" => "{number}", "at" => "{at}" }),
        draft: say("draft"),
        breaks: say("breaks"),
        more: words.tell("paper-more", &values! { "count" => "{count}" }),
    })
}

fn titles_of_words(words: &Words) -> Result<Language, Failure> {
    Language::parse(words.tag()).ok_or_else(|| Failure::new("unknown_language", values! {}))
}

fn schedule(asked: &Schedule, form: Form, output: &Output) -> Result<(), Failure> {
    let range = asked.dates.range()?;
    let language = titles_of(asked.titles.as_ref(), output)?;
    let what = What::Schedule {
        form,
        channel: asked.channel.clone(),
        range,
        language,
    };
    written(&asked.station, asked.plan.as_deref(), &what, &asked.out, output)
}

fn written(station: &Path, plan: Option<&Path>, what: &What, out: &Path, output: &Output) -> Result<(), Failure> {
    let zones = Zones::bundled();
    let read = source::read(station, &zones)?;
    let schedule = match plan {
        Some(path) => source::plan(path, &read.index)?.airings,
        None => read.station.schedule.clone(),
    };
    let done = if out == Path::new("-") {
        let mut result = None;
        let mut write = |to: &mut dyn io::Write| {
            let mut pipe = Pipe { to, broken: None };
            let done = write(&read.station, &read.index, &schedule, &zones, what, &mut pipe);
            let broken = pipe.broken;
            result = Some(done);
            broken.map_or(Ok(()), |kind| Err(io::Error::from(kind)))
        };
        let printed = output.written(&mut write);
        match (printed, result) {
            (Ok(()), Some(done)) => done?,
            (Err(error), _) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            (Err(error), Some(Ok(_)) | None) => return output.stopped(&error),
            (Err(_), Some(Err(failure))) => return Err(failure),
            (Ok(()), None) => Written::default(),
        }
    } else {
        to_file(&read.station, &read.index, &schedule, &zones, what, out)?
    };
    if !matches!(what, What::Station) {
        output.remark("cli-exported", &values! { "airings" => done.airings });
        if done.dropped > 0 {
            output.remark("cli-dropped", &values! { "count" => done.dropped });
        }
    }
    Ok(())
}

/// Standard output that remembers why it took no more: whoever reads it may have read enough, and that is no failure.
struct Pipe<'a> {
    to: &'a mut dyn io::Write,
    broken: Option<io::ErrorKind>,
}

impl io::Write for Pipe<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.to.write(bytes);
        if let Err(error) = &taken {
            self.broken = Some(error.kind());
        }
        taken
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

fn proposal(station: &Path, out: &Path, output: &Output) -> Result<(), Failure> {
    let mut desk = Desk::open(station, now(), Zones::bundled())?;
    let Some(proposal) = desk.proposal()? else {
        return Err(Failure::new("no_proposal", values! {}).of(station));
    };
    let (_, index) = desk.station()?;
    let document = plan_document(&proposal.plan, index);
    if out == Path::new("-") {
        output.text(&document)
    } else {
        super::plan::write(out, &document)
    }
}

/// The head row of a table, in the language of messages.
pub(super) fn heads(words: &Words) -> Heads {
    let head = |name: &str| words.say(&format!("head-{name}"));
    Heads {
        date: head("date"),
        start: head("start"),
        duration: head("duration"),
        end: head("end"),
        utc_offset: head("utc-offset"),
        title: head("title"),
        episode: head("episode"),
        language: head("language"),
        version: head("version"),
        origin: head("origin"),
    }
}
