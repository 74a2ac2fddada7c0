//! The document of amendments, `arna-amendments/1`: changes to a station to ask "what if" about. `docs/AMENDMENTS.md`
//! describes it.

use arna_domain::Amendment;
use serde::{Deserialize, Serialize};

use crate::{ReadError, json, layout};

/// The form of the documents read and written here.
pub const FORMAT: &str = "arna-amendments/1";

/// The amendments of a document. Whether a station has what they name is for [`arna_domain::amend`] to say.
///
/// # Errors
/// The first thing in it that is not as the form asks, with path, line and column; a text above 512 MiB.
pub fn read(text: &[u8]) -> Result<Vec<Amendment>, ReadError> {
    let Document { format: _, amendments } = json::read(text, FORMAT)?;
    Ok(amendments)
}

/// The document of amendments: the same ones, the same bytes.
pub fn write(amendments: &[Amendment]) -> String {
    let document = Document {
        format: Format::One,
        amendments,
    };
    let mut text = Vec::new();
    // Writing to memory does not fail, and every value here has a JSON form.
    let written = layout::write(&document, &mut text);
    debug_assert!(written.is_ok(), "{written:?}");
    String::from_utf8_lossy(&text).into_owned()
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document<A> {
    format: Format,
    amendments: A,
}

#[derive(Serialize, Deserialize)]
enum Format {
    #[serde(rename = "arna-amendments/1")]
    One,
}
