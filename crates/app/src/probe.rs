//! What a media file is, as `ffprobe` measures it where it is installed.
//!
//! It runs as a process of its own, without a shell, on files only, and for a limited time: a file is hostile input.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use arna_domain::values;
use serde_json::Value;

use crate::failure::Failure;

/// How long a file is measured.
pub const LIMIT: Duration = Duration::from_secs(20);

/// The most that is read of what `ffprobe` says, in bytes.
const MOST: u64 = 1 << 20;

/// What a media file is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Probed {
    /// Its duration in milliseconds.
    pub duration_ms: i64,
    /// Its frame rate as a fraction; none where it has no picture.
    pub frame_rate: Option<(u32, u32)>,
    /// Width and height of its picture.
    pub size: Option<(u32, u32)>,
    /// How its picture is coded.
    pub picture: Option<String>,
    /// How its sound is coded.
    pub sound: Option<String>,
    /// The languages that its sound tracks name.
    pub languages: Vec<String>,
}

/// The `ffprobe` on the path, if one is installed.
pub fn installed() -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    let names = if cfg!(windows) { ["ffprobe.exe"] } else { ["ffprobe"] };
    let mut found = std::env::split_paths(&paths).flat_map(|folder| names.map(|name| folder.join(name)));
    found.find(|path| path.is_file())
}

/// Measures a file.
///
/// # Errors
/// `ffprobe_missing`; `file_not_found` and what else keeps a file from being read; `media_unreadable` when it is no media file;
/// `media_slow` when measuring takes longer than the limit.
pub fn probe(file: &Path, ffprobe: Option<&Path>, limit: Duration) -> Result<Probed, Failure> {
    let named = || file.display().to_string();
    let about = std::fs::metadata(file).map_err(|error| Failure::io("read", &error, file))?;
    if !about.is_file() {
        return Err(Failure::new("file_is_folder", values! { "doing" => "read", "why" => "" }).of(file));
    }
    std::fs::File::open(file).map_err(|error| Failure::io("read", &error, file))?;
    let Some(ffprobe) = ffprobe else {
        return Err(Failure::new("ffprobe_missing", values! {}));
    };
    let whole = std::path::absolute(file).map_err(|error| Failure::io("read", &error, file))?;
    // `file:` and the list of protocols: a path never becomes an address, an option, or a list of other files.
    let mut address = std::ffi::OsString::from("file:");
    address.push(&whole);
    let mut process = Command::new(ffprobe)
        .args(["-v", "error", "-of", "json", "-show_format", "-show_streams"])
        .args(["-protocol_whitelist", "file", "-i"])
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| Failure::new("ffprobe_failed", values! { "why" => error.to_string() }))?;
    let said = process.stdout.take();
    let reader = std::thread::spawn(move || {
        let mut text = Vec::new();
        if let Some(said) = said {
            // What is cut off or breaks off is no JSON, which is said below.
            let _ = said.take(MOST).read_to_end(&mut text);
        }
        text
    });
    let begun = Instant::now();
    let status = loop {
        match process.try_wait() {
            Ok(Some(status)) => break Some(status),
            Ok(None) if begun.elapsed() < limit => std::thread::sleep(Duration::from_millis(10)),
            _ => break None,
        }
    };
    let Some(status) = status else {
        let _ = process.kill();
        let _ = process.wait();
        let values = values! { "file" => named(), "seconds" => limit.as_secs() };
        return Err(Failure::new("media_slow", values));
    };
    let text = reader.join().unwrap_or_default();
    let probed = status.success().then(|| read(&text)).flatten();
    probed.ok_or_else(|| Failure::new("media_unreadable", values! { "file" => named() }))
}

/// What `ffprobe` said; none where that is no media with a duration.
fn read(text: &[u8]) -> Option<Probed> {
    let said: Value = serde_json::from_slice(text).ok()?;
    let duration_ms = milliseconds(said["format"]["duration"].as_str()?)?;
    let streams = said["streams"].as_array()?;
    let of_kind = |kind: &'static str| streams.iter().filter(move |one| one["codec_type"] == kind);
    // A cover picture of a sound file is no film.
    let picture = of_kind("video").find(|one| one["disposition"]["attached_pic"] != 1);
    let sound = of_kind("audio").next();
    picture.or(sound)?;
    let number = |value: &Value| value.as_u64().and_then(|number| u32::try_from(number).ok());
    let coded = |stream: Option<&Value>| stream?["codec_name"].as_str().map(str::to_owned);
    let mut languages: Vec<String> = of_kind("audio")
        .filter_map(|one| one["tags"]["language"].as_str())
        .filter(|tag| *tag != "und")
        .map(str::to_owned)
        .collect();
    languages.dedup();
    Some(Probed {
        duration_ms,
        frame_rate: picture.and_then(|one| fraction(one["avg_frame_rate"].as_str()?)),
        size: picture.and_then(|one| Some((number(&one["width"])?, number(&one["height"])?))),
        picture: coded(picture),
        sound: coded(sound),
        languages,
    })
}

/// `1540.480000` seconds in milliseconds.
fn milliseconds(seconds: &str) -> Option<i64> {
    let (whole, part) = seconds.split_once('.').unwrap_or((seconds, ""));
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    let ms = whole.parse::<i64>().ok()?.checked_mul(1_000)? + part.parse::<i64>().ok()?;
    (ms > 0).then_some(ms)
}

/// `25/1`.
fn fraction(text: &str) -> Option<(u32, u32)> {
    let (above, below) = text.split_once('/')?;
    let (above, below) = (above.parse().ok()?, below.parse().ok()?);
    (above > 0 && below > 0).then_some((above, below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ffprobe_says_is_read() {
        let said = br#"{"streams": [
            {"codec_type": "video", "codec_name": "mpeg2video", "width": 1920, "height": 1080, "avg_frame_rate": "30000/1001"},
            {"codec_type": "audio", "codec_name": "pcm_s24le", "tags": {"language": "kaz"}}
        ], "format": {"duration": "1540.48"}}"#;
        let probed = read(said);
        let probed = probed.as_ref();
        assert_eq!(probed.map(|one| one.duration_ms), Some(1_540_480));
        assert_eq!(probed.and_then(|one| one.frame_rate), Some((30_000, 1_001)));
        assert_eq!(probed.map(|one| one.languages.clone()), Some(vec!["kaz".to_owned()]));
    }

    #[test]
    fn what_has_no_duration_or_no_track_is_no_media() {
        assert_eq!(read(b"{}"), None);
        assert_eq!(read(br#"{"streams": [], "format": {"duration": "3.0"}}"#), None);
        assert_eq!(
            read(br#"{"streams": [{"codec_type": "video"}], "format": {"duration": "N/A"}}"#),
            None
        );
        assert_eq!(read(b"not json"), None);
    }
}
