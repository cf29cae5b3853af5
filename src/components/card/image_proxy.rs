use crate::i18n::fill;
use article_cards_core::model::Image;

/// The URL of an image: the one of the proxy, if there is a template and the publisher keeps a copy
/// of the image, or else its own.
pub(super) fn image_url(image: &Image, width: u32, proxy: Option<&str>) -> String {
    match proxy.filter(|_| image.is_cached && image.url.starts_with("http")) {
        Some(template) => {
            let (url, width) = (percent_encoded(&image.url), width.to_string());
            fill(template, &[("url", &url), ("width", &width)])
        }
        None => image.url.clone(),
    }
}

/// Encodes a text as `encodeURIComponent` does, and `!'()*` as well.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROXY: Option<&str> = Some("https://img.example/{width}/?u={url}");

    #[test]
    fn only_cached_images_use_the_proxy() {
        let mut image = Image {
            url: "https://a.example/ä b.png?x=1&y={width}".into(),
            ..Image::default()
        };
        assert_eq!(image_url(&image, 400, PROXY), image.url);
        image.is_cached = true;
        assert_eq!(image_url(&image, 400, None), image.url);
        assert_eq!(
            image_url(&image, 400, PROXY),
            "https://img.example/400/?u=https%3A%2F%2Fa.example%2F%C3%A4%20b.png%3Fx%3D1%26y%3D%7Bwidth%7D",
        );
    }

    #[test]
    fn data_urls_do_not_use_the_proxy() {
        let image = Image {
            url: "data:image/png;base64,AA".into(),
            is_cached: true,
            ..Image::default()
        };
        assert_eq!(image_url(&image, 400, PROXY), image.url);
    }
}
