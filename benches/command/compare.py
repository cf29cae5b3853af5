"""Compares `article-cards convert` with a plain script on generated articles.

    python3 benches/command/compare.py [--files 100000] [--command FILE]

The articles are generated in a temporary folder, which is deleted afterwards.
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


def words(generator, count):
    return " ".join(generator.choices(WORDS, k=count))


def article(number):
    """Returns an article of typical size: fields of all kinds, an encrypted text, a body."""
    generator = random.Random(number)
    day = f"{generator.randint(2015, 2025)}-{generator.randint(1, 12):02}-{generator.randint(1, 28):02}"
    return f"""---
category: news
title: "{words(generator, 8).capitalize()}: no {number} &#8217;s"
excerpt: "{words(generator, 40)}.\\n"
publishedDateTime: {day}T{generator.randint(0, 23):02}:{generator.randint(0, 59):02}:00Z
originalUrl: "https://news.example/original/{number}/"
webUrl: "https://news.example/{number}/"
type: article
quality: {generator.randint(-1, 100)}
heat: {generator.randint(-1, 100)}
published: true

provider:
  name: {generator.choice(PUBLISHERS)}
  domain: news.example
  images:
    - url: "https://news.example/icon.png"
      width: 50
      height: 50

topics:
  - {words(generator, 1)}
  - {words(generator, 2)}

images:
  - url: "https://news.example/{number}.jpg"
    width: 1200
    height: 630
    isCached: true

secured: "{generator.randbytes(300).hex()}"
---

{words(generator, 150)}
"""


def generate(folder, files):
    for number in range(files):
        subfolder = folder / f"{number // 1000:03}"
        if number % 1000 == 0:
            subfolder.mkdir()
        (subfolder / f"{number:06}.md").write_text(article(number), encoding="utf-8")


def measure(*command):
    """Runs a command; returns its time and CPU time in seconds, and its peak memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command])
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command} failed")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def count_articles(feed):
    """Returns the number of articles in a feed. Counts in another process, because the peak memory of
    this one would be inherited by its children."""
    script = "import json, sys; print(len(json.load(open(sys.argv[1], encoding='utf-8'))))"
    return int(subprocess.check_output([sys.executable, "-c", script, feed]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--command", type=pathlib.Path, default=COMMAND)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary_folder:
        folder = pathlib.Path(temporary_folder)
        (folder / "news").mkdir()
        generate(folder / "news", options.files)
        plain = (sys.executable, HERE / "plain.py", folder / "news")
        runs = [
            ("article-cards convert", "a.json", (options.command, "convert", folder / "news", "-o")),
            ("the same, --jobs 1", "b.json", (options.command, "convert", folder / "news", "-j1", "-o")),
            ("Python, libyaml", "c.json", plain),
            ("Python", "d.json", plain),
        ]
        print(f"{options.files} files\n\n| | seconds | processor seconds | files per second | MB |\n| --- | ---: | ---: | ---: | ---: |")
        for name, file, command in runs:
            flags = ["--libyaml"] if name.endswith("libyaml") else []
            seconds, cpu_seconds, memory = measure(*command, folder / file, *flags)
            speed = options.files / seconds
            print(f"| {name} | {seconds:.1f} | {cpu_seconds:.1f} | {speed:,.0f} | {memory:.0f} |", flush=True)
            assert count_articles(folder / file) == options.files
        assert filecmp.cmp(folder / "a.json", folder / "b.json", shallow=False)


main()
