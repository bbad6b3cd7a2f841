"""Sites for Debian's Hugo."""
from posts import Raw, articles
from site_files import Site, toml, yaml

HEAD = ('<html><head><meta name="source" content="{{ with .File }}{{ .Filename }}{{ end }}">'
        '<meta name="address" content="{{ .RelPermalink }}"></head><body><main>{{ .Content }}</main></body></html>\n')
LAYOUTS = {f"layouts/_default/{name}.html": HEAD for name in ("single", "list")}
LAYOUTS["layouts/index.html"] = HEAD
COMMAND = ["hugo", "--quiet"]


def date_of(article):
    kind = article.number % 5
    if kind == 0:
        return Raw(f"{article.date}T{article.clock}+09:00")
    if kind == 1:
        return Raw(article.date)
    if kind == 2:
        return f"{article.date} {article.clock}"
    if kind == 3:
        return None
    return Raw(f"{article.date}T{article.clock}Z")


def post_of(article, **keys):
    slug = {4: f"새 이름 {article.number}", 5: f"Own-Slug_1.{article.number} & 더"}.get(article.number % 13)
    url = {7: "/고정/Fixed Page/", 8: "relative/페이지", 9: "/fixed/a.html"}.get(article.number % 23)
    url = url and url.replace("a.html", f"{article.number}.html").replace("페이지", f"페이지 {article.number}")
    url = url and url.replace("Fixed Page", f"Fixed Page {article.number}")
    return article.text(**{"title": article.title, "date": date_of(article), "slug": slug, "url": url,
                           "tags": article.tags or None, "categories": article.categories or None,
                           "aliases": ["/옛날/"] if article.number % 11 == 0 else None, **keys})


def place_of(article):
    folder = ["posts/", "posts/2020/", "요리 공책/", "", "Docs/Guide/Deep/"][article.number % 5]
    bundle = article.number % 4 == 1
    return f"{folder}{article.name}/index.md" if bundle else f"{folder}{article.name}.md"


def posts(number):
    return {place_of(article): post_of(article) for article in articles(number)}


def odd_posts():
    one = articles(24, start=500)
    plain = {"slug": None, "url": None}
    return {
        "_index.md": one[0].text(title="첫 화면"),
        "posts/_index.md": one[1].text(title="글 모음"),
        "요리 공책/_index.md": one[2].text(title="요리"),
        "Docs/Guide/_index.md": one[3].text(title="안내", slug="not-used"),
        "posts/draft.md": post_of(one[4], draft=True, **plain),
        "posts/future.md": post_of(one[5], date=Raw("2999-01-01"), **plain),
        "posts/later.md": post_of(one[6], publishDate=Raw("2999-01-01"), **plain),
        "posts/expired.md": post_of(one[7], expiryDate=Raw("2001-01-01"), **plain),
        "posts/bundle/index.md": post_of(one[8], **plain),
        "posts/bundle/part.md": post_of(one[9], **plain),
        "posts/bundle/sub/part.md": post_of(one[9], **plain),
        "posts/headless/index.md": post_of(one[10], headless=True, **plain),
        "posts/never.md": post_of(one[11], _build=Raw("{render: never}"), **plain),
        "posts/toml.md": f'+++\ntitle = "톰 {one[12].title[:3]}"\ndate = 2020-03-04T05:06:07+09:00\nslug = "톰"\n+++\n{one[12].body}',
        "posts/2020-05-06-dated-name.md": post_of(one[13], date=None, **plain),
        "posts/no-front-matter.md": "# 그냥 글\n\n글.\n",
        "posts/published.md": post_of(one[14], published=False, **plain),
        "posts/permalink.md": post_of(one[15], permalink="/not/used/", **plain),
        "tags/검색/_index.md": one[16].text(title="검색이라는 이름표"),
        "posts/README.md": one[17].text(title="읽어 보기"),
        "posts/lastmod.md": post_of(one[18], date=None, lastmod=Raw("2019-08-07"), **plain),
        "posts/pubdate.md": post_of(one[19], date=None, pubdate=Raw("2018-08-07"), **plain),
        "docs/_index.md": one[3].text(title="작은 안내"),
        "docs/deep/_index.md": one[3].text(title="깊은 안내"),
        "docs/deep/er/a.md": post_of(one[3], **plain),
        "docs/deep/b/index.md": post_of(one[2], **plain),
        "posts/single.en.md": post_of(one[1], **plain),
        "posts/upper.MD": post_of(one[20], **plain),
        "posts/.hidden.md": post_of(one[21], **plain),
        "posts/backup.md~": post_of(one[22], **plain),
        "posts/page.markdown": post_of(one[13], **plain),
        "posts/build-list.md": post_of(one[23], _build=Raw("{list: never, render: always}"), **plain),
    }


