"""The same site as geul-index reads it."""
import json
import pathlib
import subprocess

from pages import Page, decoded

ROOT = pathlib.Path(__file__).resolve().parents[3]
RELEASE = ROOT / "build" / "release"
INDEX = RELEASE / "indexer" / "geul-index"
TEXTS = RELEASE / "tests" / "bench" / "document_texts"


def read_site(folder, database, environment):
    """The pages by their paths, and what geul-index said."""
    built = subprocess.run([INDEX, "build", folder, "--db", database, "--rebuild", "--verbose"], env=environment,
                           capture_output=True, text=True, check=True)
    listed = subprocess.run([TEXTS, database], capture_output=True, text=True, check=True).stdout
    pages = {}
    for line in listed.splitlines():
        document = json.loads(line)
        anchors = [section["anchor"] for section in document["sections"] if section["level"] > 0]
        pages[document["id"]] = Page(decoded(document["url"]), [decoded(anchor) for anchor in anchors])
    return pages, built.stderr
