"""The posts that every system is given, and the forms in which each takes them.

They are those of ./dev latency (tests/bench/latency/generator.py): the first N are the same for every N.
"""
import hashlib
import html
import json
import pathlib
import re
import shutil
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "latency"))

from generator import VERSION, Generator  # noqa: E402
from model import Model  # noqa: E402

FORMS = 1  # raise it whenever a form comes out differently
IN_A_FOLDER = 1000
BREAKS = re.compile(r"[\t\r\n]+")


def text_bytes(post):
    """Of what is searched: by these an index is measured."""
    return len(f"{post['title']}{post['body']}".encode())


def markdown(post):
    front = [f"title: {json.dumps(post['title'], ensure_ascii=False)}", f"date: {post['date']}",
             f"tags: {json.dumps(post['tags'], ensure_ascii=False)}",
             f"categories: {json.dumps(post['categories'], ensure_ascii=False)}",
             f"authors: {json.dumps(post['authors'], ensure_ascii=False)}"]
    return "---\n" + "\n".join(front) + f"\n---\n{post['body']}\n"


def page(post):
    """HTML as Pagefind's documentation wants it: the body marked, tags and the date as filters and metadata."""
    title = html.escape(post["title"])
    tags = "".join(f'<a data-pagefind-filter="tag">{html.escape(tag)}</a> ' for tag in post["tags"])
    blocks = "".join(f"<h2>{html.escape(block[3:])}</h2>\n" if block.startswith("## ") else
                     f"<p>{html.escape(block)}</p>\n" for block in post["body"].split("\n\n"))
    return (f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title></head>'
            f'<body><main data-pagefind-body><h1>{title}</h1><time data-pagefind-meta="date">{post["date"]}</time>'
            f"{tags}\n{blocks}</main></body></html>\n")


def tabbed(post):
    """A line for Java, which reads no JSON: NoriSearch.java."""
    cells = [post["id"], post["title"], post["date"], ",".join(post["tags"]), ",".join(post["categories"]),
             post["body"].replace("\t", " ").replace("\n", "\x1e")]
    return "\t".join(BREAKS.sub(" ", cell) for cell in cells) + "\n"


def record(post):
    """A record for scriptindex: a field a line, and '=' before each further line of it."""
    date = post["date"]
    lines = [f"id={post['id']}", f"title={post['title']}", f"date={date}", f"day={date.replace('-', '')}",
             f"year={date[:4]}", f"tags={','.join(post['tags'])}", f"category={','.join(post['categories'])}",
             "body=" + post["body"].replace("\n", "\n=")]
    return "\n".join(lines) + "\n\n"


def groonga_record(post):
    return json.dumps({"_key": post["id"], "title": post["title"], "date": post["date"], "year": int(post["date"][:4]),
                       "tags": post["tags"], "categories": post["categories"], "body": post["body"]},
                      ensure_ascii=False) + "\n"


class Corpus:
    """Posts made from the words of real ones, kept in a folder for the next run."""

    def __init__(self, source, folder):
        self.generator = Generator(Model(source))
        self.folder = folder
        words = " ".join(self.generator.model.words[::97])
        self.mark = hashlib.sha256(f"{VERSION} {FORMS} {words}".encode()).hexdigest()[:8]
        folder.mkdir(parents=True, exist_ok=True)
        self._forget_others()

    def _forget_others(self):
        """What other posts than these left behind."""
        made_of = self.folder / "posts.mark"
        if made_of.exists() and made_of.read_text() != self.mark:
            for path in self.folder.glob("posts-*"):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        made_of.write_text(self.mark)

    def posts(self, number):
        with open(self.jsonl(number), encoding="utf-8") as lines:
            yield from map(json.loads, lines)

    def jsonl(self, number):
        return self._file(number, "jsonl", lambda out: out.writelines(map(self._line, range(number))))

    def _line(self, number):
        """Some real posts have lone surrogates in their escapes: no text."""
        return self.generator.line(number).encode("utf-8", "replace").decode()

    def text_bytes(self, number):
        path = self._file(number, "bytes", lambda out: out.write(str(sum(map(text_bytes, self.posts(number))))))
        return int(path.read_text())

    def tsv(self, number):
        return self._file(number, "tsv", lambda out: out.writelines(map(tabbed, self.posts(number))))

    def records(self, number):
        return self._file(number, "records", lambda out: out.writelines(map(record, self.posts(number))))

    def groonga_records(self, number):
        return self._file(number, "groonga.jsonl", lambda out: out.writelines(map(groonga_record, self.posts(number))))

    def markdown(self, number):
        return self._folder(number, "markdown", lambda post: f"{post['id']}.md", markdown)

    def pages(self, number):
        return self._folder(number, "pages", lambda post: f"{post['id']}/index.html", page)

    def _file(self, number, suffix, write):
        path = self.folder / f"posts-{number}.{suffix}"
        if not path.exists():
            part = path.with_name(path.name + ".part")
            with open(part, "w", encoding="utf-8") as out:
                write(out)
            part.rename(path)
        return path

    def _folder(self, number, suffix, name, form):
        path = self.folder / f"posts-{number}.{suffix}"
        if not path.exists():
            part = path.with_name(path.name + ".part")
            shutil.rmtree(part, ignore_errors=True)
            for place, post in enumerate(self.posts(number)):
                file = part / f"{place // IN_A_FOLDER:03}" / name(post)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(form(post), encoding="utf-8")
            part.rename(path)
        return path
