//! Markdown files as sites really have them: front matter, dates, addresses, drafts.
#![allow(missing_docs)]

mod harness;

use harness::{Folder, each};
use serde_json::{Value, json};

/// Converts a file, and returns its only article.
fn article(name: &str, contents: &str, options: &[&str]) -> Value {
    let folder = Folder::new();
    folder.write(name, contents);
    let arguments = [&["convert", name, "--url", "https://x.example/"], options].concat();
    let mut articles = folder.run(&arguments).articles();
    assert_eq!(articles.len(), 1, "{name}");
    articles.remove(0)
}

/// Converts a folder of a site, and returns what the command prints.
fn convert(files: &[(&str, &str)], folder: &str, options: &[&str]) -> harness::Ran {
    let site = Folder::new();
    for (name, contents) in files {
        site.write(name, contents);
    }
    let arguments = [&["convert", folder, "--url", "https://x.example/"], options].concat();
    site.run(&arguments)
}

/// Returns the addresses of a site's articles, in the order of the feed.
fn addresses(files: &[(&str, &str)], folder: &str, options: &[&str]) -> Vec<String> {
    each(&convert(files, folder, options).articles(), "webUrl")
}

const POST: &str = "---\ntitle: Spring tide\ndate: 2024-03-05\n---\n\nText\n";

const PERMALINK: [&str; 2] = ["--permalink", "/:year/:month/:slug/"];

#[test]
fn drafts_are_left_out() {
    let draft = "---\ntitle: Not yet public\ndraft: true\ndate: 2024-03-05\n---\n\nText\n";
    let files = [("draft.md", draft), ("post.md", POST)];
    let ran = convert(&files, ".", &PERMALINK);
    assert_eq!(each(&ran.articles(), "title"), ["Spring tide"]);
    let kept = convert(&files, ".", &[&PERMALINK[..], &["--drafts"]].concat()).articles();
    assert_eq!(each(&kept, "title"), ["Not yet public", "Spring tide"]);
    assert_eq!(
        (&kept[0]["published"], &kept[0]["draft"]),
        (&json!(false), &Value::Null)
    );
    // Without an address either: it is not published.
    assert_eq!(convert(&files[..1], ".", &[]).articles(), [] as [Value; 0]);
    for yes in ["yes", "True", "\"true\"", "on"] {
        let files = [("a.md", draft.replace("true", yes))];
        let files: Vec<_> = files
            .iter()
            .map(|(name, text)| (*name, text.as_str()))
            .collect();
        assert_eq!(
            convert(&files, ".", &[]).articles(),
            [] as [Value; 0],
            "{yes}"
        );
    }
    let feed = [(
        "feed.json",
        r#"[{"title": "A", "draft": true}, {"title": "B", "draft": false}]"#,
    )];
    assert_eq!(each(&convert(&feed, ".", &[]).articles(), "title"), ["B"]);
    let folder = [("_drafts/a.md", POST), ("b.md", POST)];
    assert_eq!(convert(&folder, ".", &PERMALINK).articles().len(), 1);
    let site = Folder::new();
    site.write("_drafts/a.md", POST);
    let absolute = site.path().join("_drafts");
    for folder in ["_drafts", "_drafts/a.md", absolute.to_str().unwrap()] {
        for options in [&["--site", "jekyll"][..], &PERMALINK] {
            let arguments = [&["convert", folder][..], options].concat();
            assert_eq!(
                site.run(&arguments).articles(),
                [] as [Value; 0],
                "{folder}"
            );
        }
    }
}

