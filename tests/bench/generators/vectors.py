"""Small sites and what the generators made of them, for ./dev test.

tests/golden/generators/NAME.json: {"made_by": version, "zone": TZ, "texts": [text …], "sites": [{"name":
…, "files": {path: index of its text}, "pages": {path: {"address": …, "anchors": [… or null where geul is
known to differ]}}, "open": [paths that geul is known to treat differently]}]}. Addresses are decoded.
"""
import json
import pathlib
import tempfile

import compare
import generators
import geul

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "golden" / "generators"
POSTS = 27  # every oddness of names once
UNREAD = ("layouts/", "_layouts/", "theme/", "themes/", "package.json")


def expected(site, built):
    """The built pages as vectors have them: without what is known to differ."""
    pages, open_paths = {}, []
    for path, page in built.items():
        if compare.known_reason(site, path, page.address):
            open_paths.append(path)
            continue
        loose = compare.decomposed(site, path)
        pages[path] = {"address": page.address, "anchors": None if loose else page.anchors}
    return pages, open_paths


def overwritten(geul_pages, built):
    return [path for path in geul_pages if path not in built and compare.overwritten(geul_pages, built, path)]


def write_generator(generator, work):
    texts, sites = {}, []
    for site in generator.sites(POSTS):
        folder = work / site.name
        folder.mkdir()
        built = generators.built_pages(site, folder)
        pages, open_paths = expected(site, built)
        environment = {**generators.os_environment(), **site.environment}
        open_paths += overwritten(geul.read_site(folder, work / f"{site.name}.geul", environment)[0], built)
        files = {path: texts.setdefault(text, len(texts)) for path, text in site.files.items()
                 if not path.startswith(UNREAD) and "/layouts/" not in path and "_layouts/" not in path}
        sites.append({"name": site.name, "files": files, "pages": pages, "open": open_paths})
    kept = {"made_by": generator.version(), "zone": "Asia/Seoul", "texts": list(texts), "sites": sites}
    FOLDER.mkdir(parents=True, exist_ok=True)
    text = json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=False)
    (FOLDER / f"{generator.name}.json").write_text(text + "\n", encoding="utf-8")
    return len(sites), sum(len(site["pages"]) for site in sites)


def write(chosen):
    for generator in chosen:
        with tempfile.TemporaryDirectory() as work:
            sites, pages = write_generator(generator, pathlib.Path(work))
        print(f"{FOLDER / generator.name}.json: {sites} sites, {pages} pages, by {generator.version()}")
    return 0
