#!/usr/bin/env python3
"""Reads what Arna hands out with programs that share nothing with it, and holds every format against every other.

Stations are made here, with Python's own zone data; `arna publish` writes one revision of each in every format; openpyxl,
icalendar, m3u8 and Python's XML, CSV, JSON and HTML readers read it back. All must say the same starts, ends and titles, to
the second, as the schedule that was put in: over changes of the clock and past midnight.

The sample's workbook is read, changed and saved again by openpyxl, as another program would; imported, it must change just that.

    make readers
"""

import csv
import html.parser
import json
import random
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo, reset_tzpath

import icalendar
import m3u8
import openpyxl

# The zone data that is asked for, not what a system happens to have.
reset_tzpath(to=[])

FRAME_RATE = 25
DAY_START = 6
FORMATS = ["xmltv", "csv", "xlsx", "ics", "bxf", "tva", "dvb-i", "ffplayout", "m3u", "page"]


@dataclass(frozen=True)
class Case:
    """A channel's dates that are hard to write down."""

    channel: str
    zone: str
    first: str
    days: int
    language: str
    hours: tuple  # of each broadcast date
    titles: tuple


CASES = [
    Case("khabar.kz", "Asia/Almaty", "2024-02-28", 3, "kk", (24, 25, 24), ("Ортақ арман", "Дәйексөздер: «ғылым» & <өнер>", "=Өсиет", "Қалқаман")),
    Case("welle.de", "Europe/Berlin", "2024-03-29", 3, "de", (24, 23, 24), ("Die Steppe", "Größe; Länge, Tiefe", "Fünf vor zwölf", "Übermorgen")),
    Case("welle.de", "Europe/Berlin", "2024-10-26", 2, "de", (25, 24), ("Die Steppe", "Größe; Länge, Tiefe", "Fünf vor zwölf", "Übermorgen")),
    Case("cctv4.cn", "Asia/Shanghai", "2024-07-01", 2, "zh", (24, 24), ("情系中国·共同的梦想", "经典引用", "里海之滨", "博物馆时间")),
]


def begins(case, day):
    """When a broadcast date begins."""
    return datetime(day.year, day.month, day.day, DAY_START, tzinfo=ZoneInfo(case.zone)).astimezone(timezone.utc)


def dates(case):
    first = date.fromisoformat(case.first)
    return [first + timedelta(days=n) for n in range(case.days)]


def scheduled(case):
    """What is on air: date, start, end, version, title. Some airings run over the end of their date."""
    chance = random.Random(case.channel + case.first)
    at, rows = begins(case, dates(case)[0]), []
    for day, hours in zip(dates(case), case.hours):
        end = begins(case, day + timedelta(days=1))
        assert end - begins(case, day) == timedelta(hours=hours), "the zone data of this Python are others"
        while at < end:
            number = chance.randrange(len(case.titles))
            length = LENGTHS[number]
            rows.append((day, at, at + length, f"p{number}/1/1.{case.language}", case.titles[number]))
            at += length + timedelta(seconds=chance.choice([0, 0, 30, 95, 310]))
    return rows


LENGTHS = [timedelta(minutes=25), timedelta(minutes=51, seconds=7), timedelta(minutes=12, seconds=59), timedelta(hours=1, minutes=33, seconds=1)]


def station(case, folder):
    """The `arna-station/1` document of a case, with a receiver that gets everything."""

    def programme(number, kind, title, length):
        version = {"id": f"p{number}/1/1.{case.language}", "language": case.language, "duration_ms": int(length.total_seconds() * 1000), "house_number": f"H{number}", "media": f"m{number}"}
        episode = {"id": f"p{number}/1/1", "number": 1, "versions": [version]}
        return {"id": f"p{number}", "kind": kind, "title": {"en": f"Title {number}", case.language: title}, "seasons": [{"id": f"p{number}/1", "number": 1, "episodes": [episode]}]}

    programmes = [programme(n, "film", title, LENGTHS[n]) for n, title in enumerate(case.titles)]
    filler = len(programmes)
    programmes.append(programme(filler, "filler", "Filler", timedelta(seconds=10)))
    files = [one if one not in OPTIONS else {one: OPTIONS[one]} for one in FORMATS]
    written = [{"channel": case.channel, "date": str(day), "start": start.isoformat(), "end": end.isoformat(), "version": version, "origin": "pin"} for day, start, end, version, _ in scheduled(case)]
    return {
        "format": "arna-station/1",
        "channels": [{"id": case.channel, "name": "A Channel", "tz": case.zone, "day_start": f"{DAY_START:02}:00"}],
        "programmes": programmes,
        "slots": [],
        "fillers": [{"version": f"p{filler}/1/1.{case.language}"}],
        "media": [{"id": f"m{n}", "file": f"/media/{n}.mxf"} for n in range(filler + 1)],
        "receivers": [{"id": "all", "channel": case.channel, "titles": case.language, "files": files, "to": {"folder": str(folder)}, "name": "{format}"}],
        "schedule": written,
    }


