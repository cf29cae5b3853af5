//! Trunk, wasm-bindgen's programs, geckodriver, cargo-fuzz and cargo-deny: built once into a cache outside the
//! repository, one folder for each version, so that nothing is installed for the whole machine and no version is in
//! another's way.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};
use crate::process::{self, say};
use crate::project::Project;

/// A tool that cargo installs.
pub(crate) struct Tool {
    /// What people call it.
    pub(crate) name: &'static str,
    /// The pinned version.
    pub(crate) version: String,
    package: &'static str,
    programs: &'static [&'static str],
    // The dependencies of the others have moved on since their release, so their own lock
    // files are the safe choice; wasm-bindgen-cli builds as it is.
    locked: bool,
    folder: PathBuf,
}

/// Trunk, which builds and serves the demo.
pub(crate) fn trunk(project: &Project) -> Result<Tool> {
    Ok(Tool {
        name: "Trunk",
        version: project.trunk.clone(),
        package: "trunk",
        programs: &["trunk"],
        locked: true,
        folder: cache()?.join(format!("trunk-{}", project.trunk)),
    })
}

/// wasm-bindgen's programs: the JavaScript around the module, and the runner of browser tests.
pub(crate) fn wasm_bindgen(project: &Project) -> Result<Tool> {
    Ok(Tool {
        name: "wasm-bindgen",
        version: project.wasm_bindgen.clone(),
        package: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        locked: false,
        folder: cache()?.join(format!("wasm-bindgen-{}", project.wasm_bindgen)),
    })
}

/// cargo-fuzz, which feeds random input to the targets in fuzz/.
pub(crate) fn cargo_fuzz(project: &Project) -> Result<Tool> {
    Ok(Tool {
        name: "cargo-fuzz",
        version: project.cargo_fuzz.clone(),
        package: "cargo-fuzz",
        programs: &["cargo-fuzz"],
        locked: true,
        folder: cache()?.join(format!("cargo-fuzz-{}", project.cargo_fuzz)),
    })
}

/// cargo-deny, which looks at licences, sources and advisories of dependencies.
pub(crate) fn cargo_deny(project: &Project) -> Result<Tool> {
    Ok(Tool {
        name: "cargo-deny",
        version: project.cargo_deny.clone(),
        package: "cargo-deny",
        programs: &["cargo-deny"],
        locked: true,
        folder: cache()?.join(format!("cargo-deny-{}", project.cargo_deny)),
    })
}

/// geckodriver, which drives Firefox.
pub(crate) fn geckodriver(project: &Project) -> Result<Tool> {
    Ok(Tool {
        name: "geckodriver",
        version: project.geckodriver.clone(),
        package: "geckodriver",
        programs: &["geckodriver"],
        locked: true,
        folder: cache()?.join(format!("geckodriver-{}", project.geckodriver)),
    })
}

impl Tool {
    /// The folder of its programs.
    pub(crate) fn bin(&self) -> PathBuf {
        self.folder.join("bin")
    }

    /// The file of one of its programs.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.bin()
            .join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// Whether all its programs are there.
    pub(crate) fn is_there(&self) -> bool {
        self.programs
            .iter()
            .all(|name| self.program(name).is_file())
    }

    /// Installs it if it is missing.
    pub(crate) fn ensure(&self) -> Result<()> {
        if self.is_there() {
            return Ok(());
        }
        let into = self.folder.display();
        if has_binstall() {
            say(format!(
                "Fetching {} {} into {into}",
                self.name, self.version
            ));
            match process::run(&mut self.binstall()) {
                Ok(()) if self.is_there() => return Ok(()),
                Ok(()) => say("Not all of its programs came; building it instead"),
                Err(error) => say(format!("{error}; building it instead")),
            }
        }
        say(format!(
            "Building {} {} into {into}: some minutes, once",
            self.name, self.version
        ));
        process::run(&mut self.install())?;
        if self.is_there() {
            Ok(())
        } else {
            Err(Error::new(format!(
                "{} was installed, but its programs are not in {}: delete the folder and try again",
                self.name,
                self.bin().display()
            )))
        }
    }

    fn binstall(&self) -> Command {
        let mut command = process::cargo();
        command
            .args(["binstall", "--no-confirm", "--root"])
            .arg(&self.folder)
            .arg(format!("{}@{}", self.package, self.version));
        command
    }

    fn install(&self) -> Command {
        let mut command = process::cargo();
        command
            .args(["install", "--force", "--root"])
            .arg(&self.folder);
        if self.locked {
            command.arg("--locked");
        }
        command
            .arg(format!("{}@{}", self.package, self.version))
            // Unlocked, only dependencies that this compiler can build.
            .env("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback");
        command
    }
}

/// Whether cargo-binstall, which fetches ready programs, is there.
pub(crate) fn has_binstall() -> bool {
    process::find("cargo-binstall").is_some()
}

/// The folder above the tools' folders.
pub(crate) fn cache() -> Result<PathBuf> {
    // An empty variable counts as none, as the XDG specification has it.
    let var = |name| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    if let Some(folder) = var("ARTICLE_CARDS_TOOLS") {
        return std::path::absolute(&folder).map_err(|error| {
            Error::new(format!(
                "ARTICLE_CARDS_TOOLS is {}: {error}",
                folder.display()
            ))
        });
    }
    var("XDG_CACHE_HOME")
        .filter(|folder| folder.is_absolute())
        .or_else(|| var("LOCALAPPDATA").filter(|_| cfg!(windows)))
        .or_else(|| Some(env::home_dir()?.join(".cache")))
        .map(|folder| folder.join(Path::new("article-cards")))
        .ok_or_else(|| {
            Error::new("no home directory: set ARTICLE_CARDS_TOOLS to a folder for the tools")
        })
}
