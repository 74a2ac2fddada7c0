//! A server of SFTP over a folder, in this process: it goes wrong as and when a test says.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::net::SocketAddr;
use std::os::unix::fs::{FileExt as _, MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex};

use russh::keys::ssh_key::private::Ed25519Keypair;
use russh::keys::{HashAlg, PrivateKey};
use russh::server::{self, Auth, ChannelOpenHandle, Msg, Session, VerifiedPublicKey};
use russh::{Channel, ChannelId, MethodKind, MethodSet};
use russh_sftp::extensions::{FsyncExtension, HardlinkExtension, Statvfs};
use russh_sftp::protocol::{
    Attrs, Data, ExtendedReply, File as Named, FileAttributes, Handle, Name, OpenFlags, Packet, Status, StatusCode,
    Version,
};
use russh_sftp::server::StatusReply;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::task::AbortHandle;

/// Who is let in.
pub const USER: &str = "arna";
pub const PASSWORD: &str = "сөз-hush-词";

/// What is asked of the server: what, of which file, the how manieth since the server runs.
pub struct Asked<'a> {
    pub what: &'a str,
    pub name: &'a str,
    pub count: usize,
}

/// What the server does about it.
#[derive(Clone, Copy, Debug)]
pub enum Does {
    /// What is asked.
    It,
    /// Cuts the connection.
    Cuts,
    /// What is asked, and cuts the connection before it answers.
    ItAndCuts,
    /// Nothing, ever.
    Nothing,
    /// Refuses.
    Refuses(StatusCode),
}

