//! A PostgreSQL of one's own, with certificates of one's own: for whatever test wants one.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use tempfile::TempDir;

/// Whoever owns the stations of these tests. Everybody's password is `<login>-secret`.
pub const OWNER: &str = "owner";

/// A certificate authority and what it vouches for.
pub struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(DnType::CommonName, "an authority");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    pub fn pem(&self) -> String {
        self.0.pem()
    }

    /// A certificate for a name, in these years, and its key.
    fn vouch(&self, name: &str, years: (i32, i32)) -> (String, String) {
        let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        params.distinguished_name.push(DnType::CommonName, name);
        (params.not_before, params.not_after) = (date_time_ymd(years.0, 1, 1), date_time_ymd(years.1, 1, 1));
        let key = KeyPair::generate().unwrap();
        (params.signed_by(&key, &self.0).unwrap().pem(), key.serialize_pem())
    }
}

/// Years in which whoever tests is likely to live.
pub const VALID: (i32, i32) = (2020, 2200);

/// A running server. It ends with this value, or with the process.
pub struct Server {
    programs: PathBuf,
    folder: TempDir,
    child: Child,
    pub port: u16,
    pub authority: Authority,
    databases: AtomicUsize,
}

/// The server of all tests that do no harm to it; none where there is no PostgreSQL.
static SHARED: LazyLock<Option<Server>> = LazyLock::new(Server::start);

impl Server {
    /// The server of all tests that do no harm to it.
    pub fn shared() -> Option<&'static Self> {
        SHARED.as_ref()
    }

    /// A server of one's own; none, told, where there is no PostgreSQL.
    pub fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            eprintln!(
                "skipped: there is no PostgreSQL server here; apt-get install postgresql (scripts/setup.sh core)"
            );
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let password = folder.path().join("password");
        fs::write(&password, "owner-secret").unwrap();
        let data = folder.path().join("data");
        give_away(folder.path());
        let made = as_nobody(&programs.join("initdb"))
            .args([
                "--no-sync",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-U",
                OWNER,
                "-A",
                "scram-sha-256",
                "--pwfile",
            ])
            .args([&password, Path::new("-D"), &data])
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        fs::write(data.join("pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n").unwrap();
        let port = free_port();
        let authority = Authority::new();
        let child = run(&programs, folder.path(), port, &authority.vouch("localhost", VALID));
        let server = Self {
            programs,
            folder,
            child,
            port,
            authority,
            databases: AtomicUsize::new(0),
        };
        server.await_ready();
        Some(server)
    }

    /// Stops at once, as where the power fails.
    pub fn stop(&mut self) {
        drop(self.child.stdin.take());
        self.child.wait().unwrap();
    }

    /// Runs again, on the same port.
    pub fn run_again(&mut self) {
        self.run_as("localhost", VALID);
        self.await_ready();
    }

    /// Runs again with a certificate for another name or for other years.
    pub fn run_as(&mut self, name: &str, years: (i32, i32)) {
        let vouched = self.authority.vouch(name, years);
        self.child = run(&self.programs, self.folder.path(), self.port, &vouched);
        self.await_port();
    }

    fn await_ready(&self) {
        for _ in 0..600 {
            let is_ready = Command::new(self.programs.join("pg_isready"))
                .args(["-q", "-h", "127.0.0.1", "-p", &self.port.to_string()])
                .status()
                .unwrap();
            if is_ready.success() {
                return;
            }
            std::thread::yield_now();
        }
        panic!(
            "{}",
            fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
        );
    }

    fn await_port(&self) {
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            std::thread::yield_now();
        }
    }

    /// A database that holds nothing.
    pub fn database(&self) -> String {
        let name = format!("station_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        self.sql(OWNER, "postgres", &format!("CREATE DATABASE {name}")).unwrap();
        name
    }

    /// A file of the certificates that vouch for it.
    pub fn authority_file(&self) -> PathBuf {
        let file = self.folder.path().join("authority.pem");
        if !file.exists() {
            fs::write(&file, self.authority.pem()).unwrap();
        }
        file
    }

    /// Somebody who types SQL.
    pub fn typing(&self, login: &str, database: &str) -> Typing {
        let authority = self.authority_file();
        let typed = Command::new(self.programs.join("psql"))
            .args([
                "-X",
                "-q",
                "-At",
                "-v",
                "ON_ERROR_STOP=1",
                "-v",
                "VERBOSITY=sqlstate",
                "-f",
                "-",
            ])
            .arg(format!(
                "host=localhost port={} user={login} dbname={database} sslmode=verify-full sslrootcert={}",
                self.port,
                authority.display()
            ))
            .env("PGPASSWORD", format!("{login}-secret"))
            .env("PGOPTIONS", "-c search_path=arna,public")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        Typing(typed)
    }

    /// SQL as somebody types it; what is refused as the code of the refusal.
    pub fn sql(&self, login: &str, database: &str, sql: &str) -> Result<String, String> {
        let Typing(mut typed) = self.typing(login, database);
        typed.stdin.take().unwrap().write_all(sql.as_bytes()).unwrap();
        let output = typed.wait_with_output().unwrap();
        match output.status.success() {
            true => Ok(String::from_utf8(output.stdout).unwrap().trim().to_owned()),
            false => {
                let said = String::from_utf8_lossy(&output.stderr);
                let code = said.split_once("ERROR:").map(|(_, rest)| rest.trim());
                Err(code.unwrap_or(&said).lines().next().unwrap_or_default().to_owned())
            }
        }
    }

    /// How long each of so many runs of a script takes, as the server's own tool measures it: so many a second, or one after the
    /// other.
    pub fn timed(&self, login: &str, database: &str, script: &str, rate: Option<f64>, runs: usize) -> Vec<Duration> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("script"), script).unwrap();
        let ran = Command::new(self.programs.join("pgbench"))
            .args([
                "-n",
                "-M",
                "prepared",
                "-l",
                "-t",
                &runs.to_string(),
                "-f",
                "script",
                "-U",
                login,
            ])
            .args(rate.map(|rate| format!("--rate={rate:.3}")))
            .args(["-h", "localhost", "-p", &self.port.to_string(), database])
            .env("PGPASSWORD", format!("{login}-secret"))
            .env("PGOPTIONS", "-c search_path=arna")
            .env("PGSSLMODE", "require")
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        let logs = fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
        let log = logs
            .into_iter()
            .find(|path| path.to_string_lossy().contains("pgbench_log"))
            .unwrap();
        let text = fs::read_to_string(log).unwrap();
        let took = |line: &str| {
            let fields: Vec<&str> = line.split(' ').collect();
            // How much later than it was due it began is told where it is due at all, and counted in.
            let late = fields.get(6).map_or(0, |late| late.parse().unwrap());
            Duration::from_micros(fields[2].parse::<u64>().unwrap() - late)
        };
        text.lines().map(took).collect()
    }
}