#[test]
fn dates_in_names() {
    let undated = "---\ntitle: Spring tide\nlayout: post\n---\n\nText\n";
    for (name, date) in [
        ("2024-03-05-spring-tide.md", "2024-03-05"),
        ("2024-3-5-spring-tide.markdown", "2024-03-05"),
        ("2024_03_05_spring_tide.md", "2024-03-05"),
        ("blog/2024-03-05-spring-tide/index.md", "2024-03-05"),
        ("blog/2024/03-05-spring-tide/index.mdx", "2024-03-05"),
        ("blog/2024/03/05/spring-tide.md", "2024-03-05"),
    ] {
        let article = article(name, undated, &["--permalink", "/:slug/"]);
        assert_eq!(article["publishedDateTime"], date, "{name}");
        let slug = if name.contains("spring_") {
            "spring_tide"
        } else {
            "spring-tide"
        };
        let expected = format!("https://x.example/{}/", slug.replace('_', "-"));
        assert_eq!(article["webUrl"], expected, "{name}");
    }
    let own = article(
        "2024-03-05-a.md",
        "---\ntitle: A\ndate: 2020-01-01\n---\n",
        &PERMALINK,
    );
    assert_eq!(own["publishedDateTime"], "2020-01-01");
    assert_eq!(own["webUrl"], "https://x.example/2020/01/a/");
    // A date that is none is reported, and that of the name counts.
    let ran = convert(
        &[("2024-03-05-a.md", "---\ntitle: A\ndate: soon\n---\n")],
        ".",
        &PERMALINK,
    );
    assert!(
        ran.stderr
            .starts_with("./2024-03-05-a.md: publishedDateTime: not a date (line 3)\n"),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stdout.contains("https://x.example/2024/03/a/"),
        "{}",
        ran.stdout
    );
}

#[test]
fn an_article_without_an_address_is_a_finding() {
    for command in ["convert", "check"] {
        let folder = Folder::new();
        folder.write("52.md", POST);
        let ran = folder.run(&[command, "52.md"]);
        assert_eq!(ran.status, 1);
        let output = if command == "check" {
            &ran.stdout
        } else {
            &ran.stderr
        };
        assert_eq!(
            output,
            "52.md: no address: the card has no link (line 2)\n    write webUrl, or make addresses of \
             the files' names with --site or --permalink\n"
        );
        // With an address, even without the URL that it is relative to.
        folder
            .run(&[command, "52.md", "--permalink", "/:year/:slug/"])
            .fine();
        // An address that is invalid is reported once.
        folder.write("53.md", "---\ntitle: A\nwebUrl: /a\n---\n");
        let ran = folder.run(&[command, "53.md"]);
        assert_eq!(ran.status, 1);
        let output = if command == "check" {
            &ran.stdout
        } else {
            &ran.stderr
        };
        assert_eq!(output.matches("53.md").count(), 1, "{output}");
    }
    let article = article("a.md", POST, &PERMALINK);
    assert_eq!(article["webUrl"], "https://x.example/2024/03/a/");
    let undated = [("a.md", "---\ntitle: A\n---\n")];
    let ran = convert(&undated, ".", &PERMALINK);
    assert_eq!(ran.status, 1);
    assert!(
        ran.stderr
            .contains("no address, since there is no date to make it of (line 2)"),
        "{}",
        ran.stderr
    );
}

#[test]
fn permalinks() {
    let post = "---\nTitle: Über Häfen & more\nDate: 2024-03-05T23:30:00-08:00\nslug: High Tide\ncategories: [Ships, Sea Food]\n---\n";
    for (pattern, address) in [
        (
            "/:year/:month/:day/:slug/",
            "https://x.example/2024/03/05/high-tide/",
        ),
        (
            "/:categories/:title.html",
            "https://x.example/ships/sea-food/%C3%BCber-h%C3%A4fen-more.html",
        ),
        (
            "/:i_month-:i_day-:short_year/:filename",
            "https://x.example/3-5-24/a",
        ),
        ("blog/:slug", "https://x.example/blog/high-tide"),
        ("https://y.example/:slug", "https://y.example/high-tide"),
    ] {
        let article = article("a.md", post, &["--permalink", pattern]);
        assert_eq!(article["webUrl"], address);
    }
    // An article's own address counts first.
    for own in [
        "webUrl: https://o.example/a",
        "link: https://o.example/a",
        "Permalink: https://o.example/a",
        "url: //o.example/a",
    ] {
        let article = article(
            "a.md",
            &format!("---\ntitle: A\n{own}\n---\n"),
            &["--permalink", "/:slug/"],
        );
        let address = ["webUrl", "link", "permalink", "url"]
            .iter()
            .find_map(|key| article[*key].as_str());
        assert_eq!(address, Some("https://o.example/a"), "{own}");
    }
    let own = article(
        "a.md",
        "---\ntitle: A\ndate: 2024-03-05\npermalink: /:year/:title/\n---\n",
        &[],
    );
    assert_eq!(own["webUrl"], "https://x.example/2024/a/");
    let folder = Folder::of_articles(&[("a.md", "title: A")]);
    for (pattern, message) in [
        ("/:jahr/:slug/", "unknown :jahr; known are :year :month"),
        (
            "/news/",
            "all articles would have the same address: write :slug or :title",
        ),
    ] {
        let ran = folder.run(&["convert", "a.md", "--permalink", pattern]);
        assert_eq!(ran.status, 2);
        assert!(ran.stderr.contains(message), "{}", ran.stderr);
    }
}

