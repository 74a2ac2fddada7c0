#!/usr/bin/env python3
"""cpsat.py STATION PLAN [--seconds S] [--workers N] [--seed N] [--write OUT]

What an engineer with a general solver would get: the pool problem of docs/PLANNING.md as a plain OR-tools CP-SAT model.

STATION is an arna-station/1 document, PLAN an arna-plan/1 document. The plan's pins, sequels and their repeats are taken as they
are, so planner and solver answer the same question: which version airs in which pool slot. Nothing here knows the
planner's code; slot instances, eligibility, runs, gaps and the score are worked out anew from the contract.

Prints one JSON object: candidates, the greedy start's score, score, bound, seconds to the best plan and to the bound, seconds
run, and the pool score of PLAN as counted here. --write puts the solver's pools into the plan in place of its own; repeats of
pools and breaks are dropped, since they follow from pools that are no longer there.
"""
import argparse
import heapq
import json
import sys
import time
from collections import defaultdict

from ortools.sat.python import cp_model

from contract import MINUTE, Problem, day_text

POINTS_PER_WEIGHT, POINTS_FOR_FIRST, POINTS_PER_MISSING = 6, 12, 60


class Candidate:
    """A version in a pool slot instance, charged to a licence."""
    __slots__ = ("instance", "version", "licence", "chosen")

    def __init__(self, instance, version, licence):
        self.instance, self.version, self.licence, self.chosen = instance, version, licence, None

    @property
    def points(self):
        return POINTS_PER_WEIGHT * self.instance.slot.weight * self.version.minutes

    @property
    def stream(self):
        """The episode on the channel: what gaps, runs and first airings are about."""
        return self.instance.channel.id, self.version.episode.id

    @property
    def pot(self):
        return self.pot_of(self.licence)

    def pot_of(self, licence):
        """What the runs of the licence are counted over."""
        return licence.id, self.version.episode.id, None if licence.shared else self.instance.channel.id


def candidates_of(problem):
    """Everything that could air in a pool instance as far as the instance alone decides it."""
    found = []
    for instance in problem.pools:
        for version in problem.pool_versions(instance.slot):
            if not problem.may_air(instance, version):
                continue
            for licence in problem.covering(version, instance.channel, instance.date):
                if problem.runs_left(licence, instance.channel, version.episode) > 0 and problem.is_clear(instance, version, licence):
                    found.append(Candidate(instance, version, licence))
    return found


def grouped(candidates, key):
    groups = defaultdict(list)
    for one in candidates:
        groups[key(one)].append(one)
    return groups


def cliques_of_gaps(stream):
    """Sets of a stream's candidates of which one at most can air.

    Two airings lie apart by the wider of their gaps, so within a window as wide as a gap all candidates whose gap is that or
    wider exclude each other; a narrower one and a wider one further apart exclude each other in pairs."""
    widths = sorted({one.licence.gap for one in stream})
    for width in widths:
        members = sorted((one for one in stream if one.licence.gap >= width), key=lambda one: one.instance.start)
        last = 0
        for first, one in enumerate(members):
            if first and one.instance.start == members[first - 1].instance.start:
                continue
            end = first
            while end < len(members) and members[end].instance.start - one.instance.start < width:
                end += 1
            if end > last and end - first > 1:
                yield members[first:end]
            last = max(last, end)
    for wide in stream if len(widths) > 1 else ():
        for narrow in stream:
            apart = abs(wide.instance.start - narrow.instance.start)
            if narrow.licence.gap < wide.licence.gap and narrow.licence.gap <= apart < wide.licence.gap:
                yield [wide, narrow]


