//! The picture of a card: the best of an article's images, in a box whose size does not depend on the
//! file.

use std::rc::Rc;

use article_cards::components::{CardMedia, Layout};
use article_cards::model::{Article, Image};
use yew::prelude::*;

use crate::sample;

states!("card_media.rs", CardMedia: Plain, Upright, Broken, InAList, WithoutImages);

/// A picture
#[component]
fn Plain() -> Html {
    html! {
        <div class="ac-base" data-layout="grid">
            <CardMedia article={Rc::new(sample::article())} />
        </div>
    }
}

/// An upright picture
///
/// It is cut to the shape of the box; a little more remains of its upper half.
#[component]
fn Upright() -> Html {
    let article = Rc::new(Article {
        images: vec![sample::picture("kettle-1-600x900", 600, 900)],
        ..sample::article()
    });
    html! {
        <div class="ac-base" data-layout="grid">
            <CardMedia {article} />
        </div>
    }
}

/// A picture that fails to load
#[component]
fn Broken() -> Html {
    let broken = Image {
        // Not a picture.
        url: "data:image/png,".into(),
        ..Image::default()
    };
    let article = Rc::new(Article {
        images: vec![broken],
        ..sample::article()
    });
    html! {
        <div class="ac-base" data-layout="grid">
            <CardMedia {article} />
        </div>
    }
}

/// In the layout `list`
///
/// The layout decides which of the article's images is loaded. Its size comes from the card.
#[component]
fn InAList() -> Html {
    html! {
        <div class="ac-base" data-layout="list">
            <CardMedia
                article={Rc::new(sample::article())}
                layout={Layout::List}
            />
        </div>
    }
}

/// An article without images
///
/// Nothing is rendered.
#[component]
fn WithoutImages() -> Html {
    html! {
        <div class="ac-base" data-layout="grid">
            <CardMedia article={Rc::new(sample::short_article())} />
        </div>
    }
}
