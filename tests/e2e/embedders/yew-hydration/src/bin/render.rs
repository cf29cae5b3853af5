//! Writes list and feed into the page that Trunk has built.

use std::path::Path;
use std::{env, fs};

use news::{News, NewsProps};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let json = fs::read_to_string("news.json")?;
    let feed = json.clone();
    let props = || NewsProps { json: feed.into() };
    let list = yew::ServerRenderer::<News>::with_props(props).render().await;
    // No text of the feed ends the script.
    let json = json.replace('<', r"\u003c");
    let page = Path::new(&env::var("TRUNK_STAGING_DIR")?).join("index.html");
    let html = fs::read_to_string(&page)?
        .replace(r#"type="application/json">"#, &format!(r#"type="application/json">{json}"#))
        .replace("<body>", &format!("<body>{list}"));
    fs::write(page, html)?;
    Ok(())
}
