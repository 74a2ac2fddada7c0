"""The part of docs/PLANNING.md that the pool problem needs, read anew: time, slot instances, what is fixed, what may air where.

Shares nothing with the planner, so that an error there is not repeated here. Times are UTC milliseconds, dates are ordinals
of Python's calendar (Monday is 1 modulo 7).
"""
import zoneinfo
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta, timezone

# The package's zone data, not the system's, which may be older than a change of law.
zoneinfo.reset_tzpath(to=[])

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SHORTEST_REST = 5 * MINUTE
UNIX = datetime(1970, 1, 1, tzinfo=timezone.utc)


def day_number(text):
    return date.fromisoformat(text).toordinal()


def day_text(day):
    return date.fromordinal(day).isoformat()


def minutes_of(text):
    hours, minutes = text.split(":")
    return 60 * int(hours) + int(minutes)


def instant(text):
    return (datetime.fromisoformat(text.replace("Z", "+00:00")) - UNIX) // timedelta(milliseconds=1)


class Clock:
    """A channel's wall clock."""

    def __init__(self, tz):
        self.zone, self.known = zoneinfo.ZoneInfo(tz), {}

    def local(self, at):
        return (UNIX + timedelta(milliseconds=at)).astimezone(self.zone)

    def text(self, at):
        return self.local(at).isoformat(timespec="milliseconds" if at % 1000 else "seconds")

    def at(self, day, minutes):
        """The instant of a grid time: the first of two, the moment of the change where the clock skips it."""
        if (day, minutes) not in self.known:
            wall = datetime.fromordinal(day) + timedelta(minutes=minutes)
            self.known[day, minutes] = self.resolve(wall)
        return self.known[day, minutes]

    def resolve(self, wall):
        ends = []
        for fold in (0, 1):
            moment = wall.replace(tzinfo=self.zone, fold=fold)
            at = (moment.astimezone(timezone.utc) - UNIX) // timedelta(milliseconds=1)
            if self.local(at).replace(tzinfo=None) == wall:
                ends.append(at)
        if ends:
            return min(ends)
        # Skipped. A day before the old offset holds, a day after the new one: halve until the change is found.
        naive = (wall.replace(tzinfo=timezone.utc) - UNIX) // timedelta(milliseconds=1)
        early, late = naive - 36 * HOUR, naive + 36 * HOUR
        old = self.local(early).utcoffset()
        while late - early > 1:
            middle = (early + late) // 2
            early, late = (middle, late) if self.local(middle).utcoffset() == old else (early, middle)
        return late


class Entry:
    """A row of the station."""

    def __init__(self, **fields):
        self.__dict__.update(fields)


class Instance:
    """A slot on a date: the interval that pins and higher layers leave it."""
    __slots__ = ("slot", "date", "start", "end")

    def __init__(self, slot, day, start, end):
        self.slot, self.date, self.start, self.end = slot, day, start, end

    channel = property(lambda self: self.slot.channel)
    key = property(lambda self: (self.slot.id, self.date))
    week = property(lambda self: self.date - (self.date - 1) % 7)
    length_ms = property(lambda self: self.end - self.start)


class Fixed:
    """A programme airing that the pools find there."""
    __slots__ = ("channel", "date", "start", "version", "licence", "kind")

    def __init__(self, channel, day, start, version, licence, kind):
        self.channel, self.date, self.start, self.version, self.licence, self.kind = channel, day, start, version, licence, kind


def free_part(start, end, covered):
    """The longest part of [start, end) that nothing covers, the earliest of equal ones."""
    edges = sorted((max(a, start), min(b, end)) for a, b in covered if a < end and b > start)
    parts, at = [], start
    for a, b in edges:
        parts.append((at, max(at, a)))
        at = max(at, b)
    parts.append((at, max(at, end)))
    return max(parts, key=lambda part: (part[1] - part[0], -part[0]))


def count_runs(starts, rerun):
    runs, opened = 0, None
    for start in sorted(starts):
        if opened is None or start - opened > rerun:
            runs, opened = runs + 1, start
    return runs