/// Somebody who types SQL: what was begun and not ended as he goes is taken back.
pub struct Typing(Child);

impl Typing {
    pub fn type_in(&mut self, sql: &str) {
        let stdin = self.0.stdin.as_mut().unwrap();
        writeln!(stdin, "{sql}").unwrap();
    }

    /// Waits until the server answers with a line.
    pub fn await_line(&mut self, line: &str) {
        let answers = BufReader::new(self.0.stdout.as_mut().unwrap());
        assert!(answers.lines().any(|one| one.unwrap() == line), "{line}");
    }

    /// Goes, and waits until that is so.
    pub fn go(mut self) {
        drop(self.0.stdin.take());
        self.0.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Where the newest server's programs lie.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = versions
        .filter_map(|version| {
            Some((
                version.file_name().to_str()?.parse::<u32>().ok()?,
                version.path().join("bin"),
            ))
        })
        .filter(|(_, bin)| bin.join("initdb").is_file())
        .max();
    let on_path = || std::env::split_paths(&std::env::var_os("PATH")?).find(|folder| folder.join("initdb").is_file());
    newest.map(|(_, bin)| bin).or_else(on_path)
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout.trim_ascii() == b"0"
}

/// A program as whom a server runs: it refuses to as root.
fn as_nobody(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command
        .args(["--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--"])
        .arg(program);
    command
}

fn give_away(folder: &Path) {
    if is_root() {
        let given = Command::new("chown")
            .args(["-R", "nobody:nogroup"])
            .arg(folder)
            .status();
        assert!(given.unwrap().success());
    }
}

/// Ends with whoever started it, however that ends: its standard input closes then.
const UNTIL_NOBODY_LISTENS: &str = r#""$@" >>"$LOG" 2>&1 & read -r _; kill -QUIT $!; wait $!"#;

fn run(programs: &Path, folder: &Path, port: u16, (certificate, key): &(String, String)) -> Child {
    use std::os::unix::fs::PermissionsExt as _;
    let data = folder.join("data");
    fs::write(data.join("server.crt"), certificate).unwrap();
    fs::write(data.join("server.key"), key).unwrap();
    fs::set_permissions(data.join("server.key"), fs::Permissions::from_mode(0o600)).unwrap();
    give_away(&data);
    as_nobody(Path::new("sh"))
        .args(["-c", UNTIL_NOBODY_LISTENS, "sh"])
        .arg(programs.join("postgres"))
        .arg("-D")
        .arg(&data)
        .args(["-p", &port.to_string(), "-k", ""])
        .args([
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "ssl=on",
            "-c",
            "max_connections=200",
        ])
        .args(["-c", "shared_buffers=64MB"])
        .env("LOG", folder.join("log"))
        .stdin(Stdio::piped())
        .spawn()
        .unwrap()
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
