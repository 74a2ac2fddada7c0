//! Amendments: one change to a station each, as data. What-if questions are made of them, and the fixes that explanations offer.

mod catalogue;
mod grid;
mod pins;
mod rights;

use serde::{Deserialize, Serialize};

use crate::airing::Pin;
use crate::catalogue::Version;
use crate::finding::Values;
use crate::id::{ChannelId, EpisodeId, LicenceId, ProgrammeId, SeasonId, SlotId, VersionId};
use crate::index::{Index, Invalid, SlotEntry};
use crate::language::Language;
use crate::licence::Licence;
use crate::slot::{Fill, Slot};
use crate::station::Station;
use crate::time::{BroadcastDate, ChannelClock, GridTime, Instant, Zones};
use crate::values;

/// One change to a station. Each stands in a document as an object with one field, its kind:
/// `{"licence_runs": {"licence": "L7", "max_runs": 4}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Amendment {
    /// A licence allows so many runs.
    LicenceRuns {
        /// The licence.
        licence: LicenceId,
        /// Runs of each episode; `null`: no limit.
        #[serde(deserialize_with = "Option::deserialize")]
        max_runs: Option<u32>,
    },
    /// A licence holds between other dates; a date that is absent stays.
    LicenceWindow {
        /// The licence.
        licence: LicenceId,
        /// The first broadcast date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<BroadcastDate>,
        /// The last broadcast date, included.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<BroadcastDate>,
    },
    /// A licence covers more channels or languages. One that covers all of them already does so still.
    LicenceCovers {
        /// The licence.
        licence: LicenceId,
        /// Channels that it covers as well.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        channels: Vec<ChannelId>,
        /// Languages that it covers as well.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        languages: Vec<Language>,
    },
    /// A licence asks for another gap between two airings of an episode.
    LicenceGap {
        /// The licence.
        licence: LicenceId,
        /// Hours at least between two starts; more than its `rerun_hours`.
        min_gap_hours: u32,
    },
    /// A licence more, the last to be charged.
    NewLicence(Licence),
    /// A licence is gone altogether: what named it is charged to whatever else covers it. One that ends early is a
    /// [`Amendment::LicenceWindow`].
    LicenceLost {
        /// The licence.
        licence: LicenceId,
    },
    /// A slot has another length.
    SlotLength {
        /// The slot.
        slot: SlotId,
        /// Its length in minutes.
        length_min: u32,
    },
    /// A slot starts at another time, its length the same.
    SlotStart {
        /// The slot.
        slot: SlotId,
        /// Its start by the wall clock.
        start: GridTime,
    },
    /// A slot wants other languages.
    SlotLanguages {
        /// The slot.
        slot: SlotId,
        /// The languages, best first.
        languages: Vec<Language>,
    },
    /// Something else fills a slot.
    SlotFill {
        /// The slot.
        slot: SlotId,
        /// What fills it.
        fill: Fill,
    },
    /// A slot more.
    NewSlot(Slot),
    /// A slot stands no more from a date on. What was accepted in it from then on leaves the schedule; what repeats it finds
    /// nothing to repeat.
    SlotLost {
        /// The slot.
        slot: SlotId,
        /// The first broadcast date without it.
        from: BroadcastDate,
    },
    /// A channel airs nothing more from a date on: its slots end, its pins and accepted airings from then on go. What it aired
    /// before stays, since the runs that it used are used; rights and holdbacks that name it stay as they are.
    ChannelLost {
        /// The channel.
        channel: ChannelId,
        /// The first broadcast date without it.
        from: BroadcastDate,
    },
    /// A version more.
    NewVersion {
        /// Its episode.
        episode: EpisodeId,
        /// The version.
        version: Version,
    },
    /// A version can air no more. Its pins, campaigns and filler go. What aired in it keeps its runs and its place in the strand:
    /// it counts as another version of the episode, or, where there is none left, the episode leaves its season.
    VersionLost {
        /// The version.
        version: VersionId,
    },
    /// A pin more.
    NewPin(Pin),
    /// A pin is lifted.
    PinLost {
        /// Its channel.
        channel: ChannelId,
        /// Its start.
        start: Instant,
    },
    /// A pin is moved.
    PinMoved {
        /// Its channel.
        channel: ChannelId,
        /// Its start until now.
        start: Instant,
        /// Its new start.
        to: Instant,
    },
    /// A programme may be taken so often a day by pools.
    DayLimit {
        /// The programme.
        programme: ProgrammeId,
        /// Airings per channel and broadcast date.
        max_per_day: u32,
    },
    /// A blackout is lifted.
    BlackoutLost {
        /// Its channel.
        channel: ChannelId,
        /// Its beginning.
        from: Instant,
    },
    /// A holdback is lifted.
    HoldbackLost {
        /// Its season.
        season: SeasonId,
        /// The channel that shows the season first.
        first_channel: ChannelId,
    },
    /// A holdback lasts another time.
    HoldbackHours {
        /// Its season.
        season: SeasonId,
        /// The channel that shows the season first.
        first_channel: ChannelId,
        /// Hours between the first start there and any start elsewhere.
        hours: u32,
    },
}