class Model:
    """The pool problem in CP-SAT's terms."""

    def __init__(self, problem, candidates):
        self.problem, self.candidates, self.cp = problem, candidates, cp_model.CpModel()
        for one in candidates:
            one.chosen = self.cp.NewBoolVar("")
        self.gains = [(one.points, one.chosen) for one in candidates]
        self.limit_instances()
        self.limit_streams()
        self.limit_runs()
        self.limit_days()
        self.charge_for_quotas()
        self.cp.Maximize(sum(points * chosen for points, chosen in self.gains) + self.penalty)

    def limit_instances(self):
        for those in grouped(self.candidates, lambda one: one.instance.key).values():
            self.cp.AddAtMostOne(one.chosen for one in those)

    def limit_streams(self):
        for key, stream in grouped(self.candidates, lambda one: one.stream).items():
            cliques = list(cliques_of_gaps(stream))
            for clique in cliques:
                self.cp.AddAtMostOne(one.chosen for one in clique)
            if key not in self.problem.shown:
                self.reward_first(stream, cliques)

    def reward_first(self, stream, cliques):
        """The shortest version on air counts: level by level, a level's minutes are earned while nothing shorter airs."""
        earned = 0
        for minutes in sorted({one.version.minutes for one in stream}):
            level = self.cp.NewBoolVar("")
            self.cp.Add(level <= sum(one.chosen for one in stream if one.version.minutes >= minutes))
            shorter = [one for one in stream if one.version.minutes < minutes]
            for clique in [*cliques, *([one] for one in shorter)] if shorter else ():
                those = [one.chosen for one in clique if one.version.minutes < minutes]
                if those:
                    self.cp.AddAtMostOne([level, *those])
            self.gains.append((POINTS_FOR_FIRST * (minutes - earned), level))
            earned = minutes

    def limit_runs(self):
        """Gaps are wider than rerun hours, so every pool airing opens a run of its own."""
        limited = [one for one in self.candidates if one.licence.max_runs is not None]
        for those in grouped(limited, lambda one: one.pot).values():
            one = those[0]
            left = self.problem.runs_left(one.licence, one.instance.channel, one.version.episode)
            if len(those) > left:
                self.cp.Add(sum(one.chosen for one in those) <= left)

    def limit_days(self):
        day = lambda one: (one.instance.channel.id, one.instance.date, one.version.programme.id)
        for key, those in grouped(self.candidates, day).items():
            left = max(0, those[0].version.programme.max_per_day - self.problem.on_day[key])
            if len(those) > left:
                self.cp.Add(sum(one.chosen for one in those) <= left)

    def charge_for_quotas(self):
        """100 · missing ≥ pct · T − 100 · L over whole minutes: the least whole number that fits is the contract's ceiling."""
        by_week = grouped(self.candidates, lambda one: (one.instance.channel.id, one.instance.week))
        self.penalty = 0
        for channel, week, quota in self.problem.quotas():
            fixed = self.problem.airtime[channel.id, week]
            those = by_week.get((channel.id, week), [])
            share, language = quota["min_share_pct"], quota["language"]
            most = sum(fixed.values()) + sum(i.length_ms // MINUTE for i in self.problem.pools
                                             if i.channel is channel and i.week == week)
            missing = self.cp.NewIntVar(0, most, "")
            due = share * sum(fixed.values()) - 100 * fixed[language]
            due += sum((share - 100 * (one.version.language == language)) * one.version.minutes * one.chosen for one in those)
            self.cp.Add(100 * missing >= due)
            self.penalty -= POINTS_PER_MISSING * missing