#[test]
fn front_matter_of_each_kind() {
    let expected = json!(["Spring tide", "2024-03-05T08:30:00Z", ["ships"]]);
    for front_matter in [
        "---\ntitle: Spring tide\ndate: 2024-03-05T08:30:00Z\ntags: [ships]\n---\n",
        "\u{FEFF}---\r\nTITLE: Spring tide\r\nDate: 2024-03-05T08:30:00Z\r\nTags:\r\n  - ships\r\n---\r\nText",
        "---yaml\ntitle: Spring tide\ndate: 2024-03-05T08:30:00Z\ntags:\n- ships\n---",
        "+++\ntitle = \"Spring tide\"\ndate = 2024-03-05T08:30:00Z\ntags = [\"ships\"]\n+++\n\nText\n",
        "\u{FEFF}+++\r\nTitle = 'Spring tide'\r\nDate = 2024-03-05T08:30:00Z\r\ntags = ['ships']\r\n+++\r\n",
        "---toml\ntitle = 'Spring tide'\ndate = 2024-03-05 08:30:00Z\ntags = ['ships']\n---\n",
        "{\n  \"title\": \"Spring tide\",\n  \"date\": \"2024-03-05T08:30:00Z\",\n  \"tags\": [\"ships\"]\n}\n\nText {}\n",
        "---json\n{\"title\": \"Spring tide\", \"date\": \"2024-03-05T08:30:00Z\", \"tags\": [\"ships\"]}\n---\n",
        "\n---\ntitle: Spring tide\ndate: 2024-03-05T08:30:00Z\ntags: [ships]\n---\nimport A from './a.js'\n",
    ] {
        let article = article("a.mdx", front_matter, &["--permalink", "/:slug/"]);
        let found = json!([
            article["title"],
            article["publishedDateTime"],
            article["topics"]
        ]);
        assert_eq!(found, expected, "{front_matter}");
    }
    for (name, contents, message) in [
        ("a.md", "+++\ntitle = \"A\n+++\n", "a.md: invalid TOML: "),
        (
            "a.md",
            "+++\ntitle = \"A\"\n",
            "a.md: no line `+++` ends the front matter that starts here (line 1)",
        ),
        (
            "a.md",
            "{\n\"title\": \"A\",\n}\n",
            "a.md: invalid JSON: trailing comma (line 3, column 1)",
        ),
        (
            "a.md",
            "{\n\"title\": \"A\"\n",
            "a.md: no `}` ends the front matter that starts here (line 1)",
        ),
        (
            "a.mdx",
            "import A from 'a'\n\nText\n",
            "a.mdx: there is no front matter (line 1)",
        ),
    ] {
        let ran = convert(&[(name, contents)], name, &[]);
        assert_eq!(ran.status, 1);
        assert!(ran.stderr.starts_with(message), "{}", ran.stderr);
    }
    // A file about its folder is no article, unless it is named or has front matter.
    let readme = [("news/README.md", "# Read me"), ("news/a/readme.md", POST)];
    assert_eq!(
        addresses(&readme, "news", &PERMALINK),
        ["https://x.example/2024/03/a/"]
    );
    assert_eq!(convert(&readme, "news/README.md", &[]).status, 1);
    let without_name = Folder::new().run_with(&["convert", "-", "--site", "hugo"], POST);
    assert!(
        without_name
            .stderr
            .starts_with("-: no address: neither a name nor a title"),
        "{}",
        without_name.stderr
    );
    let standard_input = Folder::new().run_with(
        &["convert", "-", "--permalink", "/:slug/"],
        "+++\ntitle = 'Spring tide'\n+++\n",
    );
    assert_eq!(
        each(&standard_input.articles(), "webUrl"),
        ["/spring-tide/"]
    );
}

