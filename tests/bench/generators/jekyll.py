"""Sites for Debian's Jekyll."""
from posts import Raw, articles
from site_files import Site, yaml

LAYOUT = ('<html><head><meta name="source" content="{% if page.collection and site.collections_dir.size > 0 %}{{ site.collections_dir }}/{% endif %}{{ page.path | xml_escape }}">'
          '<meta name="address" content="{{ site.baseurl }}{{ page.url | xml_escape }}"></head>'
          "<body><main>{{ content }}</main></body></html>\n")
DEFAULTS = {"scope": {"path": ""}, "values": {"layout": "plain"}}
COMMAND = ["jekyll", "build", "--quiet", "--disable-disk-cache"]
ZONE = {"TZ": "Asia/Seoul", "JEKYLL_NO_BUNDLER_REQUIRE": "1"}


def date_of(article):
    """As dates are written: with an offset, as a day alone, only in the file's name …"""
    kind = article.number % 6
    moment = f"{article.date} {article.clock}"
    if kind == 0:
        return Raw(f"{moment} +0900")
    if kind == 1:
        return Raw(article.date)
    if kind == 2:
        return None
    if kind == 3:
        return Raw(moment)          # a timestamp of YAML: in UTC
    if kind == 4:
        return moment               # a text: in the site's zone
    return Raw(f"{article.date}T{article.clock}Z")


def post_of(article, **keys):
    categories = {"categories": article.categories or None}
    if article.number % 7 == 1:
        categories = {"category": "요리 공책"}
    if article.number % 7 == 2:
        categories = {"categories": Raw("개발 Dev 개발")}
    slug = {4: f"새 이름 {article.number}", 5: f"Own-Slug_1.{article.number}"}.get(article.number % 13)
    return article.text(**{"title": article.title, "date": date_of(article), "slug": slug, "tags": article.tags or None,
                           **categories, **keys})


def folder_of(number):
    return ["_posts/", "_posts/", "_posts/2020/", "요리/_posts/", "dev/Deep Notes/_posts/"][number % 5]


def posts(number):
    return {f"{folder_of(article.number)}{article.date}-{article.name}.md": post_of(article)
            for article in articles(number)}


def odd_posts():
    """Files by which Jekyll's own rules of what is a post show."""
    one = articles(12, start=500)
    return {
        "_posts/no-date.md": post_of(one[0]),
        "_posts/2020-1-2-short-day.markdown": post_of(one[1], date=None),
        "_posts/2020-03-04-plain.md": "머리말이 없는 글.\n\n## 제목 하나\n\n글.\n",
        "_posts/2020-03-05-hidden.md": post_of(one[2], published=False),
        "_posts/2020-03-06-permalink.md": post_of(one[3], permalink="/고정/:year/:title"),
        "_posts/2020-03-07-extension.md": post_of(one[4], permalink="/fixed/page.html"),
        "_posts/2020-03-08-pretty.md": post_of(one[5], permalink="pretty"),
        "_posts/2999-01-01-future.md": post_of(one[6], date=None),
        "_posts/_2020-03-09-underscore.md": post_of(one[7]),
        "_posts/_hidden/2020-03-09-inside.md": post_of(one[7]),
        "_drafts/초안.md": post_of(one[8], date=Raw("2021-02-03 04:05:06 +0900")),
        "_posts/2020-03-10-url.md": post_of(one[9], url="/not/this/", permalink=None),
    }


def pages():
    one = articles(12, start=600)
    return {
        "about.md": one[0].text(title="소개"),
        "index.md": one[1].text(title="첫 화면"),
        "docs/index.md": one[2].text(title="문서"),
        "docs/시작 하기.md": one[3].text(title="시작"),
        "docs/v1.2.md": one[4].text(title="판"),
        "docs/fixed.md": one[5].text(title="고정", permalink="/fixed-page/"),
        "docs/no-front-matter.md": "# 그냥 글\n\n글.\n",
        "README.md": "# 읽어 보기\n\n글.\n",
        "_private/a.md": one[6].text(title="비밀"),
        ".hidden/a.md": one[7].text(title="비밀"),
        "drafts/a.md": one[8].text(title="뺄 것"),
        "notes/keep.md": one[9].text(title="남길 것", published=False),
    }


