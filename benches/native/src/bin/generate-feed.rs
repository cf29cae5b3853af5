//! Writes a generated feed: `generate-feed <articles> <file>`.

use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let args: Vec<_> = env::args().skip(1).collect();
    let [articles, file] = args.as_slice() else {
        eprintln!("usage: generate-feed <articles> <file>");
        return ExitCode::from(2);
    };
    let Ok(articles) = articles.parse() else {
        eprintln!("{articles:?} is not a number of articles");
        return ExitCode::from(2);
    };
    match fs::write(file, native_benches::json(articles)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot write {file}: {error}");
            ExitCode::FAILURE
        }
    }
}
