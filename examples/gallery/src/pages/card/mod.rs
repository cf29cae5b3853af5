//! A card and its parts.

mod article_card;
mod byline;
mod card_media;
mod course_details;
mod kind_badge;
mod marked;
mod provider_icon;
mod published_time;
mod related_list;
mod scores;
mod topic_list;

use crate::page::Page;

pub(crate) static PAGES: [Page; 11] = [
    article_card::PAGE,
    byline::PAGE,
    card_media::PAGE,
    course_details::PAGE,
    kind_badge::PAGE,
    marked::PAGE,
    provider_icon::PAGE,
    published_time::PAGE,
    related_list::PAGE,
    scores::PAGE,
    topic_list::PAGE,
];
