//! The values of the names in a pattern of addresses.

use super::Site;
use super::file_path::FilePath;
use super::slug::{encoded, slugify, with_hyphens};
use crate::article_filter::milliseconds;
use crate::markdown::{Fields, Node};
use article_cards_core::feed::entries::names_of;
use article_cards_core::model::{Day, Published};
use article_cards_core::text::date;

/// An article, for which patterns are expanded.
pub(super) struct Tokens<'a> {
    pub(super) fields: &'a Fields,
    pub(super) path: &'a FilePath,
    pub(super) site: Option<Site>,
}

impl Tokens<'_> {
    /// Returns the value of a name; `None` if the article has none.
    pub(super) fn value(&self, name: &'static str) -> Option<String> {
        let path = self.path;
        let slug = self.fields.text("slug");
        Some(match name {
            "slug" => return self.slug(),
            "title" => return self.title(),
            "slugorcontentbasename" => slugify(slug.unwrap_or(&path.name)),
            "filename" | "contentbasename" => encoded(&path.file_name),
            // Standard input has no path.
            "path" if path.file_name.is_empty() => return None,
            "path" => path.address(self.site, slug),
            "section" => encoded(path.sections.first().map_or("", String::as_str)),
            "sections" => {
                let sections = path.sections.iter().map(|section| encoded(section));
                sections.collect::<Vec<_>>().join("/")
            }
            "categories" => self.categories(),
            "output_ext" => ".html".to_owned(),
            _ => return self.time().map(|time| time.value(name)),
        })
    }

    fn slug(&self) -> Option<String> {
        let slug = self.fields.text("slug");
        let name = Some(self.path.name.as_str()).filter(|name| !name.is_empty());
        let title = title(self.fields);
        let text = match self.site {
            Some(Site::Hugo) => slug.or(title).or(name),
            _ => slug.or(name).or(title),
        };
        text.map(slugify)
            .filter(|slug| !slug.is_empty())
            .map(|slug| encoded(&slug))
    }

    fn title(&self) -> Option<String> {
        if self.site == Some(Site::Jekyll) {
            let text = self.fields.text("slug").unwrap_or(&self.path.name);
            let title = with_hyphens(text, "._~!$&'()+,;=@");
            return Some(encoded(&title)).filter(|title| !title.is_empty());
        }
        let title = title(self.fields)
            .map(slugify)
            .filter(|title| !title.is_empty());
        title.map(|title| encoded(&title)).or_else(|| self.slug())
    }

    fn categories(&self) -> String {
        let mut names = names_of("category").filter_map(|name| self.fields.get(name));
        let values = names
            .find(|value| !value.is_blank())
            .map(Node::values)
            .unwrap_or_default();
        let mut steps: Vec<String> = Vec::new();
        for category in values.into_iter().filter_map(Node::as_text) {
            let step = match self.site {
                Some(Site::Jekyll) => encoded(&category.to_lowercase()),
                _ => encoded(&slugify(category)),
            };
            if !step.is_empty() && !steps.contains(&step) {
                steps.push(step);
            }
        }
        steps.join("/")
    }

    /// Returns the article's date. As it is written, in any zone, except that Jekyll converts it: to
    /// the zone of its system, which is UTC where sites are built.
    fn time(&self) -> Option<Time> {
        let mut texts = names_of("publishedDateTime").filter_map(|name| self.fields.text(name));
        let (text, published) = texts.find_map(|text| Some((text, date::parse(text)?)))?;
        let time = Time::of(published)?;
        if self.site == Some(Site::Jekyll) {
            return Some(time);
        }
        let is_digit = |char: char| char.is_ascii_digit() || char == '-';
        let written = text
            .find(|char| !is_digit(char))
            .map_or(text, |end| text.get(..end).unwrap_or(text));
        match date::parse(written) {
            Some(Published::On(day)) => Some(Time { day, ..time }),
            _ => Some(time),
        }
    }
}

/// A moment as a calendar has it.
#[derive(Clone, Copy)]
struct Time {
    day: Day,
    second_of_day: i64,
}

impl Time {
    /// Returns the moment in UTC.
    fn of(published: Published) -> Option<Self> {
        let seconds = milliseconds(published).div_euclid(1000);
        Some(Self {
            day: date::civil_from_days(seconds.div_euclid(86_400))?,
            second_of_day: seconds.rem_euclid(86_400),
        })
    }

    fn value(self, name: &str) -> String {
        let Day { year, month, day } = self.day;
        let second = self.second_of_day;
        match name {
            "year" => format!("{year:04}"),
            "short_year" => format!("{:02}", year % 100),
            "month" => format!("{month:02}"),
            "i_month" => month.to_string(),
            "day" => format!("{day:02}"),
            "i_day" => day.to_string(),
            "hour" => format!("{:02}", second / 3600),
            "minute" => format!("{:02}", second / 60 % 60),
            "second" => format!("{:02}", second % 60),
            // `y_day` of Jekyll has three digits, `yearday` of Hugo as many as it needs.
            _ => {
                let new_year = Day {
                    year,
                    month: 1,
                    day: 1,
                };
                let number = date::days_from_civil(self.day) - date::days_from_civil(new_year) + 1;
                match name {
                    "y_day" => format!("{number:03}"),
                    _ => number.to_string(),
                }
            }
        }
    }
}

/// Returns the title in front matter.
pub(super) fn title(fields: &Fields) -> Option<&str> {
    names_of("title").find_map(|name| fields.text(name))
}
