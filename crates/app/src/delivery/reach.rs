//! How servers are reached: how long they may take, how often they are tried, and who knows their secrets.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use arna_domain::ReceiverId;
use arna_domain::receiver::Sftp;

use super::secret::{self, Secret};
use crate::failure::Failure;

/// Who waits, and how.
type Pause = dyn Fn(Duration) + Send + Sync;
/// Who knows the secret of a receiver's server; `None`: nobody.
type Secrets = dyn Fn(&ReceiverId, &Sftp) -> Result<Option<Secret>, Failure> + Send + Sync;

/// How servers are reached.
#[derive(Clone)]
pub struct Reach {
    /// How long a server may take until it has shown its key.
    pub connect: Duration,
    /// How long it may take to let somebody in.
    pub sign_in: Duration,
    /// How long it may take for each thing that is asked of it.
    pub step: Duration,
    /// How long is waited before each further attempt where there is no connection or it is lost: as many attempts as there are.
    pub pauses: Vec<Duration>,
    /// Waits.
    pub pause: Arc<Pause>,
    /// Knows secrets. Asked only when a server that proved who it is wants one.
    pub secrets: Arc<Secrets>,
}

impl Reach {
    /// As it is done where nobody says otherwise: secrets from the environment and the system's keyring.
    pub fn of_system() -> Self {
        Self {
            connect: Duration::from_secs(15),
            sign_in: Duration::from_secs(30),
            step: Duration::from_secs(30),
            pauses: vec![Duration::from_secs(1), Duration::from_secs(5)],
            pause: Arc::new(std::thread::sleep),
            secrets: Arc::new(secret::find),
        }
    }
}

impl fmt::Debug for Reach {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            connect,
            sign_in,
            step,
            pauses,
            ..
        } = self;
        write!(to, "Reach({connect:?}, {sign_in:?}, {step:?}, {pauses:?})")
    }
}
