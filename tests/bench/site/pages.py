"""A site's posts as pages of HTML, for searches that read HTML, and as copies, to see what grows."""
import datetime
import html
import json
import pathlib
import re
import shutil

DATE = re.compile(r"^(date\s*:\s*)(\d{4}-\d{2}-\d{2})", re.MULTILINE)


def paragraphs(text):
    return "".join(f"<p>{html.escape(line)}</p>\n" for line in text.split("\n") if line.strip())


def section(number, parts):
    heading = f'<h2 id="s{number}">{html.escape(parts["heading"])}</h2>\n' if parts["heading"] else ""
    code = f"<pre><code>{html.escape(parts['code'])}</code></pre>\n" if parts["code"] else ""
    return heading + paragraphs(parts["text"]) + code


def page(post):
    body = "".join(section(number, parts) for number, parts in enumerate(post["sections"]))
    title = html.escape(post["title"])
    return (f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title></head>'
            f"<body><main data-pagefind-body><h1>{title}</h1>\n{body}</main></body></html>\n")


def write_pages(lines, folder):
    """One page a post, by its number: the address p/NUMBER/."""
    for number, line in enumerate(lines):
        place = folder / "p" / str(number)
        place.mkdir(parents=True, exist_ok=True)
        (place / "index.html").write_text(page(json.loads(line)), encoding="utf-8")


def shifted(text, days):
    def move(match):
        try:
            day = datetime.date.fromisoformat(match[2]) - datetime.timedelta(days=days)
        except ValueError:
            return match[0]
        return match[1] + day.isoformat()
    return DATE.sub(move, text, count=1)


def write_copies(source, folder, copies):
    """So many times the posts of a folder, each copy some days older than the one before."""
    for copy in range(copies):
        for path in sorted(pathlib.Path(source).rglob("*.md")):
            place = folder / f"copy{copy}" / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(shifted(path.read_text(encoding="utf-8"), 11 * copy), encoding="utf-8")
    shutil.rmtree(folder / ".geul", ignore_errors=True)
