"""Sites of documentation, for Debian's MkDocs."""
from posts import articles
from site_files import Site, yaml

THEME = ('<html><head><meta name="source" content="{{ page.file.src_uri or page.file.src_path }}">'
         '<meta name="address" content="{{ config.site_path }}{{ page.url }}"></head><body><main>{{ page.content }}</main></body></html>\n')


OWN_SLUGS = "markdown.extensions.toc.slugify_unicode"


def place_of(article):
    folder = ["", "안내/", "Guide Book/", "guide/deep/"][article.number % 4]
    return f"{folder}{article.name}/index.md" if article.number % 7 == 3 else f"{folder}{article.name}.md"


def pages(number):
    one = articles(6, start=900)
    files = {place_of(article): article.text(title=article.title, tags=article.tags or None) for article in articles(number)}
    return {
        **files,
        "index.md": one[0].text(title="첫 화면"),
        "guide/README.md": one[1].text(title="안내"),
        "both/README.md": one[2].text(title="안 쓰이는"),
        "both/index.md": one[3].text(title="쓰이는"),
        "no-front-matter.md": one[4].body,
        "한국어/permalink.md": one[5].text(title="자리", permalink="/not/used/", slug="not-used"),
    }


def mkdocs_site(name, settings, files, known=None):
    settings = {"site_name": "글", "site_url": "https://example.org/", "theme": {"name": None, "custom_dir": "theme"}, **settings}
    folder = settings.get("docs_dir", "docs")
    path = settings["site_url"].split("/", 3)[3].rstrip("/")
    theme = THEME.replace("{{ config.site_path }}", f"/{path}/" if path else "/")
    files = {**{f"{folder}/{at}": text for at, text in files.items()}, "theme/main.html": theme, "theme/404.html": "x",
             "mkdocs.yml": yaml(settings).replace(f'"{OWN_SLUGS}"', f"!!python/name:{OWN_SLUGS} ''")}
    return Site(name, files, ["mkdocs", "build", "--quiet"], settings.get("site_dir", "site"), {}, prefix=f"{folder}/", known=known or {})


def mkdocs_sites(number):
    own = pages(number)
    return [
        mkdocs_site("plain", {}, own),
        mkdocs_site("files", {"use_directory_urls": False, "site_url": "https://example.org/글방/", "docs_dir": "문서"}, own),
        mkdocs_site("unicode", {"markdown_extensions": ["attr_list", {"toc": {"slugify": OWN_SLUGS}}]}, own),
    ]