type Mood = dyn Fn(&Asked<'_>) -> Does + Send + Sync;

/// What a server is like.
#[derive(Clone)]
pub struct Like {
    pub mood: Arc<Mood>,
    /// The extensions that it has.
    pub extensions: Vec<&'static str>,
    /// How it asks for a password: takes it, or asks back.
    pub methods: Vec<MethodKind>,
    /// The public key that signs in.
    pub public: Option<String>,
    /// What its own keys are made of.
    pub seeds: Vec<u8>,
    /// The program that serves files, in place of this one.
    pub program: Option<PathBuf>,
}

pub const OF_OPENSSH: [&str; 4] = [
    "posix-rename@openssh.com",
    "hardlink@openssh.com",
    "fsync@openssh.com",
    "statvfs@openssh.com",
];

impl Default for Like {
    fn default() -> Self {
        Self {
            mood: Arc::new(|_| Does::It),
            extensions: OF_OPENSSH.to_vec(),
            methods: vec![MethodKind::Password, MethodKind::PublicKey],
            public: None,
            seeds: vec![1],
            program: None,
        }
    }
}

/// A server that runs until it is dropped.
pub struct Server {
    pub port: u16,
    pub root: PathBuf,
    state: Arc<Mutex<State>>,
    runtime: Option<Runtime>,
}

struct State {
    like: Like,
    asked: Vec<(String, String)>,
    tried: Vec<String>,
    connections: usize,
}

impl Server {
    pub fn over(root: &Path, like: Like) -> Self {
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(Mutex::new(State {
            like,
            asked: Vec::new(),
            tried: Vec::new(),
            connections: 0,
        }));
        runtime.spawn(accept(listener, root.to_owned(), state.clone()));
        Self {
            port,
            root: root.to_owned(),
            state,
            runtime: Some(runtime),
        }
    }

    /// From now on it is like this.
    pub fn becomes(&self, like: Like) {
        self.state.lock().unwrap().like = like;
    }

    /// What was asked since this was called last: `write a.xml`.
    pub fn asked(&self) -> Vec<(String, String)> {
        std::mem::take(&mut self.state.lock().unwrap().asked)
    }

    /// The passwords that were tried.
    pub fn tried(&self) -> Vec<String> {
        self.state.lock().unwrap().tried.clone()
    }

    pub fn connections(&self) -> usize {
        self.state.lock().unwrap().connections
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.runtime.take().unwrap().shutdown_background();
    }
}

/// A key made of a number, so that it is the same each time.
pub fn key(seed: u8) -> PrivateKey {
    PrivateKey::from(Ed25519Keypair::from_seed(&[seed; 32]))
}

pub fn fingerprint(seed: u8) -> String {
    key(seed).public_key().fingerprint(HashAlg::Sha256).to_string()
}

async fn accept(listener: TcpListener, root: PathBuf, state: Arc<Mutex<State>>) {
    while let Ok((mut socket, _)) = listener.accept().await {
        let like = {
            let mut state = state.lock().unwrap();
            state.connections += 1;
            state.like.clone()
        };
        let config = server::Config {
            keys: like.seeds.iter().map(|seed| key(*seed)).collect(),
            methods: MethodSet::from(like.methods.as_slice()),
            auth_rejection_time: std::time::Duration::ZERO,
            ..server::Config::default()
        };
        // Between the net and the server lies a pipe that can be cut.
        let (mut near, far) = tokio::io::duplex(65_536);
        let pipe = tokio::spawn(async move {
            let _ = tokio::io::copy_bidirectional(&mut socket, &mut near).await;
        });
        let client = Client {
            state: state.clone(),
            root: root.clone(),
            pipe: pipe.abort_handle(),
            channels: HashMap::new(),
        };
        tokio::spawn(async move {
            if let Ok(running) = server::run_stream(Arc::new(config), far, client).await {
                let _ = running.await;
            }
        });
    }
}

struct Client {
    state: Arc<Mutex<State>>,
    root: PathBuf,
    pipe: AbortHandle,
    channels: HashMap<ChannelId, Channel<Msg>>,
}

impl Client {
    fn lets_in(&self, user: &str, password: &str) -> Auth {
        self.state.lock().unwrap().tried.push(password.to_owned());
        if user == USER && password == PASSWORD {
            Auth::Accept
        } else {
            Auth::reject()
        }
    }
}

impl server::Handler for Client {
    type Error = russh::Error;

    async fn auth_password(&mut self, user: &str, password: &str) -> Result<Auth, Self::Error> {
        Ok(self.lets_in(user, password))
    }

    async fn auth_keyboard_interactive<'a>(
        &'a mut self,
        user: &str,
        _: &str,
        response: Option<server::Response<'a>>,
    ) -> Result<Auth, Self::Error> {
        let Some(mut response) = response else {
            return Ok(Auth::Partial {
                name: "".into(),
                instructions: "".into(),
                prompts: vec![("Password: ".into(), false)].into(),
            });
        };
        let said = response.next().unwrap_or_default();
        Ok(self.lets_in(user, &String::from_utf8_lossy(&said)))
    }

    async fn auth_publickey(&mut self, user: &str, key: VerifiedPublicKey<'_>) -> Result<Auth, Self::Error> {
        let wanted = self.state.lock().unwrap().like.public.clone();
        let same = wanted == Some(key.public_key.fingerprint(HashAlg::Sha256).to_string());
        Ok(if same && user == USER {
            Auth::Accept
        } else {
            Auth::reject()
        })
    }

    async fn channel_open_session(
        &mut self,
        channel: Channel<Msg>,
        reply: ChannelOpenHandle,
        _: &mut Session,
    ) -> Result<(), Self::Error> {
        self.channels.insert(channel.id(), channel);
        reply.accept().await;
        Ok(())
    }

    async fn subsystem_request(&mut self, id: ChannelId, name: &str, session: &mut Session) -> Result<(), Self::Error> {
        assert_eq!(name, "sftp");
        let mut stream = self.channels.remove(&id).unwrap().into_stream();
        session.channel_success(id)?;
        let program = self.state.lock().unwrap().like.program.clone();
        let Some(program) = program else {
            let files = Files {
                state: self.state.clone(),
                root: self.root.clone(),
                pipe: self.pipe.clone(),
                open: HashMap::new(),
                last: 0,
            };
            russh_sftp::server::run(stream, files).await;
            return Ok(());
        };
        let child = tokio::process::Command::new(program)
            .current_dir(&self.root)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn();
        let mut child = child.unwrap();
        tokio::spawn(async move {
            let (to, from) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
            let _ = tokio::io::copy_bidirectional(&mut stream, &mut tokio::io::join(from, to)).await;
            drop(child);
        });
        Ok(())
    }
}

enum Open {
    File(File),
    Folder(Vec<String>),
}

struct Files {
    state: Arc<Mutex<State>>,
    root: PathBuf,
    pipe: AbortHandle,
    open: HashMap<String, (String, Open)>,
    last: usize,
}

type Answer<T> = Result<T, StatusReply>;

impl Files {
    fn path(&self, path: &str) -> PathBuf {
        assert!(!path.split('/').any(|part| part == ".."), "{path} leads out");
        self.root.join(path.trim_start_matches('/'))
    }

