//! What a server is to make ready as somebody signs in: it goes through what most entries want once, and nothing comes of it.

use std::time::{Duration, Instant};

use arna_store::shared::Role;

use crate::fixture;
use crate::server::{OWNER, Shared, place};

impl Shared {
    /// How often the server went through a function of the station's; counted as connections end.
    fn calls(&self, function: &str) -> i64 {
        let sql = format!("SELECT coalesce(sum(calls), 0) FROM pg_stat_user_functions WHERE funcname = '{function}'");
        self.sql(OWNER, &sql).unwrap().parse().unwrap()
    }

    /// Waits until the server tells of so many.
    fn await_calls(&self, function: &str, least: i64) {
        for _ in 0..400 {
            if self.calls(function) >= least {
                return;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        panic!("{function}: {} of {least}", self.calls(function));
    }
}

#[test]
fn an_entry_is_gone_through_as_somebody_signs_in_and_nothing_comes_of_it() {
    let Some(mut shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let count = format!("ALTER DATABASE {} SET track_functions = 'all'", shared.database);
    shared.sql(OWNER, &count).unwrap();
    let planner = shared.admit("planner", &[Role::Planner], Some(&["khabar.kz"]));
    let editor = shared.admit("editor", &[Role::Editor], None);
    let viewer = shared.admit("viewer", &[Role::Viewer], None);
    let before = shared.rows();

    // An airing comes and goes; a record is a third change.
    drop(shared.window(&planner));
    shared.await_calls("make_airings", 2);
    assert_eq!(shared.calls("make"), 2);
    drop(shared.window(&editor));
    shared.await_calls("make", 3);
    assert_eq!(shared.calls("make_airings"), 2);
    // A viewer is asked for his roles, and has nothing to make ready.
    let asked = shared.calls("has_role");
    drop(shared.window(&viewer));
    shared.await_calls("has_role", asked + 2);
    assert_eq!(shared.calls("entry_comes"), 2);

    assert_eq!(shared.rows(), before);
    assert!(!shared.owner.store.has_news(), "nobody is told");
}

#[test]
fn whoever_signs_in_while_others_hold_the_station_is_in_all_the_same() {
    let Some(mut shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let login = shared.admit("aigul", &[Role::Editor], None);
    let mut holder = shared.server.typing(OWNER, &shared.database);
    holder.type_in("BEGIN; SELECT hold(); SELECT 'held';");
    holder.await_line("held");
    let begun = Instant::now();
    let (mut desk, _) = shared.window(&login);
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    holder.go();
    desk.act("put_place", |edit| edit.put(place("a", 1))).unwrap();
    shared.owner.store.catch_up().unwrap();
    assert_eq!(shared.owner.store.station().unwrap(), desk.store.station().unwrap());
}