#[test]
fn names_in_any_case() {
    let article = article(
        "a.md",
        "---\nTITLE: A\nWebURL: https://x.example/a\nPubDate: 2024-03-05\nIMAGES:\n  - {URL: https://x.example/a.png, Width: 9}\nProvider: {Name: P}\n---\n",
        &[],
    );
    let expected = json!({
        "path": article["path"], "title": "A", "webUrl": "https://x.example/a", "publishedDateTime": "2024-03-05",
        "images": [{"url": "https://x.example/a.png", "width": 9}], "provider": {"name": "P"},
    });
    assert_eq!(article, expected);
    let folder = Folder::of_articles(&[("a.md", "Title: A\nTags: x\nwebUrl: https://x.example/a")]);
    folder.write("mapping.toml", "topics = \"Tags\"\n");
    let mapped = folder
        .run(&["convert", "a.md", "--mapping", "mapping.toml"])
        .articles();
    assert_eq!(
        (&mapped[0]["title"], &mapped[0]["topics"]),
        (&json!("A"), &json!("x"))
    );
}

#[test]
fn dates_are_written_by_rfc_3339() {
    for (date, written) in [
        ("2013-11-22 5:00:00 +0000", "2013-11-22T05:00:00Z"),
        ("2021-1-2", "2021-01-02"),
        ("2015-11-3 10:30:00", "2015-11-03T10:30:00Z"),
        ("2024/3/5", "2024-03-05"),
        ("Jul 08 2022", "2022-07-08"),
        ("1682532940", "2023-04-26T18:15:40Z"),
        ("2024-03-05", "2024-03-05"),
        (
            "2024-03-05T10:30:00.25+02:00",
            "2024-03-05T10:30:00.25+02:00",
        ),
    ] {
        for name in ["publishedDateTime", "date", "pubDate"] {
            let contents = format!("---\ntitle: A\n{name}: {date}\n---\n");
            let article = article("a.md", &contents, &["--permalink", "/:year/:slug/"]);
            assert_eq!(article["publishedDateTime"], written);
        }
    }
}

