#!/usr/bin/env python3
"""Arna beside open programs that do the nearest piece of the same work: `make bench-peers`.

    peers.py ARNA STATION CHANNEL FIRST DAYS FOLDER   all of it; prints one table
    peers.py do TASK IN OUT                           one piece of work by a library of Python

Each row is a process of its own from its start to its end: time by the clock, and the most memory it held. Arna opens the station
file, looks the titles up and writes; the others get the finished list (Arna's own table of it, or its guide) and only write or read.
"""

import csv
import importlib.metadata
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve()
ROUNDS = 3


def rows(path):
    """The airings of Arna's table: date, start, duration, end, offset, title, episode, language, version, origin."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        delimiter = ";" if ";" in file.readline() else ","
        file.seek(0)
        listed = csv.reader(file, delimiter=delimiter)
        next(listed)
        yield from listed


def instants(row):
    """Start and end of a row with their offset; what starts past midnight is told as 25:30:00 of its broadcast date."""
    from datetime import datetime, timedelta, timezone

    sign = -1 if row[4][3] == "-" else 1
    hours, minutes = row[4][4:].split(":")
    zone = timezone(sign * timedelta(hours=int(hours), minutes=int(minutes)))
    hour, minute, second = map(int, row[1].split(":"))
    start = datetime.fromisoformat(row[0]).replace(tzinfo=zone) + timedelta(hours=hour, minutes=minute, seconds=second)
    hour, minute, second = map(int, row[2].split(":"))
    return start, start + timedelta(hours=hour, minutes=minute, seconds=second)


def write_xmltv(table, out):
    from xmltv.models import Channel, DisplayName, Programme, Title, Tv
    from xsdata.formats.dataclass.serializers import XmlSerializer

    form = "%Y%m%d%H%M%S %z"
    programmes = []
    for row in rows(table):
        start, end = instants(row)
        title = Title(content=[row[5]]) if row[5] else Title(content=["–"])
        programmes.append(
            Programme(start=start.strftime(form), stop=end.strftime(form), channel="channel", title=[title])
        )
    guide = Tv(channel=[Channel(id="channel", display_name=[DisplayName(content=["channel"])])], programme=programmes)
    pathlib.Path(out).write_text(XmlSerializer().render(guide), encoding="utf-8")


def read_xmltv(guide, out):
    from xmltv.models import Tv
    from xsdata.formats.dataclass.parsers import XmlParser

    read = XmlParser().parse(guide, Tv)
    pathlib.Path(out).write_text(str(len(read.programme)))


def write_ics(table, out):
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//peers//")
    calendar.add("version", "2.0")
    for number, row in enumerate(rows(table)):
        start, end = instants(row)
        event = Event()
        event.add("uid", f"{number}@peers")
        event.add("summary", row[5])
        event.add("dtstart", start)
        event.add("dtend", end)
        event.add("dtstamp", start)
        calendar.add_component(event)
    pathlib.Path(out).write_bytes(calendar.to_ical())


def write_xlsx_by_xlsxwriter(table, out):
    import xlsxwriter

    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet()
    for at, row in enumerate(rows(table)):
        sheet.write_row(at, 0, row)
    book.close()


def write_xlsx_by_openpyxl(table, out):
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows(table):
        sheet.append(row)
    book.save(out)


def week_by_pandas(station, out):
    """A channel's week of a station file, with titles, as a table: by the file's own index, the catalogue from its documents."""
    import sqlite3

    import pandas

    with sqlite3.connect(f"file:{station}?mode=ro", uri=True) as file:
        channel, first = file.execute("SELECT channel, min(start_ms) FROM airing").fetchone()
        week = pandas.read_sql(
            "SELECT date, start_ms, end_ms, version, origin FROM airing"
            " WHERE channel = ? AND start_ms >= ? AND start_ms < ? ORDER BY start_ms",
            file,
            params=(channel, first, first + 7 * 86_400_000),
        )
        titles = {}
        for (body,) in file.execute("SELECT body FROM record WHERE kind = 'programme'"):
            programme = json.loads(body)
            for season in programme["seasons"]:
                for episode in season["episodes"]:
                    for version in episode["versions"]:
                        titles[version["id"]] = programme["title"].get("en")
    week["title"] = week["version"].map(titles)
    week["start"] = pandas.to_datetime(week["start_ms"], unit="ms", utc=True)
    week.to_csv(out, index=False)


TASKS = {
    "xmltv-write": write_xmltv,
    "xmltv-read": read_xmltv,
    "ics-write": write_ics,
    "xlsx-xlsxwriter": write_xlsx_by_xlsxwriter,
    "xlsx-openpyxl": write_xlsx_by_openpyxl,
    "week-pandas": week_by_pandas,
}


def measured(words, out_to=None):
    """Seconds and MiB of a process; the fastest of a few. None where the program is not there or refuses."""
    best = None
    for _ in range(ROUNDS):
        with open(out_to or os.devnull, "wb") as out, open(os.devnull, "wb") as nowhere:
            begun = time.monotonic()
            try:
                process = subprocess.Popen([str(word) for word in words], stdout=out, stderr=nowhere)
            except FileNotFoundError:
                return None
            _, status, used = os.wait4(process.pid, 0)
            took = time.monotonic() - begun
        if os.waitstatus_to_exitcode(status) != 0:
            return None
        if best is None or took < best[0]:
            best = (took, used.ru_maxrss / 1024)
    return best


def version_of(library):
    try:
        return f"{library} {importlib.metadata.version(library)}"
    except importlib.metadata.PackageNotFoundError:
        return library


def node_library(name):
    about = pathlib.Path(os.environ.get("PEERS_NODE", "")) / "node_modules" / name / "package.json"
    return f"{name} {json.loads(about.read_text())['version']}" if about.exists() else name


def main(arna, station, channel, first, days, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    table, guide = folder / "list.csv", folder / "guide.xml"
    dates = ["--channel", channel, "--from", first, "--days", days]

    def export(form, *more):
        return [arna, "export", form, station, *dates, *more]

    subprocess.run(export("csv", "--out", table), check=True)
    subprocess.run(export("xmltv", "--out", guide), check=True)
    count = sum(1 for _ in rows(table))

    def python(task, source, out):
        return [sys.executable, HERE, "do", task, source, folder / out]

    def node(task, source, out):
        return [shutil.which("node") or "node", libraries / "peers.mjs", task, source, folder / out]

    # A module finds its libraries from where it lies.
    libraries = pathlib.Path(os.environ.get("PEERS_NODE", folder))
    libraries.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE.with_suffix(".mjs"), libraries / "peers.mjs")
    validate = shutil.which("tv_validate_file") or "tv_validate_file"
    sort = shutil.which("tv_sort") or "tv_sort"
    work = [
        ("a guide (XMLTV) written", "Arna", export("xmltv", "--out", folder / "arna.xml")),
        ("", version_of("py-xmltv"), python("xmltv-write", table, "py.xml")),
        ("", node_library("@iptv/xmltv"), node("xmltv-write", table, "iptv.xml")),
        ("a guide read", "Arna", [arna, "read", "xmltv", guide]),
        ("", version_of("py-xmltv"), python("xmltv-read", guide, "py.txt")),
        ("", node_library("@iptv/xmltv"), node("xmltv-read", guide, "iptv.txt")),
        ("", "xmltv-util: tv_validate_file", [validate, guide]),
        ("", "xmltv-util: tv_sort", [sort, guide, "--output", folder / "sorted.xml"]),
        ("a calendar written", "Arna", export("ics", "--out", folder / "arna.ics")),
        ("", version_of("icalendar"), python("ics-write", table, "py.ics")),
        ("a book (XLSX) written", "Arna", export("xlsx", "--out", folder / "arna.xlsx")),
        ("", version_of("XlsxWriter"), python("xlsx-xlsxwriter", table, "xw.xlsx")),
        ("", version_of("openpyxl"), python("xlsx-openpyxl", table, "op.xlsx")),
        ("", node_library("exceljs"), node("xlsx", table, "js.xlsx")),
        (
            "a week out of the file",
            "Arna",
            [arna, "export", "csv", station, "--channel", channel, "--from", first, "--days", "7", "--out", folder / "week.csv"],
        ),
        ("", version_of("pandas"), python("week-pandas", station, "pandas.csv")),
    ]
    print(f"{count} airings of one channel, {days} days.\n")
    print("| work | by | s | MiB | Arna's s × |\n|---|---|---|---|---|")
    own = None
    for what, who, words in work:
        found = measured(words)
        if found is None:
            print(f"| {what} | {who} | not here, or it refuses | – | – |", flush=True)
            continue
        own = found[0] if who == "Arna" else own
        print(f"| {what} | {who} | {found[0]:.2f} | {found[1]:.0f} | {found[0] / own:.1f} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["do"]:
        TASKS[sys.argv[2]](sys.argv[3], sys.argv[4])
    else:
        main(*sys.argv[1:])
