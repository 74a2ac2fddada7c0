//! Arna's window: thin commands around `arna_app`, the same for the window and for the server that the page is developed and tested with.

mod asked;
mod bindings;
mod commands;
mod desktop;
#[cfg(feature = "development")]
pub mod development;
mod outside;
mod place;
mod window;

pub use window::open;
