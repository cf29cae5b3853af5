//! The server that `--to` names.

use url::Url;

use super::super::exit::Failure;
use super::super::source_arguments;
use super::credentials::Credentials;
use super::http::Server;
use super::opensearch::OpenSearch;
use super::search_server::SearchServer;
use super::typesense::Typesense;

const TYPESENSE_KEY: &str = "TYPESENSE_API_KEY";
const OPENSEARCH_AUTHORIZATION: &str = "OPENSEARCH_AUTHORIZATION";

/// Returns the server of `--to`, in which a collection with a name can be.
///
/// # Errors
/// Fails if the kind or a URL is none, the name is not allowed, or the environment has no key.
pub(super) fn server(to: &[String], collection: &str) -> Result<Box<dyn SearchServer>, Failure> {
    let [kind, urls] = to else {
        return Err(Failure::new(
            "--to needs the kind of the server and its URL",
        ));
    };
    match kind.as_str() {
        "typesense" => {
            let nodes = nodes(kind, urls, TYPESENSE_KEY)?;
            let credentials = Credentials::required(
                "X-TYPESENSE-API-KEY",
                TYPESENSE_KEY,
                "may write collections, documents and aliases",
            )?;
            Ok(Box::new(Typesense(Server::new(nodes, credentials))))
        }
        "opensearch" => {
            let nodes = nodes(kind, urls, OPENSEARCH_AUTHORIZATION)?;
            check_index_name(collection)?;
            let credentials = Credentials::optional(
                "Authorization",
                OPENSEARCH_AUTHORIZATION,
                "the header's value, `Basic …`, `ApiKey …` or `Bearer …`,",
                "may write indices, documents and aliases",
            )?;
            Ok(Box::new(OpenSearch(Server::new(nodes, credentials))))
        }
        _ => Err(Failure::new(format!(
            "--to {kind}: not a kind of server that is known: write --to typesense URL or --to opensearch URL"
        ))),
    }
}

/// Parses the URLs of a server's nodes, which have white space between them.
fn nodes(kind: &str, urls: &str, variable: &str) -> Result<Vec<Url>, Failure> {
    let nodes: Result<Vec<Url>, Failure> = urls
        .split_whitespace()
        .map(|url| node(kind, url, variable))
        .collect();
    match nodes {
        Ok(nodes) if nodes.is_empty() => Err(Failure::new(format!("--to {kind}: there is no URL"))),
        nodes => nodes,
    }
}

fn node(kind: &str, url: &str, variable: &str) -> Result<Url, Failure> {
    let mut url = source_arguments::url(url)
        .map_err(|problem| Failure::new(format!("--to {kind} {url}: {problem}")))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Failure::new(format!(
            "--to: the URL has a name or a password: leave it out, the key is read from {variable}"
        )));
    }
    // So that paths are resolved below it.
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    url.set_query(None);
    url.set_fragment(None);
    Ok(url)
}

/// Checks that an index can have a name.
fn check_index_name(name: &str) -> Result<(), Failure> {
    let has_capitals = name.bytes().any(|byte| byte.is_ascii_uppercase());
    match has_capitals || name.starts_with(['_', '-']) {
        true => Err(Failure::new(format!(
            "--collection {name}: OpenSearch wants a name without capital letters that begins with a letter or digit"
        ))),
        false => Ok(()),
    }
}