#[test]
fn hugo() {
    let front_matter = |more: &str| format!("+++\ntitle = 'A'\ndate = 2024-03-05\n{more}+++\n");
    let files = [
        ("hugo.toml", String::new()),
        ("content/_index.md", front_matter("")),
        ("content/posts/_index.md", front_matter("")),
        ("content/posts/First Post.md", front_matter("")),
        ("content/posts/2024-01-01-dated.md", front_matter("")),
        (
            "content/posts/bundle/index.md",
            front_matter("images = ['cover.jpg', '/i/x.png']\n"),
        ),
        (
            "content/posts/c.md",
            front_matter("slug = 'High Tide'\naliases = ['/old/']\n"),
        ),
        ("content/posts/d.md", front_matter("url = '/special/d/'\n")),
        ("content/posts/e.fr.md", front_matter("")),
        (
            "content/posts/future.md",
            front_matter("publishDate = 2999-01-01\n"),
        ),
        (
            "content/posts/expired.md",
            front_matter("expiryDate = 2024-03-06\n"),
        ),
        (
            "content/posts/headless.md",
            front_matter("headless = true\n"),
        ),
        (
            "content/posts/z.md",
            front_matter("featured_image = '/z.png'\n[params]\nauthor = 'N'\n"),
        ),
        ("static/data.json", "{}".to_owned()),
        ("node_modules/x/README.md", "# X".to_owned()),
    ];
    let files: Vec<_> = files
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    for folder in [".", "content"] {
        let articles = convert(&files, folder, &["--site", "hugo"]).articles();
        assert_eq!(
            each(&articles, "webUrl"),
            [
                "https://x.example/posts/2024-01-01-dated/",
                "https://x.example/posts/first-post/",
                "https://x.example/posts/bundle/",
                "https://x.example/posts/high-tide/",
                "https://x.example/special/d/",
                "https://x.example/fr/posts/e/",
                "https://x.example/posts/z/",
            ]
        );
        assert_eq!(
            articles[2]["images"],
            json!([{"url": "https://x.example/posts/bundle/cover.jpg"}, {"url": "https://x.example/i/x.png"}])
        );
        assert_eq!(articles[5]["locale"], "fr");
        assert_eq!(
            articles[6]["images"],
            json!([{"url": "https://x.example/z.png"}])
        );
        assert_eq!(articles[6]["authors"], "N");
    }
    // A site in a folder of its server.
    let site = Folder::new();
    site.write("content/posts/a.md", front_matter(""));
    let options = [
        "convert",
        "content",
        "--site",
        "hugo",
        "--url",
        "https://x.example/blog/",
    ];
    assert_eq!(
        each(&site.run(&options).articles(), "webUrl"),
        ["https://x.example/blog/posts/a/"]
    );
    // A site without its configuration.
    let site = Folder::new();
    site.write("posts/a.md", front_matter(""));
    let folder = site.path().to_str().unwrap();
    for (folder, generator, address) in [
        (folder, "eleventy", "/posts/a/"),
        ("posts", "eleventy", "/posts/a/"),
        (folder, "hugo", "/posts/a/"),
        (&format!("{folder}/posts"), "hugo", "/a/"),
        ("posts/a.md", "hugo", "/posts/a/"),
        ("posts", "docusaurus", "/blog/a"),
    ] {
        let ran = site.run(&["convert", folder, "--site", generator]);
        assert_eq!(
            each(&ran.articles(), "webUrl"),
            [address],
            "{folder} {generator}"
        );
    }
    // Hugo's :slug is the title without a slug.
    let titled = article(
        "content/posts/a.md",
        "---\ntitle: High water\ndate: 2024-03-05\n---\n",
        &["--site", "hugo", "--permalink", "/:sections/:year/:slug/"],
    );
    assert_eq!(titled["webUrl"], "https://x.example/posts/2024/high-water/");
}

