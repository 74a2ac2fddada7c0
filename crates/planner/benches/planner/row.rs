//! One calculation in a process of its own, so that its peak of memory is its own.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::time::Instant;

use arna_domain::index::{FillEntry, VersionIx};
use arna_domain::instance::Instances;
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::rules::keeps_lasting;
use arna_domain::{BroadcastDate, DateRange, Index, Plan, Zones};
use arna_planner::{Effort, Proof, Request, plan};
use serde::{Deserialize, Serialize};

use crate::document::{read_station, write_plan};

/// What to calculate.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Task {
    /// The station's document.
    pub station: String,
    /// The first date.
    pub from: String,
    /// The days.
    pub days: u32,
    /// The effort's word.
    pub effort: String,
    /// Threads.
    pub threads: usize,
    /// Whether upper limits are proven too, in a second calculation that the first one's time and memory do not show.
    pub proof: bool,
    /// Whether candidates are counted, afterwards.
    pub count: bool,
    /// Where the plan's document goes.
    pub out: Option<String>,
}

/// What came of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Row {
    /// Slot instances, all of them.
    pub slots: usize,
    /// Slot instances that take from a pool.
    pub seats: usize,
    /// Versions that could stand in them as far as the station alone decides.
    pub candidates: usize,
    /// Milliseconds to resolve the station's references.
    pub index_ms: f64,
    /// Milliseconds to plan.
    pub plan_ms: f64,
    /// The pool score.
    pub pool: i64,
    /// The break score.
    pub breaks: i64,
    /// Upper limits, where they were asked for.
    pub proof: Option<Limits>,
    /// The most memory held until the plan was there, in MiB.
    pub peak_mib: f64,
    /// Where the time goes.
    pub steps: Vec<Stretch>,
}

/// Upper limits of both scores. That of the break score holds for the programmes that this plan places.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Limits {
    /// Of the pool score.
    pub pool: i64,
    /// Of the break score.
    pub breaks: i64,
    /// Milliseconds that the pools' limit took.
    pub ms: f64,
}

/// A stretch of the calculation: from one step's beginning to the next one's.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Stretch {
    /// The step that begins it; `fixed` before the first.
    pub name: String,
    /// Milliseconds.
    pub ms: f64,
    /// The most memory held so far at its end, in MiB.
    pub peak_mib: f64,
}

/// Does the task in a child of this program.
pub fn in_own_process(task: &Task) -> Row {
    let own = std::env::current_exe().unwrap();
    let output = Command::new(own)
        .args(["row", &serde_json::to_string(task).unwrap()])
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{task:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Does the task here.
pub fn here(task: &Task) -> Row {
    let station = read_station(Path::new(&task.station));
    let zones = Zones::bundled();
    let begun = Instant::now();
    let index = Index::of(&station, &zones).unwrap();
    let index_ms = milliseconds(begun);
    drop(station);
    let range = DateRange::new(BroadcastDate::parse(&task.from).unwrap(), task.days).unwrap();
    let begun = Instant::now();
    let (calculated, steps) = calculate(&index, range, task, Proof::Spared);
    let plan_ms = milliseconds(begun);
    let peak_mib = peak_mib();
    if let Some(out) = &task.out {
        write_plan(&calculated, &index, Path::new(out));
    }
    let instances = Instances::of(&index, range).0;
    let pools = instances
        .iter()
        .filter(|(_, one)| matches!(index.slots[one.slot.at()].fill, FillEntry::Pool { .. }));
    Row {
        slots: instances.len(),
        seats: pools.count(),
        candidates: if task.count { candidates(&index, &instances) } else { 0 },
        index_ms,
        plan_ms,
        pool: calculated.score.pool,
        breaks: calculated.score.breaks,
        proof: task.proof.then(|| limits(&index, range, task, &calculated)),
        peak_mib,
        steps,
    }
}

/// The upper limits, from a calculation with proof, which must give the plan that the one without gave.
fn limits(index: &Index, range: DateRange, task: &Task, without: &Plan) -> Limits {
    let (proven, steps) = calculate(index, range, task, Proof::Given);
    assert!(
        proven.airings == without.airings,
        "a proof changes the plan of {task:?}"
    );
    let bound = proven.score.bound.unwrap();
    Limits {
        pool: bound.pool,
        breaks: bound.breaks,
        ms: steps
            .iter()
            .filter(|step| step.name == "proof")
            .map(|step| step.ms)
            .sum(),
    }
}

fn calculate(index: &Index, range: DateRange, task: &Task, proof: Proof) -> (Plan, Vec<Stretch>) {
    let request = Request {
        index,
        range,
        seed: 0,
        effort: task.effort.parse::<Effort>().unwrap(),
        threads: NonZeroUsize::new(task.threads).unwrap(),
        proof,
    };
    let now = ("fixed", Instant::now());
    let done = Mutex::new((now, Vec::new()));
    let begin = |name: &'static str| {
        let mut guard = done.lock().unwrap();
        let ((current, since), stretches) = &mut *guard;
        if *current != name {
            stretches.push(Stretch {
                name: (*current).to_owned(),
                ms: milliseconds(*since),
                peak_mib: peak_mib(),
            });
            (*current, *since) = (name, Instant::now());
        }
    };
    let calculated = plan(&request, &|progress| {
        begin(progress.step.as_str());
        ControlFlow::Continue(())
    })
    .unwrap();
    begin("");
    (calculated, done.into_inner().unwrap().1)
}

fn candidates(index: &Index, instances: &Instances) -> usize {
    let nothing = Placed::new(index, instances);
    let of_instance = |(number, instance): (_, &arna_domain::instance::Instance)| {
        let programmes = index.pool_of(&index.slots[instance.slot.at()].fill).into_iter();
        let versions = programmes.flat_map(|one| index.programmes[one.at()].versions.clone().map(VersionIx));
        versions
            .filter(|&version| {
                let showing = Showing {
                    channel: instance.channel,
                    date: instance.date,
                    start: instance.start,
                    version,
                    by: By::Pool,
                    licence: None,
                    instance: Some(number),
                    source: None,
                };
                keeps_lasting(&nothing, &showing)
            })
            .count()
    };
    instances.iter().map(of_instance).sum()
}

/// Milliseconds since.
pub fn milliseconds(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1e3
}

/// The most memory this process held, in MiB; not a number where the system does not say.
fn peak_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    kib.unwrap_or(f64::NAN) / 1024.0
}
