//! Records: what a coordinator keeps by hand, each kind a list of the station's document.

use std::fmt;

use arna_domain::campaign::{Campaign, CampaignTarget, Filler};
use arna_domain::occasion::{Media, Occasion, Partner, Place, Quotation};
use arna_domain::restriction::{Blackout, Holdback};
use arna_domain::station::About;
use arna_domain::{Aired, Channel, ChannelId, Instant, Licence, Pin, Programme, Receiver, Slot, Station};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::StoreError;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident($type:ty) $word:literal $list:ident by $id:expr;)*) => {
        /// A kind of record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            /// What the station is, in words.
            About,
            $($(#[$doc])* $kind,)*
            /// The accepted schedule.
            Airings,
        }

        impl Kind {
            /// All kinds of records, in the order of the document. Airings are none.
            pub const ALL: &'static [Self] = &[Self::About, $(Self::$kind,)*];

            /// Its word in the file and in operations: `put_<word>`.
            pub fn as_str(self) -> &'static str {
                match self {
                    Self::About => "about",
                    $(Self::$kind => $word,)*
                    Self::Airings => "airings",
                }
            }

            /// The kind of this word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().chain([Self::Airings]).find(|kind| kind.as_str() == word)
            }
        }

        /// A record: the value of one place in the station's document.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Record {
            /// What the station is, in words.
            About(About),
            $($(#[$doc])* $kind($type),)*
        }

        impl Record {
            /// Its kind.
            pub fn kind(&self) -> Kind {
                match self {
                    Self::About(_) => Kind::About,
                    $(Self::$kind(_) => Kind::$kind,)*
                }
            }

            /// What it is called among its kind.
            pub fn id(&self) -> RecordId {
                match self {
                    Self::About(_) => RecordId::About,
                    $(Self::$kind(record) => {
                        let id: fn(&$type) -> String = $id;
                        RecordId::Named(Kind::$kind, id(record))
                    })*
                }
            }

            pub(crate) fn to_body(&self) -> Result<String, StoreError> {
                match self {
                    Self::About(record) => body(record),
                        $(Self::$kind(record) => body(record),)*
                }
            }

            pub(crate) fn of_body(kind: Kind, body: &str) -> Result<Self, StoreError> {
                match kind {
                    Kind::About => read(body).map(Self::About),
                    $(Kind::$kind => read(body).map(Self::$kind),)*
                    Kind::Airings => Err(StoreError::damaged("airings are no record")),
                }
            }
        }

        /// The records of a station, in order.
        pub fn records_of(station: &Station) -> Vec<Record> {
            let mut all = Vec::new();
            if !station.about.is_empty() {
                all.push(Record::About(station.about.clone()));
            }
            $(all.extend(station.$list.iter().cloned().map(Record::$kind));)*
            all
        }

        /// Takes every record of a kind out of a station.
        pub(crate) fn clear(station: &mut Station, kind: Kind) {
            match kind {
                Kind::About => station.about = About::default(),
                $(Kind::$kind => station.$list.clear(),)*
                Kind::Airings => station.schedule.clear(),
            }
        }

        /// Puts a record in place of the only one of its name; whether there is one, and no other.
        pub(crate) fn put_over(station: &mut Station, record: &Record) -> bool {
            match record {
                Record::About(about) => {
                    station.about = about.clone();
                    true
                }
                $(Record::$kind(record) => {
                    let id: fn(&$type) -> String = $id;
                    let name = id(record);
                    let mut same = station.$list.iter_mut().filter(|one| id(one) == name);
                    match (same.next(), same.next()) {
                        (Some(one), None) => {
                            one.clone_from(record);
                            true
                        }
                        _ => false,
                    }
                })*
            }
        }

        /// Puts a record at the end of its list.
        pub(crate) fn add_to(station: &mut Station, record: Record) {
            match record {
                Record::About(about) => station.about = about,
                $(Record::$kind(record) => station.$list.push(record),)*
            }
        }
    };
}

kinds! {
    /// A channel.
    Channel(Channel) "channel" channels by |one| one.id.to_string();
    /// A programme with its seasons, episodes and versions.
    Programme(Programme) "programme" programmes by |one| one.id.to_string();
    /// A licence.
    Licence(Licence) "licence" licences by |one| one.id.to_string();
    /// A holdback.
    Holdback(Holdback) "holdback" holdbacks by |one| format!("{} {}", one.season, one.first_channel);
    /// A blackout.
    Blackout(Blackout) "blackout" blackouts by |one| placed(&one.channel, one.from);
    /// A slot.
    Slot(Slot) "slot" slots by |one| one.id.to_string();
    /// A campaign.
    Campaign(Campaign) "campaign" campaigns by |one| one.id.to_string();
    /// What a campaign is for.
    CampaignTarget(CampaignTarget) "campaign_target" campaign_targets by |one| one.campaign.to_string();
    /// A filler.
    Filler(Filler) "filler" fillers by |one| one.version.to_string();
    /// A pin.
    Pin(Pin) "pin" pins by |one| placed(&one.channel, one.start);
    /// An airing before the schedule began.
    Aired(Aired) "aired" history by |one| placed(&one.channel, one.start);
    /// An occasion.
    Occasion(Occasion) "occasion" occasions by |one| one.id.to_string();
    /// A place.
    Place(Place) "place" places by |one| one.id.to_string();
    /// A quotation.
    Quotation(Quotation) "quotation" quotations by |one| one.id.to_string();
    /// A partner.
    Partner(Partner) "partner" partners by |one| one.id.to_string();
    /// A media file.
    Media(Media) "media" media by |one| one.id.to_string();
    /// A receiver of a channel's schedule.
    Receiver(Receiver) "receiver" receivers by |one| one.id.to_string();
}

/// What a record is called among its kind. Of records that share a name the first is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordId {
    /// What the station is.
    About,
    /// A record by its name.
    Named(Kind, String),
    /// The pin of a channel at an instant.
    Pin(ChannelId, Instant),
}

impl RecordId {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::About => Kind::About,
            Self::Named(kind, _) => *kind,
            Self::Pin(..) => Kind::Pin,
        }
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::About => f.write_str("about"),
            Self::Named(_, name) => f.write_str(name),
            Self::Pin(channel, start) => f.write_str(&placed(channel, *start)),
        }
    }
}

impl Record {
    /// The channel and instant that it is called by; none where it has a name of its own.
    pub fn called_by(&self) -> Option<(&ChannelId, Instant)> {
        match self {
            Self::Blackout(one) => Some((&one.channel, one.from)),
            Self::Pin(one) => Some((&one.channel, one.start)),
            Self::Aired(one) => Some((&one.channel, one.start)),
            _ => None,
        }
    }
}

fn placed(channel: &ChannelId, start: Instant) -> String {
    format!("{channel} {start}")
}

fn body(record: &impl Serialize) -> Result<String, StoreError> {
    Ok(serde_json::to_string(record)?)
}

fn read<T: DeserializeOwned>(body: &str) -> Result<T, StoreError> {
    Ok(serde_json::from_str(body)?)
}
