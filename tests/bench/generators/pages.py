"""What a generator built: for each source file its address and its headings' anchors.

The sites' layouts put both into the page: <meta name="source" content="a.md">, <meta name="address"
content="/a/">, and the text in <main>.
"""
import dataclasses
import html.parser
import unicodedata
import urllib.parse


@dataclasses.dataclass
class Page:
    address: str
    anchors: list  # of each heading in <main>, "" without


class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.meta, self.anchors, self.inside = {}, [], 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "meta" and "name" in attributes:
            self.meta[attributes["name"]] = attributes.get("content") or ""
        elif tag == "main":
            self.inside += 1
        elif self.inside and len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self.anchors.append(attributes.get("id") or "")

    def handle_endtag(self, tag):
        if tag == "main":
            self.inside -= 1


def read_page(text):
    """The source's path and the page; None for a page of no source."""
    reader = Reader()
    reader.feed(text)
    source = reader.meta.get("source")
    if not source:
        return None
    return unicodedata.normalize("NFC", source), Page(decoded(reader.meta.get("address", "")), reader.anchors)


def decoded(address):
    """Without percent-encoding, so that only what is meant is compared."""
    return urllib.parse.unquote(address)


def read_site(folder, prefix="", root=None):
    """The pages of a built site by their sources' paths, from `root` on where a page names the whole."""
    whole = f"{root.resolve()}/" if root else ""
    pages = {}
    for file in sorted(folder.rglob("*")):
        if not file.is_file() or file.suffix not in (".html", ".htm", ""):
            continue
        found = read_page(file.read_text(encoding="utf-8", errors="replace"))
        if found:
            pages.setdefault(prefix + found[0].removeprefix(whole), found[1])
    return pages