    /// Notes what is asked, and does as the mood is.
    async fn asked<T>(&mut self, what: &str, path: &str, act: impl FnOnce(&mut Self) -> Answer<T>) -> Answer<T> {
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        let (mood, count) = {
            let mut state = self.state.lock().unwrap();
            let count = state.asked.iter().filter(|(one, _)| one == what).count();
            state.asked.push((what.to_owned(), name.clone()));
            (state.like.mood.clone(), count)
        };
        let asked = Asked {
            what,
            name: &name,
            count,
        };
        match mood(&asked) {
            Does::It => act(self),
            Does::ItAndCuts => {
                let _ = act(self);
                self.pipe.abort();
                std::future::pending().await
            }
            Does::Cuts => {
                self.pipe.abort();
                std::future::pending().await
            }
            Does::Nothing => std::future::pending().await,
            Does::Refuses(code) => Err(code.into()),
        }
    }

    fn opened(&mut self, path: String, open: Open) -> String {
        self.last += 1;
        let handle = self.last.to_string();
        self.open.insert(handle.clone(), (path, open));
        handle
    }

    fn of(&self, handle: &str) -> String {
        self.open[handle].0.clone()
    }
}

fn refused(error: std::io::Error) -> StatusReply {
    let code = match error.kind() {
        ErrorKind::NotFound => StatusCode::NoSuchFile,
        ErrorKind::PermissionDenied => StatusCode::PermissionDenied,
        _ => StatusCode::Failure,
    };
    StatusReply::from(code)
}

fn done(id: u32) -> Status {
    Status {
        id,
        status_code: StatusCode::Ok,
        error_message: "Ok".to_owned(),
        language_tag: "en".to_owned(),
    }
}

fn attributes(path: &Path) -> Answer<FileAttributes> {
    let found = fs::metadata(path).map_err(refused)?;
    let mut attributes = FileAttributes::empty();
    attributes.size = Some(found.len());
    attributes.permissions = Some(found.mode());
    Ok(attributes)
}

impl russh_sftp::server::Handler for Files {
    type Error = StatusReply;

    fn unimplemented(&self) -> StatusReply {
        StatusReply::from(StatusCode::OpUnsupported)
    }

    async fn init(&mut self, _: u32, _: HashMap<String, String>) -> Answer<Version> {
        let mut version = Version::new();
        for name in self.state.lock().unwrap().like.extensions.clone() {
            version.extensions.insert(name.to_owned(), "1".to_owned());
        }
        Ok(version)
    }

    async fn open(&mut self, id: u32, path: String, flags: OpenFlags, _: FileAttributes) -> Answer<Handle> {
        let what = if flags.contains(OpenFlags::WRITE) {
            "create"
        } else {
            "open"
        };
        self.asked(what, &path.clone(), |own| {
            let file = fs::OpenOptions::from(flags).open(own.path(&path)).map_err(refused)?;
            let handle = own.opened(path, Open::File(file));
            Ok(Handle { id, handle })
        })
        .await
    }

    async fn close(&mut self, id: u32, handle: String) -> Answer<Status> {
        self.open.remove(&handle);
        Ok(done(id))
    }

    async fn read(&mut self, id: u32, handle: String, offset: u64, len: u32) -> Answer<Data> {
        let path = self.of(&handle);
        self.asked("read", &path, |own| {
            let Some((_, Open::File(file))) = own.open.get(&handle) else {
                return Err(StatusCode::Failure.into());
            };
            let mut data = vec![0; len as usize];
            let got = file.read_at(&mut data, offset).map_err(refused)?;
            if got == 0 {
                return Err(StatusCode::Eof.into());
            }
            data.truncate(got);
            Ok(Data { id, data })
        })
        .await
    }

    async fn write(&mut self, id: u32, handle: String, offset: u64, data: Vec<u8>) -> Answer<Status> {
        let path = self.of(&handle);
        self.asked("write", &path, |own| {
            let Some((_, Open::File(file))) = own.open.get(&handle) else {
                return Err(StatusCode::Failure.into());
            };
            file.write_all_at(&data, offset).map_err(refused)?;
            Ok(done(id))
        })
        .await
    }

    async fn stat(&mut self, id: u32, path: String) -> Answer<Attrs> {
        self.asked("stat", &path.clone(), |own| {
            let attrs = attributes(&own.path(&path))?;
            Ok(Attrs { id, attrs })
        })
        .await
    }

