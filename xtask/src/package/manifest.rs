//! The package's manifest: the template with what Cargo.toml defines.

use std::path::Path;

use anyhow::{Context, Result};

use super::{DEBUG, MANIFEST, Profile, SOURCES, read};
use crate::project::Project;

/// The line of the template after which the lines from Cargo.toml are inserted.
const NAME: &str = "\"name\": \"article-cards\",";

/// Writes the manifest into the package.
pub(super) fn write(project: &Project, folder: &Path, profile: Profile) -> Result<()> {
    let template = read(&Path::new(SOURCES).join(MANIFEST))?;
    let suffix = match profile {
        Profile::Release => "",
        Profile::Debug => DEBUG,
    };
    let version = format!("{}{suffix}", project.version);
    let repository = project.repository.as_deref();
    let text = completed(&template, &version, &project.license, repository)?;
    super::write(&folder.join(MANIFEST), &text)
}

/// The template is edited as text, because the order of its conditions matters.
fn completed(
    template: &str,
    version: &str,
    license: &str,
    repository: Option<&str>,
) -> Result<String> {
    let (start, rest) = template
        .split_once(NAME)
        .with_context(|| format!("{SOURCES}/{MANIFEST} has no line {NAME}"))?;
    let mut lines = format!("{NAME}\n  \"version\": \"{version}\",\n  \"license\": \"{license}\",");
    if let Some(address) = repository {
        lines += &format!(
            "\n  \"repository\": {{\n    \"type\": \"git\",\n    \"url\": \"git+{address}.git\"\n  }},"
        );
    }
    Ok(format!("{start}{lines}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::completed;

    #[test]
    fn version_license_and_repository_follow_the_name() {
        let template = "{\n  \"name\": \"article-cards\",\n  \"type\": \"module\"\n}\n";
        let start = "{\n  \"name\": \"article-cards\",\n  \"version\": \"1.2.3\",\n  \"license\": \"MIT\",\n";
        let end = "  \"type\": \"module\"\n}\n";
        let repository = "  \"repository\": {\n    \"type\": \"git\",\n    \"url\": \"git+https://code.example/cards.git\"\n  },\n";
        let with = |repository| completed(template, "1.2.3", "MIT", repository).ok();
        assert_eq!(with(None), Some(format!("{start}{end}")));
        assert_eq!(
            with(Some("https://code.example/cards")),
            Some(format!("{start}{repository}{end}"))
        );
        assert!(completed("{}", "1.2.3", "MIT", None).is_err());
    }
}