class Problem:
    """A station and a range with everything but the pools decided."""

    instant = staticmethod(instant)

    def __init__(self, station, plan):
        if station.get("format") != "arna-station/1" or plan.get("format") != "arna-plan/1":
            raise ValueError("the formats are not arna-station/1 and arna-plan/1")
        self.first = day_number(plan["from"])
        self.last = self.first + plan["days"] - 1
        self.read_channels(station)
        self.read_catalogue(station)
        self.read_licences(station)
        self.read_slots(station)
        self.read_fixed(station, plan)
        self.pools = [i for i in self.instances.values() if i.slot.kind == "pool"]
        self.pools.sort(key=lambda i: (i.start, i.channel.id, i.slot.id))
        self.count_fixed()

    # ------------------------------------------------------------ the document

    def read_channels(self, station):
        self.channels = {}
        for c in station["channels"]:
            windows = {r: (minutes_of(a), minutes_of(b)) for r, (a, b) in c.get("rating_hours", {}).items()}
            self.channels[c["id"]] = Entry(id=c["id"], clock=Clock(c["tz"]), day_start=minutes_of(c["day_start"]),
                                           windows=windows, quotas=c.get("quotas", []))
        self.blackouts = defaultdict(list)
        for b in station.get("blackouts", []):
            self.blackouts[b["channel"]].append((instant(b["from"]), instant(b["until"]), set(b.get("tags", []))))

    def read_catalogue(self, station):
        self.programmes, self.versions, self.holdbacks = {}, {}, defaultdict(list)
        for h in station.get("holdbacks", []):
            self.holdbacks[h["season"]].append((h["first_channel"], h["hours"] * HOUR))
        for p in station["programmes"]:
            programme = Entry(id=p["id"], kind=p["kind"], serial=p.get("order") == "serial", tags=set(p.get("tags", [])),
                              max_per_day=p.get("max_per_day", 2), versions=[])
            self.programmes[p["id"]] = programme
            for s in p["seasons"]:
                for e in s["episodes"]:
                    episode = Entry(id=e["id"], season=s["id"], rating=e.get("rating"))
                    for v in e["versions"]:
                        version = Entry(id=v["id"], language=v["language"], ms=v["duration_ms"], episode=episode,
                                        minutes=v["duration_ms"] // MINUTE, programme=programme)
                        programme.versions.append(version)
                        self.versions[v["id"]] = version

    def read_licences(self, station):
        self.licences, self.licences_of = {}, defaultdict(list)
        for l in station.get("licences", []):
            rerun = l.get("rerun_hours", 0)
            licence = Entry(id=l["id"], season=l.get("season"), channels=set(l.get("channels", [])),
                            languages=set(l.get("languages", [])), first=day_number(l["from"]), last=day_number(l["until"]),
                            max_runs=l.get("max_runs"), shared=l.get("shared", False), rerun=rerun * HOUR,
                            gap=l.get("min_gap_hours", rerun + 1) * HOUR)
            self.licences[l["id"]] = licence
            self.licences_of[l["programme"]].append(licence)

    def read_slots(self, station):
        self.slots = {}
        for s in station["slots"]:
            (kind, fill), = s["fill"].items()
            self.slots[s["id"]] = Entry(
                id=s["id"], channel=self.channels[s["channel"]], days={WEEKDAYS.index(d) for d in s.get("days", WEEKDAYS)},
                first=day_number(s["from"]) if s.get("from") else 1, layer=s.get("layer", 0), kind=kind, fill=fill,
                last=day_number(s["until"]) if s.get("until") else date.max.toordinal(), start=minutes_of(s["start"]),
                length=s["length_min"], weight=s.get("weight", 3), languages=s.get("languages", []))
        for slot in self.slots.values():
            end = slot
            while end.kind == "repeat":
                end = self.slots[end.fill["of"]]
            slot.root = end.kind

    # ------------------------------------------------------------ time

    def broadcast_date(self, channel, at):
        day = channel.clock.local(at).date().toordinal() - 1
        while channel.clock.at(day + 1, channel.day_start) <= at:
            day += 1
        return day

    def cut_instances(self, pins):
        """Highest layer first; pins and what is left of higher layers cover what lies below."""
        covered, kept = defaultdict(list), {}
        for pin in pins:
            covered[pin.channel.id].append((pin.start, pin.start + pin.version.ms))
        by_layer = defaultdict(list)
        for slot in self.slots.values():
            by_layer[slot.layer].append(slot)
        for layer in sorted(by_layer, reverse=True):
            left = []
            for slot in by_layer[layer]:
                for day in range(max(self.first - 1, slot.first), min(self.last + 1, slot.last) + 1):
                    if (day - 1) % 7 not in slot.days:
                        continue
                    whole = tuple(slot.channel.clock.at(day, minute) for minute in (slot.start, slot.start + slot.length))
                    if whole[1] <= whole[0]:
                        continue
                    part = free_part(*whole, covered[slot.channel.id])
                    if part == whole or part[1] - part[0] >= SHORTEST_REST:
                        left.append(Instance(slot, day, *part))
            for one in left:
                covered[one.channel.id].append((one.start, one.end))
                if self.first <= one.date <= self.last:
                    kept[one.key] = one
        return kept

    # ------------------------------------------------------------ what is fixed

    def read_fixed(self, station, plan):
        def aired(row, kind):
            channel, at = self.channels[row["channel"]], instant(row["start"])
            return Fixed(channel, self.broadcast_date(channel, at), at, self.versions[row["version"]],
                         self.licences.get(row.get("licence")), kind)

        pins = [aired(row, "pin") for row in station.get("pins", [])]
        self.instances = self.cut_instances(pins)
        self.fixed = [aired(row, "history") for row in station.get("history", [])] + pins
        self.charge_fixed()
        for row in plan["airings"]:
            if row["origin"] == "sequel" or row["origin"] == "repeat" and self.slots[row["slot"]].root != "pool":
                self.fixed.append(aired(row, row["origin"]))

    def charge_fixed(self):
        """Those that name a licence first, the others in time order to the first listed with a run left."""
        self.charges = defaultdict(lambda: defaultdict(list))
        for one in self.fixed:
            if one.licence:
                self.charges[one.licence.id, one.version.episode.id][one.channel.id].append(one.start)
        for one in sorted((f for f in self.fixed if not f.licence), key=lambda f: (f.start, f.channel.id)):
            for licence in self.covering(one.version, one.channel, one.date):
                own = self.charges[licence.id, one.version.episode.id]
                counted = {c: list(starts) for c, starts in own.items() if licence.shared or c == one.channel.id}
                counted.setdefault(one.channel.id, []).append(one.start)
                if licence.max_runs is None or sum(count_runs(s, licence.rerun) for s in counted.values()) <= licence.max_runs:
                    own[one.channel.id].append(one.start)
                    break

    def count_fixed(self):
        self.starts, self.on_day, self.shown = defaultdict(list), Counter(), set()
        self.airtime = defaultdict(Counter)
        self.premieres = {}
        for one in self.fixed:
            stream = one.channel.id, one.version.episode.id
            self.starts[stream].append(one.start)
            self.shown.add(stream)
            self.on_day[one.channel.id, one.date, one.version.programme.id] += 1
            if one.kind != "repeat":
                self.premieres[stream] = min(one.start, self.premieres.get(stream, one.start))
            if one.kind in ("sequel", "repeat") and one.licence:
                self.charges[one.licence.id, one.version.episode.id][one.channel.id].append(one.start)
            if one.kind != "history" and self.first <= one.date <= self.last:
                week = one.date - (one.date - 1) % 7
                self.airtime[one.channel.id, week][one.version.language] += one.version.minutes
        for one in self.instances.values():
            if one.slot.kind == "hold" and one.slot.fill.get("language"):
                self.airtime[one.channel.id, one.week][one.slot.fill["language"]] += one.length_ms // MINUTE
        self.left = {}

    # ------------------------------------------------------------ what may air

    def pool_versions(self, slot):
        pool = slot.fill["pool"] if "pool" in slot.fill else slot.fill
        for programme in self.programmes.values():
            if (programme.kind not in ("promo", "filler") and not programme.serial
                    and (not pool.get("programmes") or programme.id in pool["programmes"])
                    and (not pool.get("kinds") or programme.kind in pool["kinds"])
                    and (not pool.get("tags") or programme.tags & set(pool["tags"]))):
                yield from programme.versions

    def covering(self, version, channel, day):
        for licence in self.licences_of[version.programme.id]:
            if (licence.first <= day <= licence.last and licence.season in (None, version.episode.season)
                    and (not licence.channels or channel.id in licence.channels)
                    and (not licence.languages or version.language in licence.languages)):
                yield licence

    def runs_left(self, licence, channel, episode):
        """Runs that fixed airings leave, over all channels where the licence is shared."""
        if licence.max_runs is None:
            return 1 << 30
        key = licence.id, episode.id, None if licence.shared else channel.id
        if key not in self.left:
            used = self.charges[licence.id, episode.id]
            self.left[key] = max(0, licence.max_runs - sum(
                count_runs(starts, licence.rerun) for c, starts in used.items() if licence.shared or c == channel.id))
        return self.left[key]

    def is_clear(self, instance, version, licence):
        """Whether no fixed airing of the episode is too close."""
        near = self.starts.get((instance.channel.id, version.episode.id), ())
        return all(abs(instance.start - start) >= licence.gap for start in near)

    def may_air(self, instance, version):
        """Language, length, rating, blackouts, holdbacks."""
        channel, end = instance.channel, instance.start + version.ms
        if version.language not in instance.slot.languages or version.ms > instance.length_ms:
            return False
        window = channel.windows.get(version.episode.rating)
        if window and not (channel.clock.at(instance.date, window[0]) <= instance.start
                           and end <= channel.clock.at(instance.date, window[1])):
            return False
        if any(instance.start < until and end > since and (not tags or tags & version.programme.tags)
               for since, until, tags in self.blackouts[channel.id]):
            return False
        for first_channel, wait in self.holdbacks.get(version.episode.season, ()):
            premiere = self.premieres.get((first_channel, version.episode.id))
            if first_channel != channel.id and (premiere is None or instance.start < premiere + wait):
                return False
        return True

    # ------------------------------------------------------------ the score

    def pools_of(self, plan):
        return [(self.instances[a["slot"], day_number(a["date"])], self.versions[a["version"]])
                for a in plan["airings"] if a["origin"] == "pool"]

    def quotas(self):
        for channel in self.channels.values():
            for quota in channel.quotas:
                for week in range(self.first - (self.first - 1) % 7, self.last + 1, 7):
                    yield channel, week, quota

    def missed(self, chosen):
        airtime = {key: Counter(minutes) for key, minutes in self.airtime.items()}
        for instance, version in chosen:
            airtime.setdefault((instance.channel.id, instance.week), Counter())[version.language] += version.minutes
        for channel, week, quota in self.quotas():
            minutes = airtime.get((channel.id, week), Counter())
            hundredths = quota["min_share_pct"] * sum(minutes.values()) - 100 * minutes[quota["language"]]
            if hundredths > 0:
                yield channel, week, quota, (hundredths + 99) // 100

    def missed_findings(self, chosen):
        return [{"code": "quota_missed", "severity": "warning", "channel": channel.id, "week": day_text(week),
                 "language": quota["language"], "minutes": minutes} for channel, week, quota, minutes in self.missed(chosen)]

    def score(self, chosen):
        chosen = list(chosen)
        firsts = {}
        for instance, version in chosen:
            stream = instance.channel.id, version.episode.id
            if stream not in self.shown:
                firsts[stream] = min(version.minutes, firsts.get(stream, version.minutes))
        return (sum(6 * instance.slot.weight * version.minutes for instance, version in chosen) + 12 * sum(firsts.values())
                - 60 * sum(minutes for *_, minutes in self.missed(chosen)))
