"""Sites for Hexo, of npm."""
from posts import Raw, articles
from site_files import NODE, Site, yaml

LAYOUT = ('<html><head><meta name="source" content="<%= page.source %>"><meta name="address" content="<%- url_for(page.path) %>">'
          "</head><body><main><%- page.content %></main></body></html>\n")
LISTED = "<html><body></body></html>\n"
THEME = {"themes/plain/layout/post.ejs": LAYOUT, "themes/plain/layout/page.ejs": LAYOUT, "themes/plain/layout/index.ejs": LISTED}
COMMAND = ["node_modules/.bin/hexo", "generate", "--silent"]
PACKAGE = {"name": "site", "version": "0.0.0", "private": True, "hexo": {"version": ""},
           "dependencies": {"hexo": "*", "hexo-renderer-marked": "*", "hexo-renderer-ejs": "*"}}


KNOWN = {
    "draft-key.md": "draft: true hides a post from geul; Hexo knows published: false alone",
    "%20": "Hexo does not encode the %20 of a file's name, so that its own link leads nowhere",
    "_hidden/": "geul looks into no folder of this name, be it named by include",
}


def date_of(article):
    kind = article.number % 5
    if kind == 0:
        return Raw(f"{article.date} {article.clock}")
    if kind == 1:
        return Raw(article.date)
    if kind == 2:
        return f"{article.date} {article.clock}"
    if kind == 3:
        return Raw(f"{article.date}T{article.clock}+09:00")
    return Raw(f"{article.date}T{article.clock}Z")


def categories_of(article):
    kind = article.number % 6
    if kind == 0:
        return {"categories": "요리 공책"}
    if kind == 1:
        return {"categories": Raw('[[개발, 서버 & 구름], [Dev, C++]]')}
    if kind == 2:
        return {"category": "Dev"}
    return {"categories": article.categories or None}


def post_of(article, **keys):
    return article.text(**{"title": article.title, "date": date_of(article), "tags": article.tags or None,
                           **categories_of(article), **keys})


def posts(number):
    return {f"_posts/{['', '', '2020/', '요리 공책/'][article.number % 4]}{article.name}.md": post_of(article)
            for article in articles(number)}


def odd_posts():
    one = articles(16, start=500)
    return {
        "_posts/permalink.md": post_of(one[0], permalink="고정/page/"),
        "_posts/permalink-file.md": post_of(one[1], permalink="/fixed/page.html"),
        "_posts/permalink-bare.md": post_of(one[13], permalink="bare/글"),
        "_posts/slug.md": post_of(one[2], slug="not-used"),
        "_posts/hidden.md": post_of(one[3], published=False),
        "_posts/future.md": post_of(one[4], date=Raw("2999-01-01 00:00:00")),
        "_posts/_underscore.md": post_of(one[5]),
        "_posts/2021-02-03-dated.md": post_of(one[6], date=Raw("2020-01-01 00:00:00")),
        "_posts/draft-key.md": post_of(one[7], draft=True),
        "_posts/abbr.md": post_of(one[8], abbrlink="a1b2c3"),
        "_drafts/초안.md": post_of(one[9]),
        "about/index.md": one[10].text(title="소개"),
        "about/나에 대해.md": one[11].text(title="나", permalink="me/"),
        "about/plain.md": one[12].text(title="그냥"),
        "raw/a.md": one[13].text(title="그대로"),
        "_hidden/a.md": one[14].text(title="숨긴"),
        "about/permalink.md": one[15].text(title="자리", permalink="my/자리"),
    }


def site(name, settings, files):
    settings = {"title": "글", "theme": "plain", "url": "https://example.org", **settings}
    source = settings.get("source_dir", "source")
    files = {**{f"{source}/{path}": text for path, text in files.items()}, **THEME, "_config.yml": yaml(settings), "package.json": yaml(PACKAGE)}
    return Site(name, files, COMMAND, settings.get("public_dir", "public"), {"TZ": "Asia/Seoul"}, prefix=f"{source}/",
                links={"node_modules": NODE}, known=KNOWN)


def sites(number):
    own = {**posts(number), **odd_posts()}
    return [
        site("plain", {"timezone": "Asia/Seoul"}, own),
        site("template", {"permalink": ":year/:month/:day/:hour:minute/:title.html", "root": "/글방/", "timezone": "UTC"}, own),
        site("category", {"permalink": ":category/:name/", "default_category": "모음", "category_map": {"요리 공책": "cook", "Dev": "develop"}}, own),
        site("filename-case", {"permalink": ":category/:post_title/:i_month-:i_day/:hour:minute:second/", "filename_case": 1}, own),
        site("pretty", {"permalink": "p/:title/", "pretty_urls": {"trailing_index": False, "trailing_html": False}}, own),
        site("pretty-html", {"permalink": ":title.html", "pretty_urls": {"trailing_html": False}, "post_asset_folder": False}, own),
        site("everything", {"permalink": ":layout/:title", "render_drafts": True, "future": False, "post_asset_folder": True}, own),
        site("new-post-name", {"permalink": ":lang/:abbrlink/:title/", "new_post_name": ":year-:month-:day-:title.md",
                               "permalink_defaults": {"lang": "ko", "abbrlink": "none"}},
             {**own, **{f"_posts/{article.date}-{article.name}-x.md": post_of(article, date=None) for article in articles(12, start=900)}}),
        site("filters", {"source_dir": "글", "skip_render": ["raw/**", "_posts/2020/*.md"], "exclude": ["about/plain.md"],
                         "include": ["_hidden/**"], "ignore": ["**/*요리*/**"]}, own),
        site("anchors", {"marked": {"modifyAnchors": 1}}, posts(number)),
        site("no-ids", {"marked": {"headerIds": False}}, posts(number)),
    ]
