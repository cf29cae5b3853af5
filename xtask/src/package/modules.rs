//! The WebAssembly modules of the package, and the JavaScript around each.

use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::cmd;

use super::{FOLDER, Profile, bindings, build_id, copy, read, write};
use crate::process::shell;
use crate::project::Project;
use crate::{module, rust, tools};

/// The name that the compiler gives all modules.
const COMPILED: &str = "article_cards_wasm.wasm";

/// A module of the package, and the JavaScript around it.
pub(crate) struct Module {
    file: &'static str,
    pub(super) bindings: &'static str,
    /// The feature of `article-cards-wasm` with its exports.
    feature: &'static str,
}

/// The module of the custom element.
pub(crate) const WIDGET: Module = Module {
    file: "article_cards.wasm",
    bindings: "bindings",
    feature: "element",
};

/// The module of `createEngine`.
pub(super) const ENGINE: Module = Module {
    file: "article_cards_engine.wasm",
    bindings: "engine-bindings",
    feature: "engine",
};

/// The module that converts feeds of XML, for both.
pub(super) const XML: Module = Module {
    file: "article_cards_xml.wasm",
    bindings: "xml-bindings",
    feature: "xml",
};

impl Module {
    /// Writes the compiled module and its bindings into the package.
    pub(super) fn write(&self, project: &Project, profile: Profile) -> Result<()> {
        let (folder, compiled) = (Path::new(FOLDER), self.unoptimized(project));
        let module = folder.join(self.file);
        let bindings = format!("{}.js", self.bindings);
        let mut script = read(&bindings_folder(project).join(&bindings))?;
        match profile {
            Profile::Release => {
                script = module::optimize(project, &compiled, &module)?.apply(&script)?;
            }
            Profile::Debug => copy(&compiled, &module)?,
        }
        let script = build_id::add(&module, &bindings::factory(&script)?)?;
        write(&folder.join(bindings), &script)
    }

    /// Compiles the module, and generates the JavaScript around it. Returns cargo's messages, which name
    /// the crates that were compiled for it.
    pub(super) fn compile(&self, project: &Project, profile: Profile) -> Result<String> {
        let sh = shell();
        let (cargo, output) = match profile {
            Profile::Release => (rust::optimize_for_size("rustc")?, "release"),
            Profile::Debug => {
                rust::ensure_target()?;
                let target = rust::TARGET;
                (cmd!(sh, "cargo rustc --target {target}"), "debug")
            }
        };
        let messages = cargo
            .arg("--message-format=json-render-diagnostics")
            .args(["--package", "article-cards-wasm", "--no-default-features"])
            .args(["--features", self.feature])
            .args(["--lib", "--crate-type", "cdylib"])
            .read()?;
        let compiled = project.target.join(rust::TARGET).join(output);
        // Not before: in a first run, it is built meanwhile.
        let bindgen = tools::wasm_bindgen(project)?;
        bindgen.ensure()?;
        // A script that is one function, which can be called for each instance.
        let form = ["--target", "no-modules", "--omit-default-module-path"];
        let (wasm_bindgen, output) = (bindgen.program("wasm-bindgen"), bindings_folder(project));
        let (names, module) = (["--out-name", self.bindings], compiled.join(COMPILED));
        cmd!(
            sh,
            "{wasm_bindgen} --no-typescript {form...} {names...} --out-dir {output} {module}"
        )
        .run()?;
        Ok(messages)
    }

    /// The module of the last build, before it was optimized.
    pub(crate) fn unoptimized(&self, project: &Project) -> PathBuf {
        bindings_folder(project).join(format!("{}_bg.wasm", self.bindings))
    }
}

fn bindings_folder(project: &Project) -> PathBuf {
    project.scratch().join("package")
}
