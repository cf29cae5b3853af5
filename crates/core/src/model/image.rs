/// A picture, by its URL.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// An `http:`, `https:` or `data:image/` URL (PNG, JPEG, WebP, GIF or AVIF).
    pub url: String,
    /// Width in pixels, at least 1.
    pub width: Option<u32>,
    /// Height in pixels, at least 1.
    pub height: Option<u32>,
    /// What it shows.
    pub title: Option<String>,
    /// Who made it.
    pub attribution: Option<String>,
    /// Whether the publisher keeps a copy that an image proxy may serve.
    pub is_cached: bool,
}

impl Image {
    /// Returns the best of several pictures for a width in pixels: the narrowest that is wide enough,
    /// else the widest. One without a width is the last choice.
    ///
    /// ```
    /// use article_cards_core::model::Image;
    ///
    /// let image = |url: &str, width| Image { url: url.into(), width, ..Image::default() };
    /// let images = [image("s", Some(200)), image("l", Some(1600)), image("m", Some(800))];
    /// assert_eq!(Image::best(&images, 640).map(|image| image.url.as_str()), Some("m"));
    /// assert_eq!(Image::best(&images, 2000).map(|image| image.url.as_str()), Some("l"));
    /// ```
    pub fn best(images: &[Image], width: u32) -> Option<&Image> {
        let fills = images
            .iter()
            .filter(|image| image.width.is_some_and(|own| own >= width));
        let smallest = fills.min_by_key(|image| image.width);
        // `max_by_key` returns the last of equals; the feed's first is better.
        smallest.or_else(|| images.iter().rev().max_by_key(|image| image.width))
    }
}
