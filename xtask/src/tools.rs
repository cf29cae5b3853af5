//! Tools that cargo installs: built once into a cache folder outside the repository, one folder for
//! each version, so that nothing is installed globally and versions do not collide. They are built
//! unoptimized: most of the time, they wait for others.

use std::fs::{self, File};
use std::path::PathBuf;
use std::time::Instant;
use std::{env, thread};

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::process::{self, log, shell};
use crate::project::Project;

/// A tool that cargo installs.
pub(crate) struct Tool {
    pub(crate) name: &'static str,
    /// The pinned version.
    pub(crate) version: String,
    package: &'static str,
    programs: Vec<&'static str>,
    /// Arguments of `cargo install`. With its own lock file, unless it builds only without: the newest
    /// versions of the dependencies may not fit any more.
    arguments: &'static [&'static str],
    /// For about how many minutes a single processor builds it.
    pub(crate) minutes: usize,
    folder: PathBuf,
}

/// Trunk, which builds and serves the demo. Without encrypted connections and the search for updates: it
/// finds all of its tools here.
pub(crate) fn trunk(project: &Project) -> Result<Tool> {
    Ok(Tool {
        arguments: &["--locked", "--no-default-features"],
        minutes: 4,
        ..pinned(project, "trunk")?
    })
}

/// mdBook, which builds the site of the documentation.
pub(crate) fn mdbook(project: &Project) -> Result<Tool> {
    Ok(Tool {
        arguments: &["--locked", "--no-default-features", "--features", "search"],
        minutes: 3,
        ..pinned(project, "mdbook")?
    })
}

/// cargo-fuzz, which feeds random input to the targets in fuzz/.
pub(crate) fn cargo_fuzz(project: &Project) -> Result<Tool> {
    pinned(project, "cargo-fuzz")
}

/// cargo-deny, which checks licenses, sources and advisories of dependencies.
pub(crate) fn cargo_deny(project: &Project) -> Result<Tool> {
    pinned(project, "cargo-deny")
}

/// cargo-semver-checks, which compares public APIs.
pub(crate) fn cargo_semver_checks(project: &Project) -> Result<Tool> {
    pinned(project, "cargo-semver-checks")
}

/// geckodriver, which drives Firefox.
pub(crate) fn geckodriver(project: &Project) -> Result<Tool> {
    pinned(project, "geckodriver")
}

fn pinned(project: &Project, name: &'static str) -> Result<Tool> {
    let version = project.tool_version(name)?;
    Ok(Tool {
        name,
        package: name,
        programs: vec![name],
        arguments: &["--locked"],
        minutes: 3,
        folder: cache()?.join(format!("{name}-{version}")),
        version,
    })
}

/// wasm-bindgen's programs: one writes the JavaScript around the module, the other runs the
/// component tests. Without encrypted connections: the runner speaks to a browser on this machine.
pub(crate) fn wasm_bindgen(project: &Project) -> Result<Tool> {
    let version = project.wasm_bindgen.clone();
    Ok(Tool {
        name: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        programs: vec!["wasm-bindgen", "wasm-bindgen-test-runner"],
        arguments: &[
            "--no-default-features",
            "--bin=wasm-bindgen",
            "--bin=wasm-bindgen-test-runner",
            // The crates that work on the module: it takes 3 s for 85 MB, a second more than its own profile.
            "--config=profile.release.package.walrus.opt-level=1",
            "--config=profile.release.package.wasmparser.opt-level=1",
            "--config=profile.release.package.wasm-bindgen-cli-support.opt-level=1",
        ],
        minutes: 3,
        folder: cache()?.join(format!("wasm-bindgen-{version}")),
        version,
    })
}

impl Tool {
    /// The folder of its programs.
    pub(crate) fn bin(&self) -> PathBuf {
        self.folder.join("bin")
    }

    /// The path of one of its programs.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.bin()
            .join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    pub(crate) fn is_installed(&self) -> bool {
        self.programs
            .iter()
            .all(|name| self.program(name).is_file())
    }

    /// Installs it if it is missing. Prints little, because other steps run at the same time.
    pub(crate) fn ensure(&self) -> Result<()> {
        if self.is_installed() {
            return Ok(());
        }
        let _lock = self.lock()?;
        if self.is_installed() {
            return Ok(());
        }
        let Self { name, version, .. } = self;
        let folder = self.folder.display();
        if has_binstall() {
            log(format!("Downloading {name} {version} into {folder}"));
            match self.binstall() {
                Ok(()) if self.is_installed() => return Ok(()),
                Ok(()) => log("Some of its programs are missing; building it instead"),
                Err(error) => log(format!("{error}; building it instead")),
            }
        }
        log(format!(
            "Building {name} {version} into {folder}: up to {} min, once",
            self.minutes
        ));
        let start = Instant::now();
        self.install()
            .with_context(|| format!("cannot build {name} {version}"))?;
        ensure!(
            self.is_installed(),
            "{name} was installed, but its programs are not in {}: delete the folder and try again",
            self.bin().display()
        );
        log(format!(
            "Built {name} {version} in {:.0} s",
            start.elapsed().as_secs_f32()
        ));
        Ok(())
    }

    /// Waits while another thread or process installs it: each tool is built once.
    fn lock(&self) -> Result<File> {
        let file = self.folder.join("lock");
        let open = || {
            fs::create_dir_all(&self.folder)?;
            let lock = File::create(&file)?;
            if lock.try_lock().is_err() {
                log(format!("Waiting until {} is built", self.name));
                lock.lock()?;
            }
            Ok::<_, std::io::Error>(lock)
        };
        open().with_context(|| format!("cannot lock {}", file.display()))
    }

    fn binstall(&self) -> Result<()> {
        let (folder, package) = (&self.folder, self.package_version());
        process::run_silently(cmd!(
            shell(),
            "cargo binstall --no-confirm --root {folder} {package}"
        ))
    }

    fn install(&self) -> Result<()> {
        let (folder, package) = (&self.folder, self.package_version());
        let arguments = self.arguments;
        let install = cmd!(
            shell(),
            "cargo install --quiet --force --root {folder} {arguments...} {package}"
        )
        // Without a lock file, only dependencies that this compiler can build.
        .env("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback")
        // Trunk's own profile takes three times as long to build.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_LTO", "off");
        process::run_silently(install)
    }

    fn package_version(&self) -> String {
        format!("{}@{}", self.package, self.version)
    }
}

/// About how many minutes pass while this machine's processors do what takes one of them `minutes`.
pub(crate) fn wall_minutes(minutes: usize) -> usize {
    minutes.div_ceil(thread::available_parallelism().map_or(1, usize::from))
}

/// Whether cargo-binstall, which downloads prebuilt programs, is installed.
pub(crate) fn has_binstall() -> bool {
    process::find("cargo-binstall").is_some()
}

/// The folder that contains the tools' folders.
pub(crate) fn cache() -> Result<PathBuf> {
    if let Some(folder) = process::path_variable("ARTICLE_CARDS_TOOLS") {
        return std::path::absolute(&folder)
            .with_context(|| format!("ARTICLE_CARDS_TOOLS is {}", folder.display()));
    }
    process::path_variable("XDG_CACHE_HOME")
        .filter(|folder| folder.is_absolute())
        .or_else(|| process::path_variable("LOCALAPPDATA").filter(|_| cfg!(windows)))
        .or_else(|| Some(env::home_dir()?.join(".cache")))
        .map(|folder| folder.join("article-cards"))
        .context("there is no home directory: set ARTICLE_CARDS_TOOLS to a folder for the tools")
}