#[test]
fn jekyll() {
    let post = "---\nlayout: post\ntitle: A\n---\n";
    let files = [
        ("_config.yml", ""),
        ("README.md", "# Read me"),
        ("about.md", "---\ntitle: About\npermalink: /about/\n---\n"),
        ("_posts/2024-03-09-Spring-Tide.md", post),
        (
            "news/_posts/2024-03-08-a.md",
            "---\ntitle: A\ncategories: Ships sea\n---\n",
        ),
        (
            "_posts/2024/2024-03-07-b.md",
            "---\ntitle: B\npermalink: /b/:title/\n---\n",
        ),
        (
            "_posts/2024-03-06-c.markdown",
            "---\ntitle: C\nslug: other\npermalink: pretty\n---\n",
        ),
        (
            "_posts/2024-03-05-d.md",
            "---\ntitle: D\ndate: 2024-03-04 23:30:00 -0800\n---\n",
        ),
        ("_posts/2024-03-04-e-e.md", "---\nlayout: post\n---\n"),
        (
            "_posts/2024-03-03-f.md",
            "---\ntitle: F\npublished: false\n---\n",
        ),
        ("_posts/2999-03-03-g.md", post),
        ("_drafts/h.md", post),
        ("_posts/i.md", post),
    ];
    let articles = convert(&files, ".", &["--site", "jekyll"]).articles();
    assert_eq!(
        each(&articles, "webUrl"),
        [
            "https://x.example/2024/03/09/Spring-Tide.html",
            "https://x.example/ships/sea/news/2024/03/08/a.html",
            "https://x.example/b/b/",
            "https://x.example/2024/03/06/other/",
            "https://x.example/2024/03/05/d.html",
            "https://x.example/2024/03/04/e-e.html",
        ]
    );
    assert_eq!(articles[1]["category"], json!(["Ships", "sea", "news"]));
    assert_eq!(articles[5]["title"], "E E");
    let lists = article(
        "56-words-as-list.md",
        "---\ntitle: Spring tide\ncategories: ships tides\ntags: a, b\n---\n",
        &["--site", "jekyll", "--permalink", "/:categories/:title/"],
    );
    assert_eq!(
        (&lists["category"], &lists["topics"]),
        (&json!(["ships", "tides"]), &json!(["a", "b"]))
    );
    assert_eq!(
        lists["webUrl"],
        "https://x.example/ships/tides/56-words-as-list/"
    );
    let more = article(
        "_posts/2024-03-05-a.md",
        "---\ntitle: A\ncategory: news\ntags: [x, y z]\ntag: w\nimage: {path: /a.png, alt: B, width: 9}\n---\n",
        &["--site", "jekyll"],
    );
    assert_eq!(
        (&more["category"], &more["topics"]),
        (&json!(["news"]), &json!(["x", "y z", "w"]))
    );
    assert_eq!(
        more["images"],
        json!([{"url": "https://x.example/a.png", "title": "B", "width": 9}])
    );
}

#[test]
fn astro() {
    let files = [
        ("astro.config.mjs", ""),
        (
            "src/content/blog/first-post.md",
            "---\ntitle: 'First post'\npubDate: 'Jul 08 2022'\nheroImage: '../../assets/a.jpg'\n---\n",
        ),
        (
            "src/content/blog/Using MDX.mdx",
            "---\ntitle: MDX\npubDate: 'Jun 01 2022'\nheroImage: /b.jpg\n---\nimport X from '../x.astro';\n",
        ),
        (
            "src/content/blog/deep/index.md",
            "---\ntitle: Deep\npubDate: 2022-05-01\n---\n",
        ),
        (
            "src/content/blog/c.md",
            "---\ntitle: C\nslug: other\npublished: 2022-04-01\n---\n",
        ),
        ("src/content/blog/_draft.md", "---\ntitle: D\n---\n"),
        (
            "src/pages/posts/post-1.md",
            "---\ntitle: P\npubDate: 2022-03-01\nimage:\n  url: 'https://y.example/p.png'\n  alt: 'P'\n---\n",
        ),
    ];
    let articles = convert(&files, "src", &["--site", "astro"]).articles();
    assert_eq!(
        each(&articles, "webUrl"),
        [
            "https://x.example/blog/first-post/",
            "https://x.example/blog/using-mdx/",
            "https://x.example/blog/deep/",
            "https://x.example/blog/other/",
            "https://x.example/posts/post-1/",
        ]
    );
    // Only Astro knows the address of a picture that it processes.
    assert_eq!(articles[0]["images"], json!([]));
    assert_eq!(
        articles[1]["images"],
        json!([{"url": "https://x.example/b.jpg"}])
    );
    assert_eq!(articles[3]["publishedDateTime"], "2022-04-01");
    assert_eq!(
        articles[4]["images"],
        json!([{"url": "https://y.example/p.png", "title": "P"}])
    );
}

