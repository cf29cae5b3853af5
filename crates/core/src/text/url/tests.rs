use super::*;

/// Says which URLs took the slow way.
struct Refusing;

impl Resolver for Refusing {
    fn resolve(&self, _: &str, _: Option<&str>) -> Option<String> {
        None
    }
}

#[test]
fn the_usual_needs_no_resolver() {
    for url in [
        "https://x.example/",
        "http://www.x-y.example/2023/04/a_b.html?a=b&c=%20#d",
        "https://x.example//a/...;/.b/%2fe.png?w=1,2&u=https://y.example/../",
        "https://localhost/it's",
    ] {
        assert_eq!(link(&Refusing, url, None).as_deref(), Some(url));
        assert_eq!(link(&UrlStandard, url, None).as_deref(), Some(url));
    }
    let data = format!("data:image/png;base64,{}", "Qk+/".repeat(1_000_000));
    assert_eq!(image(&Refusing, &data, None), Some(data));
    assert_eq!(
        domain(&Refusing, "www.x.example").as_deref(),
        Some("www.x.example")
    );
}

#[test]
fn links() {
    let base = Some("https://x.example/news/index.json");
    for (url, href) in [
        ("", Some("https://x.example/news/index.json")),
        ("a.html", Some("https://x.example/news/a.html")),
        ("//y.example", Some("https://y.example/")),
        (
            " HTTP://X.Example:80/a/%2E%2e/b \n",
            Some("http://x.example/b"),
        ),
        ("ht\ttp://x.example/'?'#'", Some("http://x.example/'?%27#'")),
        ("https:\\\\x.example\\a", Some("https://x.example/a")),
        ("https://0x7f.1/", Some("https://127.0.0.1/")),
        ("https://x.1/", None),
        ("https://x.example:99999/", None),
        ("https:///x", Some("https://x/")),
        (
            "https://ä.example/ä",
            Some("https://xn--4ca.example/%C3%A4"),
        ),
        ("javascript:alert(1)", None),
        ("data:image/png,", None),
        ("mailto:a@x.example", None),
        ("ftp://x.example/", None),
        ("//[", None),
    ] {
        assert_eq!(link(&UrlStandard, url, base).as_deref(), href, "{url}");
    }
    assert_eq!(link(&UrlStandard, "a.html", None), None);
}

#[test]
fn images() {
    for (url, is_kept) in [
        ("https://x.example/a.svg", true),
        ("data:image/png,", true),
        ("da\tta:image/JPEG;charset=x;base64,AAAA", true),
        ("\u{1} DATA:IMAGE/webp ; q=1,a b", true),
        ("data: image/gif;base64 ,AAAA", true),
        ("data:image/avif,a#b", true),
        ("data:image/svg+xml,<svg/>", false),
        ("data:image/svg+xml;image/png,<svg/>", false),
        ("data:image/png", false),
        ("data:image/png#,", false),
        ("data:image/png?,", false),
        ("data:image%2fpng,", false),
        ("data:image/,", false),
        ("data:,image/png", false),
        ("data:text/html,<script>", false),
        ("data:", false),
        ("blob:https://x.example/1", false),
    ] {
        assert_eq!(image(&UrlStandard, url, None).is_some(), is_kept, "{url}");
    }
}

#[test]
fn domains() {
    let long = format!("{}example", "a.".repeat(123));
    for (text, domain_of) in [
        ("hack.example", Some("hack.example")),
        (" Hack.Example. ", Some("hack.example.")),
        ("localhost", Some("localhost")),
        ("a_b.example", Some("a_b.example")),
        ("BÜCHER。example", Some("xn--bcher-kva.example")),
        (long.as_str(), Some(long.as_str())),
        (&format!("a.{long}"), None),
        ("", None),
        (".", None),
        ("a..example", None),
        ("a b.example", None),
        ("a\tb.example", None),
        ("x.example/", None),
        ("x.example:80", None),
        ("me@x.example", None),
        ("x.example?", None),
        ("%61.example", None),
        ("1.2.3.4", None),
        ("1.2.3.4.", None),
        ("0x7f.1", None),
        ("１２７.1", None),
        ("a.1", None),
        ("[::1]", None),
        ("xn--a.example", None),
        ("℀.example", None),
    ] {
        assert_eq!(domain(&UrlStandard, text).as_deref(), domain_of, "{text}");
    }
}

#[test]
fn parts() {
    for (href, origin_of, host_of) in [
        (
            "https://x.example/@:/",
            Some("https://x.example"),
            Some("x.example"),
        ),
        (
            "http://a:b@x.example:81/",
            Some("http://x.example:81"),
            Some("x.example"),
        ),
        ("https://[::1]/", Some("https://[::1]"), Some("[::1]")),
        (
            "https://x.example?@y.example",
            Some("https://x.example"),
            Some("x.example"),
        ),
        ("data:image/png,", None, None),
        ("/a", None, None),
    ] {
        assert_eq!(origin(href).as_deref(), origin_of);
        assert_eq!(host(href), host_of);
    }
}
