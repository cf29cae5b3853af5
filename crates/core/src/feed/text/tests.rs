use super::*;
use proptest::prelude::*;

#[test]
fn plain_text() {
    for (text, expected) in [
        ("", ""),
        (" \u{feff}\n", ""),
        ("a  b\tc\u{a0}d\u{2028}e\u{3000}f\u{feff}g", "a b c d e f g"),
        ("&nbsp;a&nbsp; b&#10;", "a b"),
        ("a\u{200b}b\u{ad}c", "a\u{200b}b\u{ad}c"),
        ("<b>&lt;b&gt;&amp;lt;", "<b><b>&lt;"),
    ] {
        assert_eq!(plain(text), expected, "{text:?}");
    }
}

proptest! {
    #[test]
    fn plain_is_what_its_words_are(text in "[ab& \\t\\n\\u{7f}é\\u{a0}\\u{2003}\\u{3000}\\u{feff}🌊]{0,40}") {
        let words = text.split(is_white_space).filter(|word| !word.is_empty());
        prop_assert_eq!(plain(&text), words.collect::<Vec<_>>().join(" "));
    }
}

#[test]
fn plain_borrows_what_is_plain() {
    for text in ["", "Tom & Jerry", " trimmed only ", "Größe – 5 €"] {
        assert!(matches!(plain(text), Cow::Borrowed(_)), "{text:?}");
    }
}

#[test]
fn tags() {
    for (html, expected) in [
        ("", ""),
        ("no tags", "no tags"),
        ("<p>a</p><p>b</p>", "a b"),
        ("a<br>b<BR/>c<br />d<hr>e", "a b c d e"),
        ("<td>a<td>b", "a b"),
        ("a<b>b</b>c<span class=x>d</span>", "abcd"),
        ("1 < 2 <3 <", "1 < 2 <3 <"),
        ("a</", "a</"),
        ("a</>b</ c>d", "abd"),
        (
            "a<!-- <p> -->b<!-->c<!--->d<!----->e<!--x--!>f<!-- - -- > -->g",
            "abcdefg",
        ),
        ("a<!doctype html>b<?php 1 ?>c<![CDATA[d]]>e", "abce"),
        ("a<!-- b", "a"),
        ("a<p b", "a"),
        (r#"a<b title="x > y">c"#, "ac"),
        ("a<b title='x > y'>c", "ac"),
        ("a<b title=x'>c'", "ac'"),
        (r#"a<b ">c">d"#, r#"ac">d"#),
        (r#"a<b =">c"#, "ac"),
        (r#"a<b x="1"y='>'>c"#, "ac"),
        (r#"a<b x = ">" / y>c"#, "ac"),
        (r#"a<b x="1"=">"c"#, r#"a"c"#),
        (r#"a<b x/=">c"#, "ac"),
        (r#"a<b x=1 y=">">c"#, "ac"),
        ("a<b x=/>c", "ac"),
        ("<script>if (a<b) '</p>'</script >x", "x"),
        ("<SCRIPT src='>'>a</Script/x='>'>x", "x"),
        ("<style>a</styles></stylé></style\n>x", "x"),
        ("<script/>a</script>x<script>y", "x"),
        ("<scripts>a</scripts>", "a"),
        ("&lt;b&gt; &amp;lt;", "<b> &lt;"),
        ("&am<b>p; &l<!-- -->t;", "&amp; &lt;"),
        ("<é>", "<é>"),
    ] {
        assert_eq!(without_tags(html), expected, "{html}");
    }
}

#[test]
fn escaped() {
    assert!(matches!(
        escape_references("AT&T & &xyzzy; &#"),
        Cow::Borrowed(_)
    ));
    assert_eq!(escape_references("&&lt &#1 &#x;"), "&&amp;lt &amp;#1 &#x;");
}

#[test]
fn words() {
    for (text, most, expected) in [
        ("", 0, ""),
        ("a", 0, ""),
        ("a", 1, "a"),
        ("ab", 1, "…"),
        ("a bc", 3, "a…"),
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two three", 7, "one…"),
        ("a bcdefghijkl", 8, "a bcdef…"),
        ("港で船を見る人々", 5, "港で船を…"),
    ] {
        assert_eq!(first_words(text, most), expected, "{text} {most}");
    }
}
