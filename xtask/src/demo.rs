//! `cargo xtask demo`: the demo page, built and served by Trunk.

use std::env;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use xshell::{Cmd, cmd};

use crate::package::{self, Profile};
use crate::process::{self, log, shell};
use crate::project::Project;
use crate::{generate, node, rust, tools, version};

/// The folder of the built page.
const DIST: &str = "dist";

/// For about how many minutes a single processor compiles package and page, when nothing is compiled yet.
const MINUTES: usize = 5;

/// Build and serve the demo page.
///
/// Serves it on 127.0.0.1 and rebuilds it after each change of a source.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The port
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the page in the browser
    #[arg(long, conflicts_with = "build_only")]
    open: bool,
    /// Only build the page, into dist/
    #[arg(long)]
    build_only: bool,
    /// Optimize for build time, not for size
    #[arg(long)]
    debug: bool,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    if args.build_only {
        build(project, args.debug)
    } else {
        serve(project, args)
    }
}

/// Builds what the page shows and is missing or older than its sources: the npm package, and the
/// generated files. Trunk runs this before each build, as `Trunk.toml` says.
pub(crate) fn prepare(project: &Project) -> Result<()> {
    let is_debug = env::var("TRUNK_PROFILE").as_deref() != Ok("release");
    prepare_with(project, is_debug)
}

fn prepare_with(project: &Project, debug: bool) -> Result<()> {
    generate::write()?;
    rust::ensure_target()?;
    let profile = match debug {
        true => Profile::Debug,
        false => Profile::Release,
    };
    package::ensure(project, profile)
}

/// Installs the missing tools of the build.
pub(crate) fn ensure_tools(project: &Project) -> Result<()> {
    ensure_rust_and_node(project)?;
    tools::wasm_bindgen(project)?.ensure()?;
    tools::trunk(project)?.ensure()
}

fn ensure_rust_and_node(project: &Project) -> Result<()> {
    rust::check_version(project)?;
    rust::ensure_target()?;
    node::ensure_packages(project)
}

/// Does all that Trunk is not needed for, so that Trunk finds it done.
///
/// If Trunk itself is missing, it and wasm-bindgen are built meanwhile: either alone leaves a processor
/// idle for a third of the time, for what needs only one, such as linking.
fn ensure_parts(project: &Project, debug: bool) -> Result<()> {
    let (bindgen, trunk) = (tools::wasm_bindgen(project)?, tools::trunk(project)?);
    if trunk.is_installed() {
        return ensure_tools(project);
    }
    let minutes = tools::wall_minutes(bindgen.minutes + trunk.minutes + MINUTES);
    log(format!("The first build takes about {minutes} min"));
    ensure_rust_and_node(project)?;
    thread::scope(|scope| {
        // In the order in which they are needed.
        let tools = scope.spawn(|| bindgen.ensure().and_then(|()| trunk.ensure()));
        let parts = prepare_with(project, debug).and_then(|()| compile(debug));
        if !tools.is_finished() {
            log("Waiting for the tools");
        }
        process::join(tools).and(parts)
    })
}

/// Compiles the page's program as Trunk does: name and profile are those of `index.html`.
fn compile(debug: bool) -> Result<()> {
    log("Compiling the demo page");
    let profile = if debug { "dev" } else { "page" };
    let target = ["--target", rust::TARGET, "--profile", profile];
    cmd!(shell(), "cargo build {target...} --bin demo").run()?;
    Ok(())
}

/// Builds the page into `dist/`.
pub(crate) fn build(project: &Project, debug: bool) -> Result<()> {
    ensure_parts(project, debug)?;
    log(format!("Building the demo page into {DIST}/"));
    trunk(project, "build", debug)?.run()?;
    log(format!(
        "The page is in {DIST}/: serve that folder under any path"
    ));
    Ok(())
}

fn serve(project: &Project, args: &Args) -> Result<()> {
    // First, so that an occupied port is reported before the build.
    let address = free_address(args.port)?;
    ensure_parts(project, args.debug)?;
    log("Building the demo page; its address follows");
    let (host, port) = (address.ip().to_string(), address.port().to_string());
    let trunk = trunk(project, "serve", args.debug)?
        .args(["--address", &host, "--port", &port])
        .args(args.open.then_some("--open"));
    let mut server = Command::from(trunk)
        .stdin(Stdio::null())
        .spawn()
        .context("cannot start Trunk")?;
    // Trunk listens as soon as the first build is done.
    let status = loop {
        if let Some(status) = server.try_wait().context("lost Trunk")? {
            break status;
        }
        if TcpStream::connect(address).is_ok() {
            log(format!(
                "The demo is at http://{address}/ (Ctrl+C stops it)"
            ));
            break server.wait().context("lost Trunk")?;
        }
        thread::sleep(Duration::from_millis(200));
    };
    ensure!(
        status.success(),
        "Trunk stopped ({status}): see its output above"
    );
    Ok(())
}

/// The local address with that port, if nothing listens there.
fn free_address(port: u16) -> Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .and_then(|listener| listener.local_addr())
        .with_context(|| format!("cannot serve on port {port}; choose another with --port"))
}

/// Trunk with the pinned tools first on its search path.
pub(crate) fn trunk(project: &Project, command: &str, debug: bool) -> Result<Cmd<'static>> {
    let (trunk, bindgen) = (tools::trunk(project)?, tools::wasm_bindgen(project)?);
    let binaryen = version::major(project.npm_version("binaryen")?).unwrap_or_default();
    let folders = [&*trunk.bin(), &*bindgen.bin(), &*node::bin(project)];
    let mut trunk = shell()
        .cmd(trunk.program("trunk"))
        .arg(command)
        .args((!debug).then_some("--release"))
        .env("PATH", process::path_with(&folders)?)
        .env("TRUNK_TOOLS_WASM_BINDGEN", &bindgen.version)
        .env("TRUNK_TOOLS_WASM_OPT", format!("version_{binaryen}"))
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk accepts only `true` and `false` in NO_COLOR, where the convention is any value.
    if env::var_os("NO_COLOR").is_some() {
        trunk = trunk.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    Ok(trunk)
}
