//! `cargo xtask demo`: the demo page, built and served by Trunk.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Command, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

use lexopt::Parser;
use lexopt::prelude::*;

use crate::error::{Context, Error, Result};
use crate::process::{self, say};
use crate::project::Project;
use crate::{help, node, package, rust, tools, version};

/// Where the built page lies.
pub(crate) const DIST: &str = "dist";

const HELP: &str = "\
Usage: cargo xtask demo [flags]

Builds the npm package, whose element the page also shows, and the demo page, and serves it on
127.0.0.1. The page is built anew after each change of a source, the package is not. Installs what is missing first.

  --port <number>  the port (8080)
  --open           open the page in the browser
  --build-only     only build, into dist/
  --debug          build fast instead of small
  -h, --help       this text
";

struct Flags {
    port: u16,
    open: bool,
    build_only: bool,
    debug: bool,
}

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    let mut flags = Flags {
        port: 8080,
        open: false,
        build_only: false,
        debug: false,
    };
    while let Some(arg) = args.next()? {
        match arg {
            Long("port") => flags.port = args.value()?.parse()?,
            Long("open") => flags.open = true,
            Long("build-only") => flags.build_only = true,
            Long("debug") => flags.debug = true,
            Short('h') | Long("help") => return Ok(help(HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    if flags.build_only && flags.open {
        return Err(Error::usage(
            "--open serves, --build-only does not: choose one",
        ));
    }
    let project = Project::open()?;
    if flags.build_only {
        package::build(&project)?;
        build(&project, flags.debug)?;
        Ok(ExitCode::SUCCESS)
    } else {
        serve(&project, &flags)
    }
}

/// Installs what the build needs and is missing.
pub(crate) fn ensure(project: &Project) -> Result<()> {
    rust::check_version(project)?;
    rust::ensure_target()?;
    node::ensure_packages(project)?;
    tools::wasm_bindgen(project)?.ensure()?;
    tools::trunk(project)?.ensure()
}

/// Builds the page into `dist/`, with the npm package that is in `pkg/`.
pub(crate) fn build(project: &Project, debug: bool) -> Result<()> {
    ensure(project)?;
    say(format!("Building the demo page into {DIST}/"));
    process::run(&mut trunk(project, "build", debug)?)?;
    say(format!(
        "The page is in {DIST}/: serve that folder under any path"
    ));
    Ok(())
}

fn serve(project: &Project, flags: &Flags) -> Result<ExitCode> {
    // Before anything is built: whoever has to wait should wait for something.
    let address = free_address(flags.port)?;
    ensure(project)?;
    package::build(project)?;
    say("Building the demo page; its address follows");
    let mut trunk = trunk(project, "serve", flags.debug)?;
    trunk
        .args(["--address", &address.ip().to_string()])
        .args(["--port", &address.port().to_string()]);
    if flags.open {
        trunk.arg("--open");
    }
    let mut server = trunk
        .stdin(Stdio::null())
        .spawn()
        .context(|| "cannot start Trunk".to_owned())?;
    // Trunk listens as soon as the first build is done.
    let status = loop {
        if let Some(status) = server.try_wait().context(|| "lost Trunk".to_owned())? {
            break status;
        }
        if TcpStream::connect(address).is_ok() {
            say(format!("The demo is at http://{address}/ (Ctrl+C ends it)"));
            break server.wait().context(|| "lost Trunk".to_owned())?;
        }
        thread::sleep(Duration::from_millis(200));
    };
    if status.success() {
        Ok(ExitCode::SUCCESS)
    } else {
        Err(Error::new(format!(
            "Trunk stopped ({status}); what it said stands above"
        )))
    }
}

/// The address of that port on this machine, if nothing listens there yet.
fn free_address(port: u16) -> Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .and_then(|listener| listener.local_addr())
        .context(|| format!("cannot serve on port {port} (another is chosen with --port)"))
}

/// Trunk with the pinned tools in front of all others, so that it looks no further for them.
pub(crate) fn trunk(project: &Project, command: &str, debug: bool) -> Result<Command> {
    let (trunk, bindgen) = (tools::trunk(project)?, tools::wasm_bindgen(project)?);
    let binaryen = version::major(project.npm_version("binaryen")?).unwrap_or_default();
    let folders = [&*trunk.bin(), &*bindgen.bin(), &*node::bin(project)];
    let mut process = Command::new(trunk.program("trunk"));
    process
        .arg(command)
        .env("PATH", process::path_with(&folders)?)
        .env("TRUNK_TOOLS_WASM_BINDGEN", &bindgen.version)
        .env("TRUNK_TOOLS_WASM_OPT", format!("version_{binaryen}"))
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes no NO_COLOR but `true` and `false`, where the convention is any value.
    if std::env::var_os("NO_COLOR").is_some() {
        process.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    if !debug {
        process.arg("--release");
    }
    Ok(process)
}
