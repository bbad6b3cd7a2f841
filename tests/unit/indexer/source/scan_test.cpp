// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/scan.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.hpp"

namespace geul::indexer {
namespace {

bool nothing(std::size_t /*source*/, std::string_view /*path*/) {
  return false;
}

std::vector<std::string> ids(const Scan& scan) {
  std::vector<std::string> found;
  for (const SourceFile& file : scan.files) found.push_back(file.id.str());
  return found;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("scan: finds Markdown at any depth and in any case, in a fixed order") {
  const test::TemporaryFolder folder;
  for (const char* const name :
       {"b.md", "a/z.MD", "a/y.markdown", "a/b/x.mdx", "note.txt", "글.md"})
    folder.write(name, "x");
  CHECK(ids(*scan({folder.path()}, nothing)) ==
        Ids{"a/b/x.mdx", "a/y.markdown", "a/z.MD", "b.md", "글.md"});
}

TEST_CASE("scan: leaves out what is not the author's") {
  const test::TemporaryFolder folder;
  for (const char* const name :
       {"a.md", ".git/b.md", "node_modules/x/README.md", "_site/c.md", "public/d.md", "vendor/e.md",
        ".obsidian/f.md", "._a.md", ".#a.md", "_drafts/g.md", "publics/h.md"})
    folder.write(name, "x");
  CHECK(ids(*scan({folder.path()}, nothing)) == Ids{"_drafts/g.md", "a.md", "publics/h.md"});
}

TEST_CASE("scan: asks before it takes a file or enters a folder") {
  const test::TemporaryFolder folder;
  for (const char* const name : {"a.md", "private/b.md", "c.en.md"}) folder.write(name, "x");
  const auto exclude = [](std::size_t, std::string_view path) {
    return path == "private" || path.ends_with(".en.md");
  };
  CHECK(ids(*scan({folder.path()}, exclude)) == Ids{"a.md"});
}

TEST_CASE("scan: names are NFC, the file is opened by its own name") {
  const test::TemporaryFolder folder;
  const std::string decomposed = "\u1112\u1161\u11AB.md";
  folder.write(decomposed, "x");
  const auto found = scan({folder.path()}, nothing);
  REQUIRE(ids(*found) == Ids{"한.md"});
  CHECK(found->files[0].path.filename() == decomposed);
}

TEST_CASE("scan: two names that become one stay two posts") {
  const test::TemporaryFolder folder;
  folder.write("\u1112\u1161\u11AB.md", "x");
  folder.write("한.md", "y");
  CHECK(ids(*scan({folder.path()}, nothing)) ==
        Ids{"한.md", (folder.path().filename() / "한.md").string()});
}

TEST_CASE("scan: the same path under two sources") {
  const test::TemporaryFolder folder;
  folder.write("one/a.md", "x");
  folder.write("two/a.md", "x");
  CHECK(ids(*scan({folder / "one", folder / "two/"}, nothing)) == Ids{"a.md", "two/a.md"});
}

TEST_CASE("scan: a file is one post, however many sources lead to it") {
  const test::TemporaryFolder folder;
  folder.write("site/a.md", "x");
  folder.write("site/notes/b.md", "x");
  const std::vector<std::string> sources{folder / "site", folder / "site/", folder / "site/notes",
                                         folder / "site/a.md"};
  CHECK(ids(*scan(sources, nothing)) == Ids{"a.md", "notes/b.md"});
}

TEST_CASE("scan: a link to what is left out is left out, and said") {
  const test::TemporaryFolder folder;
  for (const char* const name : {".hidden/a.md", ".git/b.md", "private/c.md", "open/d.md"})
    folder.write(name, "x");
  for (const char* const name : {".hidden/a.md", ".git/b.md", "private/c.md", "open/d.md"})
    std::filesystem::create_symlink(name, folder / std::filesystem::path(name).filename().string());
  const auto exclude = [](std::size_t, std::string_view path) { return path == "private"; };
  const auto found = scan({folder.path()}, exclude);
  REQUIRE(found);
  CHECK(ids(*found) == Ids{"open/d.md"});
  CHECK(found->warnings.size() == 3);
}

TEST_CASE("scan: a link to what is no post is not followed, and said") {
  const test::TemporaryFolder folder;
  folder.write(".git/config", "token");
  folder.write(".env", "token");
  folder.write("a.md", "글");
  std::filesystem::create_symlink(".git/config", folder / "leak.md");
  std::filesystem::create_symlink(".env", folder / "other.md");
  const auto found = scan({folder.path()}, nothing);
  REQUIRE(found);
  CHECK(ids(*found) == std::vector<std::string>{"a.md"});
  REQUIRE(found->warnings.size() == 2);
  CHECK(found->warnings[0].message ==
        "a symbolic link to what is left out, or no post, is not followed");
}

TEST_CASE("scan: links are followed only within the source") {
  const test::TemporaryFolder folder;
  folder.write("source/a.md", "x");
  folder.write("outside/secret.md", "x");
  const auto link = [&](const char* target, const char* name) {
    std::filesystem::create_symlink(target, folder / name);
  };
  link("a.md", "source/same.md");
  link("../outside/secret.md", "source/leak.md");
  link("../outside", "source/folder");
  link(".", "source/loop");
  link("nowhere.md", "source/dangling.md");
  const auto found = scan({folder / "source"}, nothing);
  CHECK(ids(*found) == Ids{"a.md"});  // same.md is a.md once more
  REQUIRE(found->warnings.size() == 1);
  CHECK(found->warnings[0].place.file.ends_with("leak.md"));
}

TEST_CASE("scan: a link is a repeat also in a source that a link leads to") {
  const test::TemporaryFolder folder;
  folder.write("source/notes/a.md", "x");
  std::filesystem::create_symlink("notes/a.md", folder / "source/same.md");
  std::filesystem::create_symlink("source", folder / "link");
  for (const char* const name : {"source", "link", "link/", "./link/../link"})
    CHECK(ids(*scan({folder / name}, nothing)) == Ids{"notes/a.md"});
}

TEST_CASE("scan: files have absolute names, however their source is written") {
  const test::TemporaryFolder folder;
  folder.write("site/notes/a.md", "x");
  const std::string site = (folder / "site").string();
  const std::string from_here = std::filesystem::relative(site).string();
  for (const std::string& source :
       {site, site + "//", site + "/./notes/..", site + "/notes/a.md", from_here,
        "./" + from_here + "/notes", from_here + "/notes/a.md"})
    CHECK(scan({source}, nothing)->files.at(0).absolute == site + "/notes/a.md");
  CHECK(scan({"-"}, nothing)->files.at(0).absolute.empty());
}

TEST_CASE("scan: what is no file is named, folders with a file's name are entered") {
  const test::TemporaryFolder folder;
  folder.write("노트.md/a.md", "x");
  REQUIRE(::mkfifo((folder / "fifo.md").c_str(), 0600) == 0);
  const auto found = scan({folder.path()}, nothing);
  CHECK(ids(*found) == Ids{"노트.md/a.md"});
  REQUIRE(found->warnings.size() == 1);
  CHECK(found->warnings[0].message == "not a regular file");
}

TEST_CASE("scan: tells of a folder before it looks into it") {
  const test::TemporaryFolder folder;
  folder.write("a.md", "x");
  folder.write(".git/b.md", "x");
  folder.write("deep/c.md", "x");
  std::vector<std::string> entered;
  const auto found = scan({folder.path()}, nothing, [&](const std::filesystem::path& path) {
    entered.push_back(path.lexically_relative(folder.path()).string());
    if (entered.size() == 1) folder.write("new/d.md", "x");
  });
  std::sort(entered.begin(), entered.end());
  CHECK(entered == std::vector<std::string>{".", "deep", "new"});
  CHECK(ids(*found) == Ids{"a.md", "deep/c.md", "new/d.md"});
}

TEST_CASE("scan: sources that are files, records, or nothing") {
  const test::TemporaryFolder folder;
  folder.write("a.md", "x");
  folder.write("posts.jsonl", "{}");
  folder.write("image.png", "x");
  const auto found = scan({folder / "a.md", folder / "posts.jsonl", "-"}, nothing);
  CHECK(ids(*found) == Ids{"a.md", "posts.jsonl", "-"});
  CHECK(found->files[1].kind == SourceKind::json_lines);
  CHECK(scan({folder / "none"}, nothing).error().code == ErrorCode::not_found);
  CHECK(scan({folder / "image.png"}, nothing).error().code == ErrorCode::usage);
}

}  // namespace geul::indexer
