"""Times `article-cards convert` against a plain script on generated articles, in one run.

    python3 benches/command/compare.py [--files 100000] [--command FILE]

The articles are generated in a temporary folder and deleted afterwards.
"""

import argparse
import filecmp
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
COMMAND = HERE.parent.parent / "target" / "command" / "article-cards"
WORDS = (
    "harbour tide ferry lantern market bridge orchard signal archive engine winter garden island "
    "paper station weather valley museum copper river library festival railway kitchen telescope"
).split()
PUBLISHERS = ["Harbour Post", "Valley Weekly", "The Signal", "Copper & Tin", "Night Ferry"]


def words(random_numbers, count):
    return " ".join(random_numbers.choices(WORDS, k=count))


def article(number):
    """An article of the usual size: fields of all kinds, an encrypted text, a body."""
    numbers = random.Random(number)
    day = f"{numbers.randint(2015, 2025)}-{numbers.randint(1, 12):02}-{numbers.randint(1, 28):02}"
    return f"""---
category: news
title: "{words(numbers, 8).capitalize()}: no {number} &#8217;s"
excerpt: "{words(numbers, 40)}.\\n"
publishedDateTime: {day}T{numbers.randint(0, 23):02}:{numbers.randint(0, 59):02}:00Z
originalUrl: "https://news.example/original/{number}/"
webUrl: "https://news.example/{number}/"
type: article
quality: {numbers.randint(-1, 100)}
heat: {numbers.randint(-1, 100)}
published: true

provider:
  name: {numbers.choice(PUBLISHERS)}
  domain: news.example
  images:
    - url: "https://news.example/icon.png"
      width: 50
      height: 50

topics:
  - {words(numbers, 1)}
  - {words(numbers, 2)}

images:
  - url: "https://news.example/{number}.jpg"
    width: 1200
    height: 630
    isCached: true

secured: "{numbers.randbytes(300).hex()}"
---

{words(numbers, 150)}
"""


def generate(folder, files):
    for number in range(files):
        place = folder / f"{number // 1000:03}"
        if number % 1000 == 0:
            place.mkdir()
        (place / f"{number:06}.md").write_text(article(number), encoding="utf-8")


def timed(*command):
    """Seconds, seconds of processors, and the largest memory in MB of a process."""
    begin = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command])
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command} failed")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def articles(feed):
    """How many articles a feed has; by another process, for the memory of this one counts as its
    children's."""
    count = "import json, sys; print(len(json.load(open(sys.argv[1], encoding='utf-8'))))"
    return int(subprocess.check_output([sys.executable, "-c", count, feed]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--command", type=pathlib.Path, default=COMMAND)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        (place / "news").mkdir()
        generate(place / "news", options.files)
        plain = (sys.executable, HERE / "plain.py", place / "news")
        runs = [
            ("article-cards convert", "a.json", (options.command, "convert", place / "news", "-o")),
            ("the same, --jobs 1", "b.json", (options.command, "convert", place / "news", "-j1", "-o")),
            ("Python, libyaml", "c.json", plain),
            ("Python", "d.json", plain),
        ]
        print(f"{options.files} files\n\n| | seconds | of processors | files a second | MB |\n| --- | ---: | ---: | ---: | ---: |")
        for name, file, command in runs:
            more = ["--libyaml"] if name.endswith("libyaml") else []
            seconds, processors, memory = timed(*command, place / file, *more)
            speed = options.files / seconds
            print(f"| {name} | {seconds:.1f} | {processors:.1f} | {speed:,.0f} | {memory:.0f} |", flush=True)
            assert articles(place / file) == options.files
        assert filecmp.cmp(place / "a.json", place / "b.json", shallow=False)


main()
