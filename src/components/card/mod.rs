//! One article as a card, and the parts of the card.

mod article_card;
mod article_card_props;
mod byline;
mod card_click;
mod card_context;
mod card_media;
mod collapsible_list;
mod course_details;
mod image_proxy;
mod kind_badge;
mod language;
mod marked;
mod picture;
mod published_time;
mod related_list;
mod scores;
mod topic_list;

pub use article_card::ArticleCard;
pub use article_card_props::ArticleCardProps;
pub use byline::{Byline, BylineProps};
pub use card_click::CardClick;
pub use card_media::{CardMedia, CardMediaProps};
#[cfg(feature = "ssr")]
pub(crate) use collapsible_list::WithoutScript;
pub use course_details::{CourseDetails, CourseDetailsProps};
pub use kind_badge::{KindBadge, KindBadgeProps};
pub use marked::{Marked, MarkedProps};
pub use picture::{ProviderIcon, ProviderIconProps};
pub use published_time::{PublishedTime, PublishedTimeProps};
pub use related_list::{RelatedList, RelatedListProps};
pub use scores::{Scores, ScoresProps};
pub use topic_list::{TopicList, TopicListProps};