def site(name, settings, files, content="content", config="hugo.toml", more=None):
    settings = {"baseURL": "https://example.org/", "title": "글", **settings}
    text = yaml(settings) if config.endswith((".yaml", ".yml", ".json")) else toml(settings)
    return Site(name, {**{f"{content}/{path}": file for path, file in files.items()}, **LAYOUTS, config: text, **(more or {})},
                COMMAND, "public", known={})


def languages(number):
    """A page in two languages, by its name and by its folder."""
    by_name = {}
    for article in articles(number):
        path = place_of(article).removesuffix(".md")
        language = ["", ".ko", ".en", ".ja"][article.number % 4]
        by_name[f"{path}{language}.md"] = post_of(article)
        if article.number % 6 == 0:
            by_name[f"{path}.en.md"] = post_of(article)
    return by_name


def sites(number):
    own = {**posts(number), **odd_posts()}
    both = {"languages": {"ko": {"title": "글", "weight": 1}, "en": {"title": "Writing", "weight": 2}}, "defaultContentLanguage": "ko"}
    folders = {"languages": {"ko": {"contentDir": "content/한국어", "weight": 1}, "en": {"contentDir": "content/english", "weight": 2}},
               "defaultContentLanguage": "ko", "defaultContentLanguageInSubdir": True}
    split = {f"{'한국어' if at % 3 or '/bundle/' in path else 'english'}/{path}": text for at, (path, text) in enumerate(sorted(own.items()))}
    permalinks = {"permalinks": {"posts": "/:year/:month/:day/:slug/", "docs": "/:sections/:filename/", "요리 공책": "/국/:title"}}
    tokens = {"permalinks": {"posts": "/:section/:slugorfilename/:monthname-:weekday-:weekdayname-:yearday",
                             "docs": "/d/:sections[1:]/:sections[last]/:2006-:01/:title/", "요리 공책": "/국/:sections/:06:1:2/:Jan/:title", "/": "/root/:year/:filename/"}}
    return [
        site("plain", {}, own),
        site("permalinks", permalinks, own),
        site("tokens", tokens, own),
        site("ugly", {"uglyURLs": True, **permalinks}, own),
        site("everything", {"buildFuture": True, "buildDrafts": True, "buildExpired": True, "baseURL": "https://example.org/글방/blog/"},
             own, config="config.yaml"),
        site("paths", {"disablePathToLower": True, "removePathAccents": True, "ignoreFiles": ["permalink\\.md$", "/Deep/"],
                       "permalinks": {"posts": "/P/:title/"}}, own, config="hugo.json"),
        site("content-folder", {"contentDir": "글 모음", "timeZone": "Asia/Seoul", "permalinks": {"posts": "/:year/:month/:day/:filename/"},
                                "frontmatter": {"date": [":filename", "date", "lastmod"]}}, own, content="글 모음"),
        site("languages", both, {**languages(number), **odd_posts()}),
        site("languages-subdir", {**both, "defaultContentLanguageInSubdir": True, **permalinks}, languages(number)),
        site("language-folders", folders, split),
        site("config-folder", {}, own, config="config/_default/hugo.toml",
             more={"config/_default/permalinks.toml": toml({"posts": "/글/:slug/"}),
                   "config/_default/markup.yaml": yaml({"goldmark": {"parser": {"autoHeadingIDType": "github-ascii"}}}),
                   "config/production/hugo.toml": toml({"baseURL": "https://example.org/live/"})}),
        site("blackfriday", {"markup": {"goldmark": {"parser": {"autoHeadingIDType": "blackfriday"}}}}, posts(number)),
        site("no-ids", {"markup": {"goldmark": {"parser": {"autoHeadingID": False}}}}, posts(number)),
    ]