OPTIONS = {"bxf": {"frame_rate": "25"}, "tva": {"authority": "example.org"}, "dvb-i": {"authority": "example.org"}, "ffplayout": {}, "m3u": {}, "page": {"programme": "p0"}}


def published(arna, case, folder):
    """Publishes a case: a folder with one revision in every format."""
    document, file, out = folder / "station.json", folder / "station.arna", folder / "out"
    out.mkdir()
    document.write_text(json.dumps(station(case, out)), encoding="utf-8")
    for arguments in (["import", "station", document, file], ["publish", file, "--channel", case.channel, "--from", case.first, "--days", str(case.days)]):
        done = subprocess.run([arna, *map(str, arguments), "--lang", "en"], capture_output=True, text=True)
        assert done.returncode == 0, f"arna {arguments[0]}: {done.stderr}"
    return out


# What each format says: (start, end, title) in the order of its file.


def offset(text):
    """`UTC+05:00` as a span."""
    sign = -1 if text[3] == "-" else 1
    hours, minutes = text[4:].split(":")
    return sign * timedelta(hours=int(hours), minutes=int(minutes))


def span(text):
    """`25:30:00` as a span."""
    hours, minutes, seconds = map(int, text.split(":"))
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def clock(text):
    """`21:00` or `21:00:05` as a span."""
    return span(text if text.count(":") == 2 else text + ":00")


def at(day, time, ahead):
    return datetime(day.year, day.month, day.day, tzinfo=timezone.utc) + time - ahead


def of_xmltv(path):
    root = xml.parse(path).getroot()
    instant = lambda text: datetime.strptime(text, "%Y%m%d%H%M%S %z").astimezone(timezone.utc)
    return [(instant(one.get("start")), instant(one.get("stop")), one.find("title").text) for one in root.iter("programme")]


def of_csv(path):
    text = path.read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=csv.Sniffer().sniff(text.splitlines()[0], ";,\t").delimiter))[1:]
    starts = [(at(date.fromisoformat(row[0]), span(row[1]), offset(row[4])), row) for row in rows]
    return [(start, start + span(row[2]), row[5].removeprefix("'")) for start, row in starts]


def of_xlsx(path):
    told = []
    for row in openpyxl.load_workbook(path).active.iter_rows(min_row=2, values_only=True):
        # A time within a day comes as a time, one past midnight as a span or as a date of the year 1900.
        start = at(row[0].date(), as_span(row[1]), offset(row[4]))
        told.append((start, start + as_span(row[2]), row[5]))
    return told


def as_span(cell):
    if isinstance(cell, timedelta):
        return cell
    if isinstance(cell, datetime):
        return cell - datetime(1899, 12, 30)
    return timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)


