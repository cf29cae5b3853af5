"""Converts Markdown articles to a feed, as a publisher would without the command.

    python3 plain.py FOLDER FEED [--libyaml]
"""

import datetime
import json
import pathlib
import sys

import yaml

PRIVATE_FIELDS = ("secured", "content", "featuredContent")


def format_date(value):
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat()


def main():
    folder, feed = sys.argv[1:3]
    loader = yaml.CSafeLoader if "--libyaml" in sys.argv else yaml.SafeLoader
    articles = []
    for file in sorted(pathlib.Path(folder).rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        article = yaml.load(text.split("\n---", 1)[0][4:], Loader=loader)
        articles.append({key: value for key, value in article.items() if key not in PRIVATE_FIELDS})
    articles.sort(key=lambda article: article["publishedDateTime"], reverse=True)
    with open(feed, "w", encoding="utf-8") as output:
        json.dump(articles, output, default=format_date, ensure_ascii=False)


main()
