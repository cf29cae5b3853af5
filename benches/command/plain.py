"""What a publisher would write without the command: articles of Markdown -> one feed.

    python3 plain.py FOLDER FEED [--libyaml]
"""

import datetime
import json
import pathlib
import sys

import yaml

LEFT_BEHIND = ("secured", "content", "featuredContent")


def written(value):
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
        articles.append({key: value for key, value in article.items() if key not in LEFT_BEHIND})
    articles.sort(key=lambda article: article["publishedDateTime"], reverse=True)
    with open(feed, "w", encoding="utf-8") as output:
        json.dump(articles, output, default=written, ensure_ascii=False)


main()
