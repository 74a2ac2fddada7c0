//! Several desks at one station as typed, against a PostgreSQL of one's own. `UPDATE=1` writes the golden transcripts anew.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::formats::is_golden;
use crate::postgres::{OWNER, Server};
use crate::{Place, Told};

/// What is typed at several desks of a station, in a language, and what is told.
struct Desks {
    place: Place,
    language: &'static str,
    port: u16,
    database: String,
    authority: String,
    transcript: String,
}

impl Desks {
    /// A folder with the owner's station file in it, and a database that has none.
    fn new(server: &Server, language: &'static str) -> Self {
        let place = Place::new();
        place.done("sample owner.arna");
        Self {
            place,
            language,
            port: server.port,
            database: server.database(),
            authority: server.authority_file().display().to_string(),
            transcript: String::new(),
        }
    }

    /// Under which name somebody signs in: logins are the whole server's.
    fn login(&self, name: &str) -> String {
        match name {
            OWNER => OWNER.to_owned(),
            name => format!("{name}_{}", self.database),
        }
    }

    /// Runs `arna` with what is typed into it; the passwords of all are known as where no keyring runs.
    fn run(&self, words: &str, typed: &str) -> Told {
        let mut words = words.replace("FILE", &self.authority);
        for name in [OWNER, "aigul", "bolat"] {
            let login = self.login(name);
            words = words
                .replace(
                    &format!("SERVER-{name}"),
                    &format!("postgresql://{login}@localhost:{}/{}", self.port, self.database),
                )
                .replace(&format!("LOGIN-{name}"), &login);
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_arna"));
        command
            .args(words.split_whitespace())
            .args(["--lang", self.language])
            .current_dir(self.place.path(""))
            .env("LC_ALL", "C")
            // Nobody's own keyring is asked.
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        for name in [OWNER, "aigul", "bolat"] {
            let login = self.login(name);
            let variable = format!("ARNA_PASSWORD_{}_LOCALHOST", login.to_uppercase());
            command.env(variable, format!("{login}-secret"));
        }
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        Told {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Types something, and notes it with what is told.
    fn type_in(&mut self, words: &str, typed: &str) -> Told {
        let told = self.run(words, typed);
        let code = match told.code {
            0 => String::new(),
            code => format!("[{code}]\n"),
        };
        self.transcript += &format!("$ arna {words}\n{}{}{code}\n", told.out, told.err);
        told
    }

    fn says(&mut self, words: &str) {
        self.type_in(words, "");
    }

    /// How a desk stands, once the server knows that whoever typed before is gone.
    fn says_status(&mut self, server: &Server, desk: &str) {
        alone(server);
        self.says(&format!("station status {desk}.arna"));
    }

    fn value(&self, words: &str) -> Value {
        let told = self.run(&format!("{words} --json"), "");
        serde_json::from_str(&told.out).unwrap_or_else(|_| panic!("arna {words}: {}", told.err))
    }

    /// The transcript without what is another every time: names of this run, its port, and when it was.
    fn told(&self) -> String {
        let folder = self.place.path("").display().to_string();
        let text = self
            .transcript
            .replace(&format!("_{}", self.database), "")
            .replace(&format!("_{}", self.database.to_uppercase()), "")
            .replace(&format!(":{}/{}", self.port, self.database), "/station")
            .replace(folder.trim_end_matches('/'), "FOLDER");
        // The tables are as wide as what stands in them.
        let lines = text.lines().map(|line| squeezed(&without_times(line)));
        lines.fold(String::new(), |all, line| all + &line + "\n")
    }
}

/// A line with every instant as `TIME`.
fn without_times(line: &str) -> String {
    let mut rest = line;
    let mut text = String::new();
    while let Some(at) = rest.find("20") {
        let (before, found) = rest.split_at(at);
        text += before;
        let end = found.find('Z').filter(|end| {
            found[..*end].chars().all(|c| c.is_ascii_digit() || "-T:.".contains(c)) && found[..*end].contains('T')
        });
        let length = match end {
            Some(end) => {
                text += "TIME";
                end + 1
            }
            None => {
                text += "20";
                2
            }
        };
        rest = &found[length..];
    }
    text + rest
}

/// A line with single spaces and lines of tables.
fn squeezed(line: &str) -> String {
    let mut text = String::new();
    for c in line.chars() {
        if !("─═ ".contains(c) && text.ends_with(c)) {
            text.push(c);
        }
    }
    text.trim_end().to_owned()
}

/// Waits until nobody is at a desk any more.
fn alone(server: &Server) {
    let here = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'arna'";
    while server.sql(OWNER, "postgres", here).unwrap() != "0" {
        std::thread::yield_now();
    }
}

/// An edit of a desk's: where the receiver `traffic` gets its files.
fn set(desk: &str, folder: &str) -> String {
    format!("receiver set {desk}.arna traffic --channel khabar.kz --titles kk --file xmltv --folder {folder}")
}

#[test]
fn several_desks_are_told_what_their_golden_transcripts_hold() {
    let Some(mut server) = Server::start() else { return };
    let mut last = None;
    for language in ["en", "ru", "kk", "zh"] {
        let mut desks = Desks::new(&server, language);
        desks.says("station share owner.arna SERVER-owner --ca FILE");
        desks.says("station share owner.arna SERVER-owner --ca FILE");
        for (name, roles) in [
            ("aigul", "--role planner --role editor"),
            ("bolat", "--role editor --channels khabar.kz"),
        ] {
            let password = format!("{}-secret\n", desks.login(name));
            desks.type_in(
                &format!("station account add owner.arna LOGIN-{name} {roles}"),
                &password,
            );
        }
        desks.says("station account add owner.arna LOGIN-bolat --role planner --role editor --keep-password");
        desks.says("station account add owner.arna LOGIN-bolat --role planner --channels khabar.kz,nowhere.kz");
        desks.says("station account list owner.arna");
        desks.says("station upgrade owner.arna");
        desks.says("station copy SERVER-aigul aigul.arna --ca FILE");
        desks.says("station copy SERVER-bolat bolat.arna --ca FILE");
        desks.says("station copy SERVER-bolat bolat.arna --ca FILE");
        desks.says("station account remove bolat.arna LOGIN-aigul");
        desks.says_status(&server, "aigul");
        desks.says("station merge bolat.arna");
        // Both make the same receiver, one of them without the server.
        desks.says("station offline bolat.arna");
        desks.says("station offline bolat.arna");
        desks.says("station pull bolat.arna");
        desks.says(&set("bolat", "mine"));
        desks.says(&set("bolat", "other").replace("traffic", "guide"));
        desks.says_status(&server, "bolat");
        desks.says(&set("aigul", "hers"));
        desks.says("station merge bolat.arna");
        desks.says_status(&server, "bolat");
        desks.says("station take bolat.arna 7");
        desks.says("station take bolat.arna 1");
        desks.says("station take bolat.arna 1");
        desks.says("station pull aigul.arna");
        desks.says("receiver list aigul.arna");
        // Once more, the other way round.
        desks.says("station offline bolat.arna");
        desks.says(&set("bolat", "mine-too"));
        desks.says(&set("aigul", "hers-too"));
        desks.says("station merge bolat.arna");
        desks.says("station left bolat.arna");
        desks.says("station leave bolat.arna 3");
        desks.says("station left bolat.arna");
        desks.says("receiver list bolat.arna");
        desks.says_status(&server, "bolat");
        desks.says("station account remove owner.arna LOGIN-bolat");
        desks.says("station account remove owner.arna LOGIN-bolat");
        desks.says(&set("bolat", "no-more"));
        desks.says("station detach bolat.arna");
        desks.says_status(&server, "bolat");
        desks.says(&set("bolat", "ones-own"));
        let kept = desks.type_in("station password aigul.arna", "secret\n");
        assert!(kept.code != 0 && !kept.err.contains("secret"), "{}", kept.err);
        is_golden(&format!("station.{language}.txt"), &desks.told());
        last = Some(desks);
    }
    let desks = last.unwrap();
    alone(&server);
    let status = desks.value("station status aigul.arna");
    assert_eq!(status["standing"], "connected");
    assert_eq!(status["present"], Value::from(vec![desks.login("aigul")]));
    assert_eq!(
        desks.value("station account list owner.arna")[0]["roles"],
        Value::from(vec!["planner", "editor"])
    );
    // The server goes away: that is told, and nothing is changed.
    server.stop();
    let status = desks.value("station status aigul.arna");
    assert_eq!(
        (&status["standing"], &status["why"]["code"]),
        (&"apart".into(), &"shared_unreachable".into())
    );
    let told = desks.run(&set("aigul", "nowhere"), "");
    assert!(told.code != 0 && told.err.contains("localhost"), "{}", told.err);
    assert_eq!(desks.value("station status aigul.arna")["entries"], status["entries"]);
}

#[test]
fn a_password_is_asked_for_where_none_is_known_and_a_wrong_one_opens_nothing() {
    let Some(server) = Server::shared() else { return };
    let place = Place::new();
    place.done("sample owner.arna");
    let address = format!("postgresql://{OWNER}@localhost:{}/{}", server.port, server.database());
    let share = |typed: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_arna"))
            .args(["station", "share", "owner.arna", &address, "--ca"])
            .arg(server.authority_file())
            .current_dir(place.path(""))
            .env("LC_ALL", "C")
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = share("not-it\n");
    assert!(
        code != 0 && said.contains("does not let owner in") && !said.contains("not-it"),
        "{said}"
    );
    let (code, said) = share("owner-secret\n");
    assert!(code == 0 && said.contains("owner.arna is a copy"), "{said}");
    // Without the password the station is read, and not changed.
    let told = place.arna("station status owner.arna");
    assert!(told.out.contains("not connected"), "{}", told.out);
    let told = place.arna(&set("owner", "nowhere"));
    assert!(
        told.code != 0 && told.err.contains("No password of owner"),
        "{}",
        told.err
    );
}