#[test]
fn eleventy() {
    let files = [
        ("eleventy.config.js", ""),
        ("package.json", "{}"),
        (
            "content/blog/firstpost.md",
            "---\ntitle: A\ndate: 2024-03-09\ntags: [post, ships]\n---\n",
        ),
        (
            "content/blog/2024-03-08-second.md",
            "---\ntitle: B\ntags: posts\n---\n",
        ),
        (
            "content/blog/third/third.md",
            "---\ntitle: C\ndate: 2024-03-07\npermalink: \"/c/{{ page.fileSlug }}/\"\n---\n",
        ),
        (
            "content/blog/fourth/index.md",
            "---json\n{\"title\": \"D\", \"date\": \"2024-03-06\"}\n---\n",
        ),
        (
            "content/blog/fifth.md",
            "---\ntitle: E\ndate: 2024-03-05\npermalink: /e/index.html\n---\n",
        ),
        (
            "content/blog/f.md",
            "---\ntitle: F\npermalink: false\n---\n",
        ),
        (
            "content/blog/g.md",
            "---\ntitle: G\neleventyExcludeFromCollections: true\n---\n",
        ),
    ];
    let articles = convert(&files, ".", &["--site", "eleventy"]).articles();
    assert_eq!(
        each(&articles, "webUrl"),
        [
            "https://x.example/blog/firstpost/",
            "https://x.example/blog/second/",
            "https://x.example/c/third/",
            "https://x.example/blog/fourth/",
            "https://x.example/e/",
        ]
    );
    assert_eq!(
        (&articles[0]["topics"], &articles[1]["topics"]),
        (&json!(["ships"]), &json!([]))
    );
    let template = [(
        "posts/a.md",
        "---\ntitle: A\npermalink: \"/{{ lang }}/a/\"\n---\n",
    )];
    let ran = convert(&template, "posts", &["--site", "eleventy"]);
    assert!(
        ran.stderr
            .starts_with("posts/a.md: permalink: a template, which is not evaluated (line 3)"),
        "{}",
        ran.stderr
    );
    let named = addresses(
        &template,
        "posts",
        &["--site", "eleventy", "--permalink", "/p/:slug/"],
    );
    assert_eq!(named, ["https://x.example/p/a/"]);
}

#[test]
fn docusaurus() {
    let files = [
        ("docusaurus.config.js", ""),
        (
            "blog/2024-03-09-spring-tide.md",
            "---\ntitle: A\nauthors: [{name: N}]\ntags: [{label: Ships, permalink: /ships}]\nimage: /img/a.png\n---\n",
        ),
        (
            "blog/2024/03-08-x/index.mdx",
            "---\ntitle: B\nimage: ./b.png\n---\n",
        ),
        ("blog/2024/03/07-y.md", "---\ntitle: C\n---\n"),
        (
            "blog/2024-03-06-z.md",
            "---\ntitle: D\nslug: /welcome\n---\n",
        ),
        ("blog/e.md", "---\ndate: 2024-03-05\n---\n\n# High tide\n"),
        ("blog/2024-03-04-no-title.md", "---\ntags: [x]\n---\nText\n"),
        ("blog/_partial.mdx", "Text"),
        (
            "blog/2024-03-04-u.md",
            "---\ntitle: U\nunlisted: true\n---\n",
        ),
    ];
    let articles = convert(&files, "blog", &["--site", "docusaurus"]).articles();
    assert_eq!(
        each(&articles, "webUrl"),
        [
            "https://x.example/blog/2024/03/09/spring-tide",
            "https://x.example/blog/2024/03/08/x",
            "https://x.example/blog/2024/03/07/y",
            "https://x.example/blog/welcome",
            "https://x.example/blog/e",
            "https://x.example/blog/2024/03/04/no-title",
        ]
    );
    assert_eq!(
        each(&articles, "title"),
        ["A", "B", "C", "D", "High tide", "no-title"]
    );
    assert_eq!(
        each(&articles, "publishedDateTime"),
        [
            "2024-03-09",
            "2024-03-08",
            "2024-03-07",
            "2024-03-06",
            "2024-03-05",
            "2024-03-04",
        ]
    );
    assert_eq!(articles[0]["topics"], json!([{"label": "Ships"}]));
    assert_eq!(
        articles[0]["images"],
        json!([{"url": "https://x.example/img/a.png"}])
    );
    assert_eq!(articles[1]["images"], json!([]));
}