    async fn setstat(&mut self, id: u32, path: String, attrs: FileAttributes) -> Answer<Status> {
        self.asked("setstat", &path.clone(), |own| {
            let mode = fs::Permissions::from_mode(attrs.permissions.unwrap() & 0o7777);
            fs::set_permissions(own.path(&path), mode).map_err(refused)?;
            Ok(done(id))
        })
        .await
    }

    async fn opendir(&mut self, id: u32, path: String) -> Answer<Handle> {
        let names = fs::read_dir(self.path(&path)).map_err(refused)?;
        let names = names
            .map(|one| one.unwrap().file_name().into_string().unwrap())
            .collect();
        let handle = self.opened(path, Open::Folder(names));
        Ok(Handle { id, handle })
    }

    async fn readdir(&mut self, id: u32, handle: String) -> Answer<Name> {
        let Some((_, Open::Folder(names))) = self.open.get_mut(&handle) else {
            return Err(StatusCode::Failure.into());
        };
        let names = std::mem::take(names);
        if names.is_empty() {
            return Err(StatusCode::Eof.into());
        }
        let files = names.into_iter().map(Named::dummy).collect();
        Ok(Name { id, files })
    }

    async fn remove(&mut self, id: u32, path: String) -> Answer<Status> {
        self.asked("remove", &path.clone(), |own| {
            fs::remove_file(own.path(&path)).map_err(refused)?;
            Ok(done(id))
        })
        .await
    }

    async fn mkdir(&mut self, id: u32, path: String, _: FileAttributes) -> Answer<Status> {
        self.asked("mkdir", &path.clone(), |own| {
            fs::create_dir(own.path(&path)).map_err(refused)?;
            Ok(done(id))
        })
        .await
    }

    async fn rmdir(&mut self, id: u32, path: String) -> Answer<Status> {
        self.asked("rmdir", &path.clone(), |own| {
            fs::remove_dir(own.path(&path)).map_err(refused)?;
            Ok(done(id))
        })
        .await
    }

    async fn rename(&mut self, id: u32, from: String, to: String) -> Answer<Status> {
        self.asked("rename", &to.clone(), |own| {
            // As the third version of the protocol has it.
            if own.path(&to).exists() {
                return Err(StatusCode::Failure.into());
            }
            fs::rename(own.path(&from), own.path(&to)).map_err(refused)?;
            Ok(done(id))
        })
        .await
    }

    async fn extended(&mut self, id: u32, request: String, data: Vec<u8>) -> Answer<Packet> {
        let bad = |_| StatusReply::from(StatusCode::BadMessage);
        let bytes = &mut data.into();
        match request.as_str() {
            "posix-rename@openssh.com" => {
                let names: HardlinkExtension = russh_sftp::de::from_bytes(bytes).map_err(bad)?;
                self.asked("rename", &names.newpath.clone(), |own| {
                    fs::rename(own.path(&names.oldpath), own.path(&names.newpath)).map_err(refused)?;
                    Ok(done(id).into())
                })
                .await
            }
            "hardlink@openssh.com" => {
                let names: HardlinkExtension = russh_sftp::de::from_bytes(bytes).map_err(bad)?;
                self.asked("link", &names.newpath.clone(), |own| {
                    fs::hard_link(own.path(&names.oldpath), own.path(&names.newpath)).map_err(refused)?;
                    Ok(done(id).into())
                })
                .await
            }
            "fsync@openssh.com" => {
                let of: FsyncExtension = russh_sftp::de::from_bytes(bytes).map_err(bad)?;
                let path = self.of(&of.handle);
                self.asked("sync", &path, |own| {
                    if let Some((_, Open::File(file))) = own.open.get_mut(&of.handle) {
                        file.flush().and_then(|()| file.sync_all()).map_err(refused)?;
                    }
                    Ok(done(id).into())
                })
                .await
            }
            "statvfs@openssh.com" => {
                let told = Statvfs {
                    block_size: 4096,
                    fragment_size: 4096,
                    blocks: 100,
                    blocks_free: 5,
                    blocks_avail: 0,
                    inodes: 100,
                    inodes_free: 10,
                    inodes_avail: 10,
                    fs_id: 1,
                    flags: 0,
                    name_max: 255,
                };
                let data = russh_sftp::ser::to_bytes(&told).map_err(bad)?.to_vec();
                Ok(Packet::ExtendedReply(ExtendedReply { id, data }))
            }
            _ => Err(StatusCode::OpUnsupported.into()),
        }
    }
}

/// An address that nobody answers at.
pub fn nobody() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap()
}
