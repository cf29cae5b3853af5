//! What the other components share.

mod icon;
mod localization;

use crate::page::Page;

pub(crate) static PAGES: [Page; 2] = [icon::PAGE, localization::PAGE];