/// The station with amendments made one after the other. Whether it can be worked with is for [`Index::of`] to say.
///
/// # Errors
/// The first amendment that names what is not there, gives an id twice or says of nothing what it becomes, with its path:
/// `amendments[2].licence_runs.licence`.
pub fn amend(station: &Station, amendments: &[Amendment], zones: &Zones) -> Result<Station, Invalid> {
    let mut amended = station.clone();
    for (at, amendment) in amendments.iter().enumerate() {
        amendment.make(&mut amended, zones).map_err(|wrong| Invalid {
            path: format!("amendments[{at}].{}.{}", amendment.kind(), wrong.path)
                .trim_end_matches('.')
                .to_owned(),
            ..wrong
        })?;
    }
    Ok(amended)
}

impl Amendment {
    /// Its kind, as documents name it: the message `amendment-<kind>`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::LicenceRuns { .. } => "licence_runs",
            Self::LicenceWindow { .. } => "licence_window",
            Self::LicenceCovers { .. } => "licence_covers",
            Self::LicenceGap { .. } => "licence_gap",
            Self::NewLicence(_) => "new_licence",
            Self::LicenceLost { .. } => "licence_lost",
            Self::SlotLength { .. } => "slot_length",
            Self::SlotStart { .. } => "slot_start",
            Self::SlotLanguages { .. } => "slot_languages",
            Self::SlotFill { .. } => "slot_fill",
            Self::NewSlot(_) => "new_slot",
            Self::SlotLost { .. } => "slot_lost",
            Self::ChannelLost { .. } => "channel_lost",
            Self::NewVersion { .. } => "new_version",
            Self::VersionLost { .. } => "version_lost",
            Self::NewPin(_) => "new_pin",
            Self::PinLost { .. } => "pin_lost",
            Self::PinMoved { .. } => "pin_moved",
            Self::DayLimit { .. } => "day_limit",
            Self::BlackoutLost { .. } => "blackout_lost",
            Self::HoldbackLost { .. } => "holdback_lost",
            Self::HoldbackHours { .. } => "holdback_hours",
        }
    }

    /// The values of its message: what it names, and what was before (`was_…`) by the index of the station that it changes.
    /// Instants are told by the clock of their channel; what does not apply is `null`.
    pub fn values(&self, index: &Index) -> Values {
        let licence = |id: &LicenceId| index.licence(id.as_str()).map(|one| &index.licences[one.at()]);
        let slot = |id: &SlotId| index.slot(id.as_str()).map(|one| &index.slots[one.at()]);
        let text = |channel: &ChannelId, at: &Instant| match index.channel(channel.as_str()) {
            Some(channel) => index.channels[channel.at()].clock.text(*at),
            None => at.to_string(),
        };
        match self {
            Self::LicenceRuns { licence: id, max_runs } => values! {
                "licence" => id, "max_runs" => max_runs, "was_runs" => licence(id).and_then(|was| was.max_runs)
            },
            Self::LicenceWindow {
                licence: id,
                from,
                until,
            } => {
                let was = licence(id);
                let (was_from, was_until) = (was.map(|was| was.from), was.map(|was| was.until));
                values! {
                    "licence" => id, "from" => from.or(was_from), "until" => until.or(was_until),
                    "was_from" => was_from, "was_until" => was_until
                }
            }
            Self::LicenceCovers {
                licence,
                channels,
                languages,
            } => {
                let channels = channels.iter().map(ChannelId::as_str);
                let all: Vec<_> = channels.chain(languages.iter().map(Language::as_str)).collect();
                values! { "licence" => licence, "more" => all.join(", ") }
            }
            Self::LicenceGap {
                licence: id,
                min_gap_hours,
            } => values! {
                "licence" => id, "min_gap_hours" => min_gap_hours,
                "was_hours" => licence(id).map(|was| was.min_gap_ms / crate::time::HOUR)
            },
            Self::NewLicence(new) => values! {
                "licence" => new.id, "programme" => new.programme, "from" => new.from, "until" => new.until
            },
            Self::LicenceLost { licence } => values! { "licence" => licence },
            Self::SlotLength { slot: id, length_min } => values! {
                "slot" => id, "length_min" => length_min, "was_min" => slot(id).map(SlotEntry::length_min)
            },
            Self::SlotStart { slot: id, start } => values! {
                "slot" => id, "start" => start, "was_start" => slot(id).map(|was| was.start)
            },
            Self::SlotLanguages { slot, languages } => {
                let all: Vec<_> = languages.iter().map(Language::as_str).collect();
                values! { "slot" => slot, "languages" => all.join(", ") }
            }
            Self::SlotFill { slot, fill } => values! { "slot" => slot, "fill" => fill.as_str() },
            Self::NewSlot(new) => values! { "slot" => new.id, "channel" => new.channel, "start" => new.start },
            Self::SlotLost { slot, from } => values! { "slot" => slot, "from" => from },
            Self::ChannelLost { channel, from } => values! { "channel" => channel, "from" => from },
            Self::NewVersion { episode, version } => values! {
                "episode" => episode, "version" => version.id, "language" => version.language,
                "minutes" => (version.duration_ms + crate::time::MINUTE - 1) / crate::time::MINUTE
            },
            Self::VersionLost { version } => values! { "version" => version },
            Self::NewPin(pin) => values! {
                "version" => pin.version, "channel" => pin.channel, "start" => text(&pin.channel, &pin.start)
            },
            Self::PinLost { channel, start } => values! { "channel" => channel, "start" => text(channel, start) },
            Self::PinMoved { channel, start, to } => values! {
                "channel" => channel, "start" => text(channel, start), "to" => text(channel, to)
            },
            Self::DayLimit { programme, max_per_day } => values! {
                "programme" => programme, "max_per_day" => max_per_day,
                "was_per_day" => index.programme(programme.as_str()).map(|was| index.programmes[was.at()].max_per_day)
            },
            Self::BlackoutLost { channel, from } => values! { "channel" => channel, "from" => text(channel, from) },
            Self::HoldbackLost { season, first_channel } => values! {
                "season" => season, "first_channel" => first_channel
            },
            Self::HoldbackHours {
                season,
                first_channel,
                hours,
            } => values! {
                "season" => season, "first_channel" => first_channel, "hours" => hours
            },
        }
    }

    /// Makes the change; a complaint's path is that of the field.
    fn make(&self, station: &mut Station, zones: &Zones) -> Result<(), Invalid> {
        match self {
            Self::LicenceRuns { licence, max_runs } => rights::runs(station, licence, *max_runs),
            Self::LicenceWindow { licence, from, until } => rights::window(station, licence, *from, *until),
            Self::LicenceCovers {
                licence,
                channels,
                languages,
            } => rights::cover(station, licence, channels, languages),
            Self::LicenceGap { licence, min_gap_hours } => rights::gap(station, licence, *min_gap_hours),
            Self::NewLicence(licence) => rights::add(station, licence),
            Self::LicenceLost { licence } => rights::lose(station, licence),
            Self::BlackoutLost { channel, from } => rights::lift_blackout(station, channel, *from, zones),
            Self::HoldbackLost { season, first_channel } => rights::lift_holdback(station, season, first_channel),
            Self::HoldbackHours {
                season,
                first_channel,
                hours,
            } => rights::wait(station, season, first_channel, *hours),
            Self::SlotLength { slot, length_min } => grid::change(station, slot, |slot| slot.length_min = *length_min),
            Self::SlotStart { slot, start } => grid::change(station, slot, |slot| slot.start = *start),
            Self::SlotLanguages { slot, languages } => {
                grid::change(station, slot, |slot| slot.languages.clone_from(languages))
            }
            Self::SlotFill { slot, fill } => grid::change(station, slot, |slot| slot.fill = fill.clone()),
            Self::NewSlot(slot) => grid::add(station, slot),
            Self::SlotLost { slot, from } => grid::lose(station, slot, *from),
            Self::ChannelLost { channel, from } => grid::lose_channel(station, channel, *from, zones),
            Self::NewVersion { episode, version } => catalogue::add(station, episode, version),
            Self::VersionLost { version } => catalogue::lose(station, version),
            Self::DayLimit { programme, max_per_day } => catalogue::limit(station, programme, *max_per_day),
            Self::NewPin(pin) => pins::add(station, pin, zones),
            Self::PinLost { channel, start } => pins::lose(station, channel, *start, zones),
            Self::PinMoved { channel, start, to } => pins::shift(station, channel, *start, *to, zones),
        }
    }
}

/// An instant by a channel's clock, with its offset; in UTC where the channel has none.
fn local(station: &Station, zones: &Zones, channel: &ChannelId, at: Instant) -> String {
    let channel = station.channels.iter().find(|one| one.id == *channel);
    let clock = channel.and_then(|channel| {
        Some(ChannelClock {
            zone: zones.named(&channel.tz).ok()?,
            day_start: channel.day_start,
        })
    });
    clock.map_or_else(|| at.to_string(), |clock| clock.text(at))
}

fn wrong(path: &str, code: &'static str, values: Values) -> Invalid {
    Invalid {
        path: path.to_owned(),
        code,
        values,
    }
}

/// What was found, or a complaint that nothing has this id.
fn known<T>(found: Option<T>, path: &str, id: &str) -> Result<T, Invalid> {
    found.ok_or_else(|| wrong(path, "unknown_id", values! { "id" => id }))
}

/// Complains where one of these ids is that of what is new.
fn new_id<'a>(mut ids: impl Iterator<Item = &'a str>, path: &str, id: &str) -> Result<(), Invalid> {
    if ids.any(|known| known == id) {
        return Err(wrong(path, "duplicate_id", values! { "id" => id }));
    }
    Ok(())
}
