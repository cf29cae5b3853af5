//! Everything that is built, served, measured and tested, on any machine.

fn main() {}