def collections(folder=""):
    one = articles(16, start=700)
    files = {f"{folder}_wiki/{article.name}.md": article.text(title=article.title, categories=article.categories)
             for article in one[:10]}
    return {
        **files,
        f"{folder}_wiki/java/Volatile 변수.md": one[10].text(title="휘발"),
        f"{folder}_wiki/java/2020-01-02-dated.md": one[11].text(title="날짜 있는", slug="own"),
        f"{folder}_wiki/hidden.md": one[12].text(title="숨긴", published=False),
        f"{folder}_wiki/no-front-matter.md": "# 그냥 글\n",
        f"{folder}_notes/unwritten.md": one[13].text(title="쓰이지 않는"),
        f"{folder}_other/unknown.md": one[14].text(title="모르는"),
    }


def site(name, settings, files):
    settings = {"title": "글", **settings}
    settings["defaults"] = [DEFAULTS, *settings.get("defaults", [])]
    source = settings.get("source", "")
    files = {f"{source}/{path}" if source else path: text
             for path, text in {**files, "_layouts/plain.html": LAYOUT}.items()}
    return Site(name, {**files, "_config.yml": yaml(settings), "Gemfile": ""}, COMMAND, settings.get("destination", "_site"), ZONE,
                prefix=f"{source}/" if source else "", known={".hidden/": "geul looks into no hidden folder, be it named by include"})


def sites(number):
    """Each of Jekyll's own styles, templates, and what else its settings say of addresses."""
    own = {**posts(number), **odd_posts(), **pages()}
    wiki = {"wiki": {"output": True}, "notes": {"output": False}}
    return [
        site("date", {}, own),
        site("pretty", {"permalink": "pretty", "timezone": "Asia/Seoul"}, own),
        site("ordinal", {"permalink": "ordinal", "timezone": "America/New_York"}, own),
        site("weekdate", {"permalink": "weekdate", "timezone": "UTC", "baseurl": "/글방"}, own),
        site("none", {"permalink": "none", "future": True, "unpublished": True, "show_drafts": True}, own),
        site("template", {"permalink": "/blog/:year/:month/:day/:title/", "timezone": "Asia/Seoul"}, own),
        site("all-tokens", {"permalink": "/:slugified_categories/:short_year:i_month-:i_day/:hour:minute:second/"
                                         ":y_day_:week_:w_year_:w_day/:short_month:long_month:short_day:long_day/:slug"}, own),
        site("name", {"permalink": "/:categories/:name:output_ext", "exclude": ["docs/", "drafts", "요리", "*.tmp.md"],
                      "include": [".hidden", "_private"]}, own),
        site("collections", {"permalink": "pretty", "collections": wiki}, {**own, **collections()}),
        site("collection-permalink", {"collections": {**wiki, "wiki": {"output": True, "permalink": "/w/:path/:name/:title/:slug:output_ext"},
                                                      "posts": {"permalink": "/p/:title/"}}}, {**own, **collections()}),
        site("collections-dir", {"collections_dir": "모음", "collections": wiki, "permalink": "/:collection/:year/:title"},
             {**{f"모음/{path}": text for path, text in own.items() if path.startswith("_posts")}, **pages(), **collections("모음/")}),
        site("defaults", {"defaults": [
            {"scope": {"path": "", "type": "posts"}, "values": {"permalink": "/p/:categories/:title/", "categories": ["기본", "Dev"]}},
            {"scope": {"path": "_posts/2020"}, "values": {"permalink": "/old/:title", "published": False}},
            {"scope": {"path": "요리/_posts", "type": "posts"}, "values": {"category": "국"}},
            {"scope": {"path": "docs", "type": "pages"}, "values": {"permalink": "/문서/:basename/"}},
            {"scope": {"path": "*/Deep Notes"}, "values": {"date": "2001-02-03", "permalink": "/:year/:title/"}}]}, own),
        site("kramdown", {"kramdown": {"input": "kramdown", "auto_id_prefix": "절-"}, "permalink": "/:title"}, own),
        site("no-ids", {"kramdown": {"auto_ids": False}, "permalink": "/:title"}, own),
        site("source", {"source": "src", "permalink": "/:title/"}, own),
    ]