#[test]
fn relative_addresses_become_absolute() {
    let folder = Folder::new();
    folder.write(
        "feed.json",
        r#"[{"title": "A", "webUrl": "/a", "images": [{"url": "b.png"}, "c.png", "self"], "provider": {"name": "/n", "images": [{"url": "i.png"}]},
            "related": [{"title": "R", "webUrl": "../r"}], "source": "x"}, {"title": "B", "url": "HTTPS://Y.example/b"}]"#,
    );
    let ran = folder.run(&[
        "convert",
        "feed.json",
        "--url",
        "https://x.example/news/feed.json",
    ]);
    let articles = harness::articles(&ran.stdout);
    assert_eq!(
        articles[0],
        json!({
            "webUrl": "https://x.example/a", "title": "A",
            "provider": {"name": "/n", "images": [{"url": "https://x.example/news/i.png"}]},
            "source": "x",
            "images": [{"url": "https://x.example/news/b.png"}, "https://x.example/news/c.png", "self"],
            "related": [{"title": "R", "webUrl": "https://x.example/r"}],
        })
    );
    assert_eq!(articles[1]["webUrl"], "HTTPS://Y.example/b");
    let ran = folder.run(&["convert", "feed.json", "--url", "x.example"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.stderr.contains("it must be absolute, such as https://"),
        "{}",
        ran.stderr
    );
}

/// Deep nesting, and entities that expand to more than fits into memory.
#[test]
fn hostile_files() {
    let deep = |open: &str, close: &str| open.repeat(400_000) + &close.repeat(400_000);
    let bomb = (1..30).fold("a0: &a0 [lol]\n".to_owned(), |text, level| {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        text + &format!("a{level}: &a{level} [{aliases}]\n")
    });
    for contents in [
        format!("---\ntitle: {}\n---\n", deep("[", "]")),
        format!("---\ntitle: {}\n---\n", deep("{a: ", "}")),
        format!("+++\ntitle = {}\n+++\n", deep("[", "]")),
        format!("+++\n{}a = 1\n+++\n", "a.".repeat(400_000)),
        format!("+++\n[{}a]\n+++\n", "a.".repeat(400_000)),
        format!("{{\"title\": {}}}\n", deep("[", "]")),
        format!("---\ntitle: A\n{bomb}---\n"),
    ] {
        let ran = convert(&[("a.md", &contents)], "a.md", &[]);
        assert_eq!(ran.status, 1);
        assert!(ran.stderr.starts_with("a.md: "), "{}", ran.stderr);
    }
    let item = "<item><title>A</title><link>https://x.example/</link></item>";
    let channel = format!("<rss><channel>{item}{}", "<a>".repeat(400_000));
    for (name, contents) in [
        ("a.json", "[".repeat(400_000)),
        ("a.json", deep("[", "]")),
        (
            "a.json",
            format!("[{{\"title\": {}}}]", deep("{\"a\": [", "]}")),
        ),
        ("a.xml", channel.clone()),
        (
            "a.xml",
            format!("{channel}{}</channel></rss>", "</a>".repeat(400_000)),
        ),
    ] {
        let ran = convert(&[(name, &contents)], name, &[]);
        assert_eq!(ran.status, 1);
        assert!(
            ran.stderr.starts_with(name) && ran.stderr.len() < 1000,
            "{}",
            ran.stderr
        );
    }
    let entities = (1..30).fold("<!ENTITY a0 \"lol\">".to_owned(), |text, level| {
        let before = format!("&a{};", level - 1).repeat(9);
        text + &format!("<!ENTITY a{level} \"{before}\">")
    });
    let xml = format!(
        "<!DOCTYPE rss [{entities}]><rss><channel><item><title>A &a29;</title><link>https://x.example/</link></item></channel></rss>"
    );
    let articles = convert(&[("a.xml", &xml)], "a.xml", &[]).articles();
    assert_eq!(each(&articles, "title"), ["A &a29;"]);
}