def of_ics(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    events = [(one.decoded("DTSTART"), one.decoded("DTEND"), str(one["SUMMARY"])) for one in calendar.walk("VEVENT")]
    return [(start.astimezone(timezone.utc), end.astimezone(timezone.utc), title) for start, end, title in events]


def of_bxf(path, case):
    """Wall clocks without offsets: in an hour that comes twice, what would begin before the last event ends is in the second."""
    name = lambda tag: "{*}" + tag
    zone, over, told = ZoneInfo(case.zone), datetime.min.replace(tzinfo=timezone.utc), []
    for event in xml.parse(path).getroot().iter("{http://smpte-ra.org/schemas/2021/2017/BXF}ScheduledEvent"):
        start = event.find(f".//{name('StartDateTime')}/{name('SmpteDateTime')}")
        length = event.find(f".//{name('LengthOption')}/{name('Duration')}/{name('SmpteDuration')}/{name('SmpteTimeCode')}").text
        hour, minute, second, frame = map(int, start.find(name("SmpteTimeCode")).text.split(":"))
        day = date.fromisoformat(start.get("broadcastDate"))
        folds = [datetime(day.year, day.month, day.day, hour, minute, second, frame * 1_000_000 // FRAME_RATE, tzinfo=zone, fold=fold).astimezone(timezone.utc) for fold in (0, 1)]
        begun = next((one for one in folds if one >= over), folds[1])
        hours, minutes, seconds, frames = map(int, length.split(":"))
        over = begun + timedelta(hours=hours, minutes=minutes, seconds=seconds, milliseconds=frames * 1000 // FRAME_RATE)
        told.append((begun, over, event.find(f".//{name('EventTitle')}").text))
    return told


def of_tva(path):
    root = xml.parse(path).getroot()
    titles = {one.get("programId"): one.find(".//{*}Title").text for one in root.iter() if one.tag.endswith("}ProgramInformation")}
    told = []
    for one in root.iter():
        if one.tag.endswith("}ScheduleEvent"):
            start = datetime.fromisoformat(one.find("{*}PublishedStartTime").text)
            told.append((start, start + iso(one.find("{*}PublishedDuration").text), titles[one.find("{*}Program").get("crid")]))
    return told


def iso(text):
    """`PT1H33M1S` as a span."""
    length, number = timedelta(), ""
    for letter in text.removeprefix("P").replace("T", ""):
        if letter.isdigit() or letter == ".":
            number += letter
        else:
            length += float(number) * {"D": timedelta(days=1), "H": timedelta(hours=1), "M": timedelta(minutes=1), "S": timedelta(seconds=1)}[letter]
            number = ""
    return length


def joined(entries, case):
    """What stands in playlists one after another from the beginning of the first date, but for fillers; parts of one airing that
    the end of a date cut are one."""
    now, told = begins(case, dates(case)[0]), []
    for seconds, title, source in entries:
        start, now = now, now + timedelta(milliseconds=round(seconds * 1000))
        if source.endswith(f"/{len(case.titles)}.mxf"):
            continue
        is_day_start = any(start == begins(case, day) for day in dates(case)[1:])
        if is_day_start and told and told[-1][1] == start and told[-1][2] == title and told[-1][1] - told[-1][0] < LENGTHS[case.titles.index(title)]:
            told[-1] = (told[-1][0], now, title)
        else:
            told.append((start, now, title))
    return told


def of_ffplayout(paths, case):
    entries = []
    for path, hours in zip(paths, case.hours):
        program = json.loads(path.read_text(encoding="utf-8"))["program"]
        assert round(sum(one["out"] - one["in"] for one in program), 3) == hours * 3600, f"{path.name} does not fill {hours} hours"
        entries += [(one["out"] - one["in"], one.get("title", ""), one["source"]) for one in program]
    return joined(entries, case)


def of_m3u(paths, case):
    segments = [segment for path in paths for segment in m3u8.loads(path.read_text(encoding="utf-8")).segments]
    return joined([(one.duration, one.title, one.uri) for one in segments], case)


class Cells(html.parser.HTMLParser):
    """The rows of all tables of a page."""

    def __init__(self):
        super().__init__()
        self.rows, self.inside = [], False

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.rows.append([])
        self.inside = tag in ("td", "th")
        if self.inside:
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.rows[-1][-1] += data.strip()


def of_page(path, title):
    """The airings of the one programme that a page is about, by the calendar."""
    cells = Cells()
    cells.feed(path.read_text(encoding="utf-8"))
    told = []
    for row in cells.rows:
        if len(row) == 6 and row[2].startswith(("+", "-")):
            start = at(date.fromisoformat(row[0].split()[-1]), clock(row[1]), offset(f"UTC{row[2]}"))
            told.append((start, start + clock(row[3]), title))
    return told


def told_by_all(out, case):
    """What each file of a folder says, by format."""
    one = lambda end: next(path for path in sorted(out.iterdir()) if path.name.endswith(end))
    lists = lambda end: sorted(path for path in out.rglob("*") if path.name.endswith(end))
    return {
        "xmltv": of_xmltv(one("xmltv.xml")),
        "csv": of_csv(one(".csv")),
        "xlsx": of_xlsx(one(".xlsx")),
        "ics": of_ics(one(".ics")),
        "bxf": of_bxf(one("bxf.xml"), case),
        "tva": of_tva(one("tva.xml")),
        "dvb-i": of_tva(one("dvb-i.xml")),
        "ffplayout": of_ffplayout(lists(".json"), case),
        "m3u": of_m3u(lists(".m3u8"), case),
        "page": of_page(one(".html"), case.titles[0]),
    }


def wanted_of(case):
    """What each format is to say: playlists end with the last date, a page is about one programme."""
    on_air = sorted((start, end, title) for _, start, end, _, title in scheduled(case))
    ends = begins(case, dates(case)[-1] + timedelta(days=1))
    cut = [(start, min(end, ends), title) for start, end, title in on_air]
    own = [one for one in on_air if one[2] == case.titles[0]]
    return {form: cut if form in ("ffplayout", "m3u") else own if form == "page" else on_air for form in FORMATS}


def as_table(cell):
    """A cell of a book as the table of the same sheet says it."""
    if cell is None:
        return ""
    if isinstance(cell, (timedelta, time)):
        seconds = round(as_span(cell).total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return cell.date().isoformat() if isinstance(cell, datetime) else str(cell)


def same_cell(head, cell, text):
    """Clocks have no seconds in tables; a text that a spreadsheet would reckon with has a sign before it there."""
    told = as_table(cell)
    if told and told != text and head in ("Start", "Day begins"):
        told = f"{told.split(':')[0]:0>2}:{told.split(':')[1]}"
    return told == text or told == text.removeprefix("'")


def workbook_of(arna, station, folder):
    """What openpyxl reads of a workbook is what Python's reader reads of its tables; what openpyxl changes is what is imported."""
    run = lambda *words: subprocess.run([arna, *map(str, words), "--lang", "en"], check=True, capture_output=True, text=True).stdout
    run("export", "workbook", station, "--out", folder / "book.xlsx")
    run("export", "workbook", station, "--out", folder / "tables")
    book, cells = openpyxl.load_workbook(folder / "book.xlsx"), 0
    for sheet in book.worksheets[1:]:
        with open(folder / "tables" / f"{sheet.title.lower()}.csv", encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter=";"))
        assert sheet.max_row == len(rows) and sheet.freeze_panes == "B2", sheet.title
        for row, texts in zip(sheet.iter_rows(values_only=True), rows):
            for head, cell, text in zip(rows[0], row, texts):
                assert same_cell(head, cell, text), (sheet.title, texts[0], head, cell, text)
                cells += 1
    place = lambda sheet, head: next(cell.column for cell in sheet[1] if cell.value == head)
    licences, programmes, grid = book["Licences"], book["Programmes"], book["Grid"]
    licences.cell(2, place(licences, "Last day")).value = datetime(2025, 1, 31)
    programmes.cell(2, place(programmes, "Title (kk)")).value = "Жаңа атау"
    grid.cell(2, place(grid, "What the time is worth")).value = 5 if grid.cell(2, place(grid, "What the time is worth")).value != 5 else 4
    book.save(folder / "changed.xlsx")
    told = json.loads(run("import", "workbook", folder / "changed.xlsx", station, "--json"))
    changes = [(one["sheet"], one["outcome"], [cell["column"] for cell in one["cells"]]) for one in told["changes"]]
    wanted = [("programmes", "changed", ["Title (kk)"]), ("licences", "changed", ["Last day"]), ("grid", "changed", ["What the time is worth"])]
    assert changes == wanted, changes
    print(f"workbook of the sample: {cells} cells of {len(book.worksheets) - 1} sheets alike in book and tables; three changed by openpyxl, three imported")


def main(arna):
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        workbook_of(arna, Path(__file__).parents[2] / "sample" / "station.json", Path(folder))
    print(f"{'channel and first date':<24}{'hours':<10}{'airings':>7}  {'  '.join(FORMATS)}")
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            told = told_by_all(published(arna, case, Path(folder)), case)
        wanted, marks = wanted_of(case), []
        for form in FORMATS:
            said, should = sorted(told[form]), wanted[form]
            marks.append(("=" if said == should else "X").center(len(form)))
            if said != should:
                wrong += 1
                first = next(((one, other) for one, other in zip(said, should) if one != other), None)
                print(f"{case.channel} {case.first} {form}: {len(said)} airings of {len(should)}; first difference {first}")
        hours = "+".join(map(str, case.hours))
        print(f"{case.channel} {case.first:<{23 - len(case.channel)}}{hours:<10}{len(wanted['xmltv']):>7}  {'  '.join(marks)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