class Start:
    """A plan that grows airing by airing: what a simple program would plan, and where the solver starts."""

    def __init__(self, problem):
        self.problem, self.chosen, self.by_stream = problem, [], defaultdict(list)
        self.taken, self.days, self.runs = set(), defaultdict(int), defaultdict(int)
        self.airtime = {key: dict(minutes) for key, minutes in problem.airtime.items()}

    def fits(self, one):
        day = (one.instance.channel.id, one.instance.date, one.version.programme.id)
        left = self.problem.runs_left(one.licence, one.instance.channel, one.version.episode)
        return (one.instance.key not in self.taken and self.runs[one.pot] < left
                and self.problem.on_day[day] + self.days[day] < one.version.programme.max_per_day
                and all(abs(one.instance.start - other.instance.start) >= max(one.licence.gap, other.licence.gap)
                        for other in self.by_stream[one.stream]))

    def quota_points(self, one, minutes):
        """What so many more minutes in the version's language change in the quotas of its week."""
        own = self.airtime.get((one.instance.channel.id, one.instance.week), {})
        total, points = sum(own.values()), 0
        for quota in one.instance.channel.quotas:
            spoken, share = own.get(quota["language"], 0), quota["min_share_pct"]
            more = minutes if quota["language"] == one.version.language else 0
            lacking = [max(0, -((100 * l - share * t) // 100)) for t, l in ((total, spoken), (total + minutes, spoken + more))]
            points += POINTS_PER_MISSING * (lacking[0] - lacking[1])
        return points

    def gain(self, one):
        is_first = one.stream not in self.problem.shown and not self.by_stream[one.stream]
        return (one.points + POINTS_FOR_FIRST * one.version.minutes * is_first
                + self.quota_points(one, one.version.minutes))

    def take(self, one):
        self.chosen.append(one)
        self.taken.add(one.instance.key)
        self.by_stream[one.stream].append(one)
        self.days[one.instance.channel.id, one.instance.date, one.version.programme.id] += 1
        self.runs[one.pot] += 1
        week = self.airtime.setdefault((one.instance.channel.id, one.instance.week), {})
        week[one.version.language] = week.get(one.version.language, 0) + one.version.minutes


def greedy(problem, candidates):
    """What gains most comes first, as long as it gains anything; gains fall as the plan fills, so they are taken again."""
    start = Start(problem)
    queue = [(-start.gain(one), number) for number, one in enumerate(candidates)]
    heapq.heapify(queue)
    while queue:
        before, number = heapq.heappop(queue)
        one = candidates[number]
        if not start.fits(one):
            continue
        gain = start.gain(one)
        if gain <= 0:
            continue
        if gain < -before:
            heapq.heappush(queue, (-gain, number))
        else:
            start.take(one)
    return start.chosen


class Watch(cp_model.CpSolverSolutionCallback):
    """Notes when the best plan was found and when the last bound was proven."""

    def __init__(self):
        super().__init__()
        self.begun, self.best, self.to_best, self.bound, self.to_bound = time.monotonic(), None, 0.0, None, 0.0

    def on_solution_callback(self):
        if self.best is None or self.ObjectiveValue() > self.best:
            self.best, self.to_best = self.ObjectiveValue(), time.monotonic() - self.begun

    def on_bound(self, bound):
        if self.bound is None or bound < self.bound:
            self.bound, self.to_bound = bound, time.monotonic() - self.begun


def recharge(problem, chosen):
    """Each airing to the first listed licence with a run left, in time order until nothing moves; what a wider gap of that
    licence then forbids is taken off. Stations whose licences of one programme share a gap never lose anything here."""
    used = defaultdict(int)
    for one in chosen:
        used[one.pot] += 1
    moved = True
    while moved:
        moved = False
        for one in sorted(chosen, key=lambda one: (one.instance.start, one.instance.channel.id)):
            for licence in problem.covering(one.version, one.instance.channel, one.instance.date):
                if licence is one.licence:
                    break
                if used[one.pot_of(licence)] < problem.runs_left(licence, one.instance.channel, one.version.episode):
                    used[one.pot] -= 1
                    used[one.pot_of(licence)] += 1
                    one.licence, moved = licence, True
                    break
    kept = []
    for one in sorted(chosen, key=lambda one: one.instance.start):
        near = (other for other in kept if other.stream == one.stream)
        if problem.is_clear(one.instance, one.version, one.licence) and all(
                one.instance.start - other.instance.start >= max(one.licence.gap, other.licence.gap) for other in near):
            kept.append(one)
    return kept


def solve(problem, candidates, args):
    """The solver's pools and what is to be said of them."""
    start = greedy(problem, candidates)
    model = Model(problem, candidates)
    begun = set(map(id, start))
    for one in candidates:
        model.cp.AddHint(one.chosen, id(one) in begun)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = args.workers
    solver.parameters.max_time_in_seconds = args.seconds
    solver.parameters.random_seed = args.seed
    if args.workers == 2:
        # Of the pairs of strategies two workers leave room for, this one is the strongest here.
        solver.parameters.subsolvers.extend(["max_lp", "reduced_costs"])
    watch = Watch()
    solver.best_bound_callback = watch.on_bound
    status = solver.Solve(model.cp, watch)
    ran = time.monotonic() - watch.begun
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    chosen = recharge(problem, [one for one in candidates if solver.Value(one.chosen)] if found else start)
    return chosen, {
        "candidates": len({(one.instance.key, one.version.id) for one in candidates}),
        "greedy": problem.score((one.instance, one.version) for one in start),
        "score": problem.score((one.instance, one.version) for one in chosen),
        "bound": int(solver.BestObjectiveBound()) if found else watch.bound and int(watch.bound),
        "status": solver.StatusName(status).lower(),
        "to_best_s": round(watch.to_best, 1), "to_bound_s": round(watch.to_bound, 1), "ran_s": round(ran, 1),
    }


def write_back(problem, plan, chosen, path):
    """The plan with these pools in place of its own."""
    airings = [a for a in plan["airings"] if a["origin"] in ("pin", "sequel", "hold") or a["origin"] == "repeat"
               and problem.slots[a["slot"]].root != "pool"]
    for one in chosen:
        clock, start = one.instance.channel.clock, one.instance.start
        airings.append({"channel": one.instance.channel.id, "date": day_text(one.instance.date), "start": clock.text(start),
                        "end": clock.text(start + one.version.ms), "version": one.version.id, "licence": one.licence.id,
                        "slot": one.instance.slot.id, "origin": "pool"})
    airings.sort(key=lambda a: (a["channel"], problem.instant(a["start"]), problem.instant(a["end"])))
    filled = {one.instance.key for one in chosen}
    open_slots = [o for o in plan["open"] if problem.slots[o["slot"]].root != "pool"]
    open_slots += [{"slot": i.slot.id, "date": day_text(i.date), "refusals": []} for i in problem.pools if i.key not in filled]
    findings = [f for f in plan["findings"] if f["code"] not in ("quota_missed", "open_for_quota")]
    findings += problem.missed_findings((one.instance, one.version) for one in chosen)
    score = {"pool": problem.score((one.instance, one.version) for one in chosen), "break": 0}
    with open(path, "w", encoding="utf-8") as out:
        json.dump({**plan, "airings": airings, "open": open_slots, "findings": findings, "score": score}, out, ensure_ascii=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("station")
    parser.add_argument("plan")
    parser.add_argument("--seconds", type=float, default=60.0, help="time limit of the solver, default 60")
    parser.add_argument("--workers", type=int, default=2, help="threads of the solver, default 2")
    parser.add_argument("--seed", type=int, default=0, help="the solver's random seed, default 0")
    parser.add_argument("--write", metavar="OUT", help="write the plan with the solver's pools")
    args = parser.parse_args()
    try:
        with open(args.station, encoding="utf-8") as station, open(args.plan, encoding="utf-8") as planned:
            station, plan = json.load(station), json.load(planned)
        problem = Problem(station, plan)
        own = problem.score(problem.pools_of(plan))
    except (OSError, ValueError, KeyError, TypeError) as error:
        sys.exit(f"cpsat.py: {args.station}, {args.plan}: {type(error).__name__}: {error}; "
                 "give an arna-station/1 document and an arna-plan/1 document made from it")
    chosen, told = solve(problem, candidates_of(problem), args)
    if args.write:
        write_back(problem, plan, chosen, args.write)
    print(json.dumps({**told, "plan": own}))


if __name__ == "__main__":
    main()
