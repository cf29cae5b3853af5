//! Around what will stand in a page without any script behind it.

/// Whoever finds it around leaves out what only a script would make work.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WithoutScript;
