//! Media measured by the real `ffprobe`, on films that `ffmpeg` makes. Skipped, with a word, where these are not installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use arna_app::probe::{LIMIT, installed, probe};

/// Makes a film of a test card and a tone; none where there is no `ffmpeg`.
fn film(folder: &Path, name: &str, rate: &str, seconds: &str, coded: &[&str]) -> Option<PathBuf> {
    let to = folder.join(name);
    let made = Command::new("ffmpeg")
        .args(["-v", "error", "-f", "lavfi", "-i"])
        .arg(format!("testsrc=size=320x180:rate={rate}:duration={seconds}"))
        .args(["-f", "lavfi", "-i"])
        .arg(format!("sine=frequency=1000:duration={seconds}"))
        .args(["-metadata:s:a:0", "language=kaz"])
        .args(coded)
        .arg(&to)
        .status();
    match made {
        Ok(status) => {
            assert!(status.success(), "ffmpeg could not make {name}");
            Some(to)
        }
        Err(_) => {
            eprintln!("skipped: ffmpeg is not installed");
            None
        }
    }
}

#[test]
fn films_are_measured_whatever_they_are_wrapped_in() {
    let folder = tempfile::tempdir().unwrap();
    for (name, rate, seconds, coded, frames) in [
        (
            "film.mkv",
            "25",
            "3.2",
            &["-c:v", "mpeg4", "-c:a", "pcm_s16le"][..],
            (25, 1),
        ),
        (
            "film.mov",
            "30000/1001",
            "4",
            &["-c:v", "mjpeg", "-c:a", "pcm_s16le"][..],
            (30_000, 1_001),
        ),
        (
            "film.ts",
            "25",
            "2",
            &["-c:v", "mpeg2video", "-c:a", "mp2"][..],
            (25, 1),
        ),
    ] {
        let Some(file) = film(folder.path(), name, rate, seconds, coded) else {
            return;
        };
        let found = probe(&file, installed().as_deref(), LIMIT).unwrap();
        let wanted = (seconds.parse::<f64>().unwrap() * 1_000.0) as i64;
        // A wrapping may count its last frame or packet whole.
        assert!(
            (found.duration_ms - wanted).abs() <= 100,
            "{name}: {} ms",
            found.duration_ms
        );
        assert_eq!(
            (found.frame_rate, found.size),
            (Some(frames), Some((320, 180))),
            "{name}"
        );
        assert_eq!(found.languages, ["kaz"], "{name}");
    }
}

#[test]
fn what_is_no_film_and_what_is_cut_off_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let Some(file) = film(
        folder.path(),
        "film.mov",
        "25",
        "3",
        &["-c:v", "mjpeg", "-c:a", "pcm_s16le"],
    ) else {
        return;
    };
    let ffprobe = installed();
    let code = |file: &Path| probe(file, ffprobe.as_deref(), LIMIT).unwrap_err().code;
    let text = folder.path().join("letter.mp4");
    std::fs::write(&text, "Құрметті әріптестер, фильм ертең келеді.\n").unwrap();
    assert_eq!(code(&text), "media_unreadable");
    // A film of this wrapping says at its end where everything lies.
    let whole = std::fs::read(&file).unwrap();
    let cut = folder.path().join("cut.mov");
    std::fs::write(&cut, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(code(&cut), "media_unreadable");
}
