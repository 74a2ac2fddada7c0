//! How any message of BXF begins and names its channel: schedules and as-run logs alike.

use arna_domain::values;
use quick_xml::events::BytesStart;

use crate::ReadError;
use crate::xml_in::{Met, Reading, attribute, refused};

/// The next element that begins and how deep it is, the root at 1; `None` at the end. `is_bxf` remembers that the root was met.
///
/// # Errors
/// `not_bxf`, and what any XML is refused for.
pub(crate) fn element<'a>(
    xml: &mut Reading<'a>,
    is_bxf: &mut bool,
) -> Result<Option<(BytesStart<'a>, usize)>, ReadError> {
    loop {
        match xml.next()? {
            Met::Start(start, depth) => {
                if depth == 1 {
                    let root: String = start.local_name().as_ref().chars().take(60).collect();
                    if root != "BxfMessage" {
                        return Err(refused("not_bxf", (xml.line(), 0), values! { "root" => root }));
                    }
                    *is_bxf = true;
                }
                return Ok(Some((start, depth)));
            }
            Met::Eof if *is_bxf => return Ok(None),
            Met::Eof => return Err(refused("not_bxf", (1, 0), values! { "root" => "" })),
            _ => {}
        }
    }
}

/// What a `Channel` is called.
pub(crate) fn channel(start: &BytesStart<'_>) -> Option<String> {
    let id = attribute(start, "shortName").or_else(|| attribute(start, "channelNumber"));
    id.and_then(|id| crate::text::line(&id))
}
