//! Trunk, which builds and serves the pages that are written in Rust.

use std::env;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use xshell::Cmd;

use crate::process::{self, log, shell};
use crate::project::Project;
use crate::{node, rust, tools, version};

/// A page that Trunk builds.
pub(crate) struct Page {
    /// What it is called in messages.
    pub(crate) name: &'static str,
    /// Trunk's configuration of it.
    pub(crate) config: &'static str,
    /// The folder of the built page, as the configuration names it.
    pub(crate) dist: &'static str,
    /// Installs the tools, and does what can be done meanwhile; unoptimized if the flag is set.
    pub(crate) prepare: fn(&Project, bool) -> Result<()>,
}

/// What all commands have that serve a page.
#[derive(clap::Args)]
pub(crate) struct ServeArgs {
    /// The port
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the page in the browser
    #[arg(long, conflicts_with = "build_only")]
    open: bool,
    /// Only build the page
    #[arg(long)]
    build_only: bool,
}

impl Page {
    /// Builds the page, or builds and serves it, as the arguments say.
    pub(crate) fn run(&self, project: &Project, args: &ServeArgs, debug: bool) -> Result<()> {
        if args.build_only {
            self.build(project, debug)
        } else {
            self.serve(project, args, debug)
        }
    }

    /// Builds the page into its folder.
    pub(crate) fn build(&self, project: &Project, debug: bool) -> Result<()> {
        (self.prepare)(project, debug)?;
        let Self { name, dist, .. } = self;
        log(format!("Building the {name} into {dist}/"));
        self.trunk(project, "build", debug)?.run()?;
        log(format!(
            "The {name} is in {dist}/: serve that folder under any path"
        ));
        Ok(())
    }

    fn serve(&self, project: &Project, args: &ServeArgs, debug: bool) -> Result<()> {
        // First, so that an occupied port is reported before the build.
        let address = free_address(args.port)?;
        (self.prepare)(project, debug)?;
        let name = self.name;
        log(format!("Building the {name}; its address follows"));
        let (host, port) = (address.ip().to_string(), address.port().to_string());
        let trunk = self
            .trunk(project, "serve", debug)?
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
                    "The {name} is at http://{address}/ (Ctrl+C stops it)"
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

    fn trunk(&self, project: &Project, name: &str, debug: bool) -> Result<Cmd<'static>> {
        Ok(command(project, name, debug)?.args(["--config", self.config]))
    }
}

/// Installs the missing tools of the build.
pub(crate) fn ensure_tools(project: &Project) -> Result<()> {
    ensure_rust_and_node(project)?;
    tools::wasm_bindgen(project)?.ensure()?;
    tools::trunk(project)?.ensure()
}

/// Installs what the tools' own builds don't need.
pub(crate) fn ensure_rust_and_node(project: &Project) -> Result<()> {
    rust::check_version(project)?;
    rust::ensure_target()?;
    node::ensure_packages(project)
}

/// The local address with that port, if nothing listens there.
fn free_address(port: u16) -> Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .and_then(|listener| listener.local_addr())
        .with_context(|| format!("cannot serve on port {port}; choose another with --port"))
}

/// Trunk with the pinned tools first on its search path.
pub(crate) fn command(project: &Project, name: &str, debug: bool) -> Result<Cmd<'static>> {
    let (trunk, bindgen) = (tools::trunk(project)?, tools::wasm_bindgen(project)?);
    let binaryen = version::major(project.npm_version("binaryen")?).unwrap_or_default();
    let folders = [&*trunk.bin(), &*bindgen.bin(), &*node::bin(project)];
    let mut trunk = shell()
        .cmd(trunk.program("trunk"))
        .arg(name)
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
